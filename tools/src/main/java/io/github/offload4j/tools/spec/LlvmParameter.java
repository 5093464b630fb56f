package io.github.offload4j.tools.spec;

/**
 * A parameter as LLVM sees it.
 *
 * @param name its name, without sigil
 * @param type its type in LLVM's spelling
 */
public record LlvmParameter(String name, String type) {
    /** The end of the name of a slice's second parameter. */
    public static final String LENGTH_SUFFIX = ".length";
}
