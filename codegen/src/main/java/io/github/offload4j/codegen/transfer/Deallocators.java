package io.github.offload4j.codegen.transfer;

import io.github.offload4j.codegen.ir.IrFunction;
import java.util.List;

/** The library functions that take memory back: what they keep of it is no longer the program's. */
final class Deallocators {
    private static final List<String> NAMES = List.of("free", "cfree");

    /** The operators delete and delete[], with all that they may take besides the address. */
    private static final List<String> BEGINS = List.of("_ZdlPv", "_ZdaPv");

    /** Rust gives its own a hash of the compiler in front. */
    private static final List<String> ENDS = List.of("__rust_dealloc");

    private Deallocators() {}

    static boolean contains(IrFunction function) {
        String name = function.name();
        return function.isDeclaration()
                && (NAMES.contains(name)
                        || BEGINS.stream().anyMatch(name::startsWith)
                        || ENDS.stream().anyMatch(name::endsWith));
    }
}
