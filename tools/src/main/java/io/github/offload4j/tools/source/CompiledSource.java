package io.github.offload4j.tools.source;

/**
 * What a compiler made of a source file.
 *
 * @param file the source
 * @param language its language
 * @param text LLVM IR
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record CompiledSource(String file, Language language, byte[] text) {
    /** Returns what messages call the text. */
    public String name() {
        return file + " (as LLVM IR)";
    }
}
