package io.github.offload4j.irtests.abi;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.offload4j.codegen.abi.AbiType;
import io.github.offload4j.codegen.abi.MapFlag;
import io.github.offload4j.codegen.abi.MapType;
import io.github.offload4j.codegen.abi.RuntimeConstants;
import io.github.offload4j.codegen.abi.RuntimeFunction;
import io.github.offload4j.codegen.abi.StructLayout;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Numbers and types are those of LLVM's own headers. */
final class HeaderTest {
    private static final LlvmHeader CONSTANTS = LlvmHeader.read("OpenMP/OMPConstants.h");

    /** Names that differ from LLVM's. */
    private static final Map<MapFlag, String> RENAMED =
            Map.of(MapFlag.HOLD, "OMPX_HOLD", MapFlag.NON_CONTIGUOUS, "NON_CONTIG");

    private static Map<String, Long> headerFlags() {
        return CONSTANTS.find("OMP_MAP_(\\w+) = (0x[0-9a-f]+),").stream()
                .collect(toMap(
                        m -> m.group(1), m -> Long.parseUnsignedLong(m.group(2).substring(2), 16)));
    }

    @Test
    void mapFlagsAreTheHeaders() {
        Map<String, Long> ours = Stream.of(MapFlag.values())
                // 0x4000 came with LLVM 22; the header is LLVM 20's.
                .filter(flag -> flag != MapFlag.ATTACH)
                .collect(toMap(flag -> RENAMED.getOrDefault(flag, flag.name()), MapFlag::bit));
        Map<String, Long> flags = headerFlags();
        flags.remove("NONE");
        flags.remove("MEMBER_OF");

        assertThat(ours).isEqualTo(flags);
    }

    @Test
    void theFlagThatTheHeaderDoesNotHaveYetIsFree() {
        assertThat(headerFlags().values()).noneMatch(bits -> (bits & MapFlag.ATTACH.bit()) != 0);
        assertThat(MapFlag.ATTACH.bit()).isEqualTo(0x4000);
    }

    @Test
    void theTopBitsNameTheParent() {
        long mask = headerFlags().get("MEMBER_OF");

        assertThat(new MapType(mask).memberOf()).isEqualTo(0xFFFF);
        assertThat(new MapType(~mask).memberOf()).isZero();
    }

    @Test
    void theKernelArgumentsHaveTheHeadersVersion() {
        String version =
                CONSTANTS.find("#define OMP_KERNEL_ARG_VERSION (\\d+)").get(0).group(1);
        String hidden = CONSTANTS
                .find("#define OMP_KERNEL_ARG_MIN_VERSION_WITH_DYN_PTR (\\d+)")
                .get(0)
                .group(1);

        assertThat(RuntimeConstants.KERNEL_ARGUMENTS_VERSION)
                .isEqualTo(Integer.parseInt(version))
                .isGreaterThanOrEqualTo(Integer.parseInt(hidden));
    }

    @ParameterizedTest
    @EnumSource(names = {"DATA_BEGIN", "DATA_UPDATE", "DATA_END", "TARGET_KERNEL", "PUSH_COMPONENT"})
    void functionsHaveTheHeadersTypes(RuntimeFunction function) {
        assertThat(new OmpKinds.Function(function.result(), function.parameters()))
                .isEqualTo(OmpKinds.functions().get(function.symbol()));
    }

    @Test
    void noOtherFunctionIsInTheHeader() {
        assertThat(Stream.of(RuntimeFunction.values())
                        .filter(f -> OmpKinds.functions().containsKey(f.symbol())))
                .containsExactly(
                        RuntimeFunction.DATA_BEGIN,
                        RuntimeFunction.DATA_UPDATE,
                        RuntimeFunction.DATA_END,
                        RuntimeFunction.TARGET_KERNEL,
                        RuntimeFunction.PUSH_COMPONENT);
    }

    @ParameterizedTest
    @EnumSource(names = {"IDENT", "KERNEL_ARGUMENTS"})
    void structsHaveTheHeadersFields(StructLayout layout) {
        assertThat(types(layout)).isEqualTo(OmpKinds.fields(layout.irName().replace("struct.", "")));
    }

    @Test
    void theEntryHasTheHeadersFields() {
        LlvmHeader header = LlvmHeader.read("Offloading/Utility.h");
        String body = header.find("struct EntryTy \\{([^}]*)\\}").get(0).group(1);
        List<String> fields = Pattern.compile("(?m)^  (\\w+ [*]?)(\\w+)( = \\w+)?;")
                .matcher(body)
                .results()
                .map(m -> m.group(1).strip() + " " + m.group(2))
                .toList();

        assertThat(StructLayout.ENTRY.fields().stream()
                        .map(field -> cType(field.type()) + " " + field.name())
                        .toList())
                .isEqualTo(fields.stream()
                        .map(field -> field.replaceFirst("(void|char) [*]", "pointer"))
                        .toList());
        assertThat(body).contains("Version = 0x" + RuntimeConstants.ENTRY_VERSION + ";");
    }

    private static String cType(AbiType type) {
        return switch (type) {
            case I16 -> "uint16_t";
            case I32 -> "uint32_t";
            case I64 -> "uint64_t";
            case POINTER -> "pointer";
            case VOID, I32_TRIPLE -> throw new IllegalStateException("no field of an entry is " + type);
        };
    }

    private static List<AbiType> types(StructLayout layout) {
        return layout.fields().stream().map(StructLayout.Field::type).toList();
    }
}
