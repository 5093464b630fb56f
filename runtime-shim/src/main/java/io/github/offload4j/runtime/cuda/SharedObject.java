package io.github.offload4j.runtime.cuda;

/**
 * A library that the CUDA binding needs.
 *
 * @param name without {@code lib} and without a version
 * @param major the version in its file name
 */
record SharedObject(String name, int major) {
    private static final String DRIVER = "cuda";

    /** Reads the binding's own notation, such as {@code cudart@.13} and {@code cuda@.1#}. */
    static SharedObject parse(String link) {
        int at = link.indexOf("@.");
        return new SharedObject(
                link.substring(0, at), Integer.parseInt(link.substring(at + 2).replaceAll("\\D.*", "")));
    }

    /** Returns whether it comes with the driver; the others come with the toolkit. */
    boolean isDriver() {
        return name.equals(DRIVER);
    }

    /** Returns the name that the loader knows it by. */
    String fileName() {
        return "lib" + name + ".so." + major;
    }

    SharedObject ofMajor(int other) {
        return new SharedObject(name, other);
    }
}
