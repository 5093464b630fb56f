package io.github.offload4j.irtests.abi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bytedeco.llvm.global.LLVM.LLVMABIAlignmentOfType;
import static org.bytedeco.llvm.global.LLVM.LLVMABISizeOfType;
import static org.bytedeco.llvm.global.LLVM.LLVMGetModuleDataLayout;
import static org.bytedeco.llvm.global.LLVM.LLVMOffsetOfElement;

import io.github.offload4j.codegen.OffloadOptions;
import io.github.offload4j.codegen.abi.AbiType;
import io.github.offload4j.codegen.abi.StructLayout;
import io.github.offload4j.irtests.fixture.TestModule;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bytedeco.llvm.LLVM.LLVMTargetDataRef;
import org.bytedeco.llvm.LLVM.LLVMTypeRef;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Sizes and offsets are those that the runtimes were seen to read, and those that LLVM gives the types on x86-64. */
final class StructLayoutTest {
    static Stream<Arguments> layouts() {
        return Stream.of(
                Arguments.of(StructLayout.IDENT, 24, List.of(0, 4, 8, 12, 16)),
                Arguments.of(
                        StructLayout.KERNEL_ARGUMENTS, 104, List.of(0, 4, 8, 16, 24, 32, 40, 48, 56, 64, 72, 84, 96)),
                Arguments.of(StructLayout.ENTRY, 56, List.of(0, 8, 10, 12, 16, 24, 32, 40, 48)),
                Arguments.of(StructLayout.LEGACY_ENTRY, 32, List.of(0, 8, 16, 24, 28)),
                Arguments.of(StructLayout.DEVICE_IMAGE, 32, List.of(0, 8, 16, 24)),
                Arguments.of(StructLayout.BINARY_DESCRIPTOR, 32, List.of(0, 8, 16, 24)));
    }

    @ParameterizedTest
    @MethodSource("layouts")
    void sizesAndOffsetsAreTheRuntimes(StructLayout layout, int size, List<Integer> offsets) {
        assertThat(layout.size()).isEqualTo(size);
        assertThat(layout.alignment()).isEqualTo(8);
        assertThat(IntStream.range(0, layout.fields().size()).map(layout::offset))
                .containsExactlyElementsOf(offsets);
    }

    @ParameterizedTest
    @EnumSource
    void llvmAgrees(StructLayout layout) {
        try (TestModule module = TestModule.create(OffloadOptions.defaults())) {
            LLVMTargetDataRef target = LLVMGetModuleDataLayout(module.raw());
            LLVMTypeRef type = module.type(layout.fields().stream()
                    .map(field -> irType(field.type()))
                    .collect(Collectors.joining(", ", "{ ", " }")));

            assertThat(LLVMABISizeOfType(target, type)).isEqualTo(layout.size());
            assertThat(LLVMABIAlignmentOfType(target, type)).isEqualTo(layout.alignment());
            for (int i = 0; i < layout.fields().size(); i++) {
                assertThat(LLVMOffsetOfElement(target, type, i))
                        .as(layout.fields().get(i).name())
                        .isEqualTo(layout.offset(i));
            }
        }
    }

    private static String irType(AbiType type) {
        return switch (type) {
            case VOID -> "void";
            case I16 -> "i16";
            case I32 -> "i32";
            case I64 -> "i64";
            case POINTER -> "ptr";
            case I32_TRIPLE -> "[3 x i32]";
        };
    }
}
