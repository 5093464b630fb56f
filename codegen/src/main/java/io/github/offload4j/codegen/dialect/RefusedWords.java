package io.github.offload4j.codegen.dialect;

import java.util.List;
import java.util.stream.Stream;

/** Calling conventions, types and words of debug information that nothing of LLVM 20 can stand for. */
final class RefusedWords implements Rule {
    static final RefusedWords RULE = new RefusedWords();

    private static final List<String> CONVENTIONS = List.of(
            "amdgpu_gfx_whole_wave",
            "cheriot_compartmentcallcc",
            "cheriot_compartmentcalleecc",
            "cheriot_librarycallcc",
            "riscv_vls_cc");

    private static final List<String> DEBUG = List.of("DW_CC_LLVM_DeviceKernel", "DW_CC_LLVM_RISCVVLSCall");

    private RefusedWords() {}

    @Override
    public List<String> words() {
        return Stream.concat(CONVENTIONS.stream(), DEBUG.stream()).toList();
    }

    @Override
    public int apply(Token token, Source source, Edits edits) {
        if (source.at(token.end()) != ':') {
            edits.refuse(token.start(), "'" + source.text(token.span()) + "'", "");
        }
        return token.end();
    }

    /** Returns whether a word is a type of bytes: {@code b} and a number. */
    static boolean isByteType(int start, int end, Source source) {
        for (int i = start + 1; i < end; i++) {
            if (source.at(i) < '0' || source.at(i) > '9') {
                return false;
            }
        }
        return end - start > 1;
    }
}
