package io.github.offload4j.tools.build;

/** What {@code irgen build} makes. */
enum Product {
    /** LLVM IR as text. */
    LL(".ll"),
    /** LLVM IR as bitcode. */
    BC(".bc"),
    /** A relocatable object. */
    OBJ(".o"),
    /** A shared library. */
    SHARED(".so"),
    /** A program. */
    EXE("");

    private final String suffix;

    Product(String suffix) {
        this.suffix = suffix;
    }

    /** Returns what a file of this name is meant to be. */
    static Product of(String fileName) {
        for (Product product : values()) {
            if (!product.suffix.isEmpty() && fileName.endsWith(product.suffix)) {
                return product;
            }
        }
        return EXE;
    }
}
