package io.github.offload4j.irtests.dialect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.offload4j.codegen.dialect.Content;
import io.github.offload4j.codegen.dialect.NewerText;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Whatever the headers of a newer LLVM have in addition is rewritten or refused. */
class HeadersTest {
    private static final LlvmHeaders HEADERS = LlvmHeaders.require();

    /** Where a word may stand; a rule looks at what is around it. */
    private static final List<String> PLACES = List.of(
            "declare %s void @f()",
            "declare void @f(ptr %s)",
            "declare void @f() memory(%s: read)",
            "%%c = atomicrmw %s ptr %%a, float 1.0 seq_cst",
            "%%c = %s ptr %%a to i64",
            "!0 = !%s(name: \"a\", size: 8)",
            "!0 = !DISubprogram(name: \"a\", flags: %s)",
            "!0 = !DISubroutineType(cc: %s, types: !1)");

    /** Words that LLVM 20 reads already, although its header of words does not have them. */
    private static final Set<String> READ_ALREADY = Set.of("nocapture");

    private static Set<String> unknown(Set<String> words) {
        return words.stream()
                .filter(word -> !READ_ALREADY.contains(word))
                .filter(word -> PLACES.stream().noneMatch(place -> isKnown(String.format(Locale.ROOT, place, word))))
                .collect(Collectors.toSet());
    }

    private static boolean isKnown(String text) {
        NewerText read = NewerText.read(Content.of(text.getBytes(UTF_8)), (bytes, offset, length) -> {});
        return read.isRewritten() || read.refusal().isPresent();
    }

    private static Set<String> prefixed(String prefix, Set<String> names) {
        return names.stream().map(name -> prefix + name).collect(Collectors.toSet());
    }

    @Test
    void keywordsAreKnown() {
        assertThat(unknown(HEADERS.added("AsmParser/LLToken.h", "\\bkw_(\\w+)")))
                .isEmpty();
    }

    @Test
    void attributesAreKnown() {
        assertThat(unknown(HEADERS.added(
                        "IR/Attributes.td", "def \\w+\\s*:\\s*(?:Enum|Int|Type|ConstantRange\\w*)Attr<\"(\\w+)\"")))
                .isEmpty();
    }

    @Test
    void instructionsAreKnown() {
        Set<String> opcodes =
                HEADERS.added("IR/Instruction.def", "HANDLE_\\w+_INST\\s*\\(\\s*\\d+\\s*,\\s*(\\w+)").stream()
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .collect(Collectors.toSet());

        assertThat(unknown(opcodes)).isEmpty();
    }

    @Test
    void nodesOfDebugInformationAreKnown() {
        assertThat(unknown(HEADERS.added("IR/Metadata.def", "HANDLE_SPECIALIZED_MDNODE_LEAF\\w*\\((DI\\w+)\\)")))
                .isEmpty();
    }

    @Test
    void flagsOfDebugInformationAreKnown() {
        Set<String> flags = HEADERS.added("IR/DebugInfoFlags.def", "HANDLE_DI_FLAG\\(.*, (\\w+)\\)");

        assertThat(unknown(prefixed("DIFlag", flags))).isEmpty();
    }

    @Test
    void callingConventionsOfDebugInformationAreKnown() {
        Set<String> conventions = HEADERS.added("BinaryFormat/Dwarf.def", "HANDLE_DW_CC\\(\\w+, (\\w+)\\)");

        assertThat(unknown(prefixed("DW_CC_", conventions))).isEmpty();
    }

    @Test
    void languagesOfDebugInformationAreKnown() {
        assertThat(HEADERS.added("BinaryFormat/Dwarf.def", "HANDLE_DW_LANG\\(\\w+, (\\w+),"))
                .isEmpty();
    }
}
