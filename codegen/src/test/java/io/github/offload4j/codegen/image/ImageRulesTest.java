package io.github.offload4j.codegen.image;

import static io.github.offload4j.codegen.image.Images.ascii;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.offload4j.codegen.abi.RuntimeAbi;
import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Images that the runtime would skip without a word are refused with one. */
class ImageRulesTest {
    private static final int X86_64 = 62;
    private static final int CUDA = 190;
    private static final int AMDGPU = 224;

    private static final int CUDA_12 = 7;
    private static final int CUDA_13 = 8;

    private static byte[] elf(int machine, int type, int abiVersion, int flags) {
        ByteBuffer header = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
        header.put(ascii("\177ELF")).put((byte) 2).put((byte) 1).put((byte) 1);
        header.put(8, (byte) abiVersion).putShort(16, (short) type).putShort(18, (short) machine);
        return header.putInt(48, flags).array();
    }

    private static byte[] elf(int machine, int type) {
        return elf(machine, type, 0, 0);
    }

    private static void check(String target, byte[] content, RuntimeAbi abi) {
        ImageRules.check(Images.of(target, ImageKind.OBJECT, content), abi);
    }

    private static void assertRefused(String target, byte[] content, RuntimeAbi abi, String why) {
        assertThatThrownBy(() -> check(target, content, abi))
                .isInstanceOfSatisfying(
                        OffloadException.class, e -> assertThat(e.reason()).isEqualTo(Reason.ARGUMENT))
                .hasMessage("the runtime would skip the image for " + target + ": " + why);
    }

    static Stream<Arguments> linked() {
        return Stream.of(
                Arguments.of("x86_64", elf(X86_64, ElfHeader.SHARED)),
                Arguments.of("amdgcn:gfx90a", elf(AMDGPU, ElfHeader.SHARED)),
                Arguments.of("nvptx64:sm_90", elf(CUDA, ElfHeader.EXECUTABLE, CUDA_12, 0x5A055A)));
    }

    @ParameterizedTest
    @MethodSource("linked")
    void everyRuntimeTakesWhatIsLinked(String target, byte[] content) {
        for (RuntimeAbi abi : RuntimeAbi.values()) {
            assertThatCode(() -> check(target, content, abi))
                    .as(abi.optionName())
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void aRelocatableObject() {
        byte[] object = elf(X86_64, ElfHeader.RELOCATABLE);
        assertRefused("x86_64", object, RuntimeAbi.LLVM_22, "it is not linked; the runtime takes a shared object");
    }

    @Test
    void aRelocatableCubin() {
        byte[] object = elf(CUDA, ElfHeader.RELOCATABLE, CUDA_12, 90);
        assertRefused(
                "nvptx64:sm_90",
                object,
                RuntimeAbi.LLVM_22,
                "it is not linked; the runtime takes a cubin linked by ptxas, and neither PTX nor a fat binary");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // PTX, a fat binary, LLVM bitcode, an archive and an offload binary begin like this.
                "2F2F0A2F2F2047656E657261746564206279204C4C564D0A",
                "50ED55BA01001000",
                "4243C0DE",
                "213C617263683E0A",
                "10FF10AD01000000",
                "",
            })
    void whatIsNotAnElfFile(String beginning) {
        byte[] content = Arrays.copyOf(HexFormat.of().parseHex(beginning), 200);
        assertRefused(
                "nvptx64:sm_90",
                content,
                RuntimeAbi.LLVM_22,
                "it is not a 64-bit ELF file; the runtime takes a cubin linked by ptxas, and neither PTX nor a fat"
                        + " binary");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 4, 63})
    void aHeaderThatBreaksOff(int length) {
        byte[] content = Arrays.copyOf(elf(X86_64, ElfHeader.SHARED), length);
        assertRefused(
                "x86_64",
                content,
                RuntimeAbi.LLVM_22,
                "it is not a 64-bit ELF file; the runtime takes a shared object");
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 5})
    void anElfFileOf32BitsOrOfAnotherByteOrder(int field) {
        byte[] content = elf(X86_64, ElfHeader.SHARED);
        content[field] = (byte) (content[field] == 2 ? 1 : 2);
        assertRefused(
                "x86_64",
                content,
                RuntimeAbi.LLVM_22,
                "it is not a 64-bit ELF file; the runtime takes a shared object");
    }

    @Test
    void codeForAnotherMachine() {
        assertRefused(
                "amdgcn:gfx90a",
                elf(X86_64, ElfHeader.SHARED),
                RuntimeAbi.LLVM_22,
                "it is code for ELF machine 62, not for its target");
    }

    @ParameterizedTest
    @EnumSource(names = {"LLVM_19", "LLVM_20"})
    void aCubinOfCuda13ForAnOlderRuntime(RuntimeAbi abi) {
        assertRefused(
                "nvptx64:sm_90",
                elf(CUDA, ElfHeader.EXECUTABLE, CUDA_13, 0x6005A04),
                abi,
                "CUDA 13 made it, and runtime ABI " + abi.optionName()
                        + " takes cubins of CUDA 12 and older; use an older ptxas, or llvm-21 or later");
    }

    @ParameterizedTest
    @EnumSource(names = {"LLVM_19", "LLVM_20"})
    void aProcessorThatAnOlderRuntimeDoesNotKnow(RuntimeAbi abi) {
        assertRefused(
                "nvptx64:sm_100",
                elf(CUDA, ElfHeader.EXECUTABLE, CUDA_12, 100),
                abi,
                "runtime ABI " + abi.optionName()
                        + " knows processors up to sm_90, and this is sm_100; use llvm-21 or later");
    }

    @ParameterizedTest
    @EnumSource(names = {"LLVM_21", "LLVM_22", "PORTABLE"})
    void newerRuntimesTakeThoseCubins(RuntimeAbi abi) {
        assertThatCode(() -> {
                    check("nvptx64:sm_90", elf(CUDA, ElfHeader.EXECUTABLE, CUDA_13, 0x6005A04), abi);
                    check("nvptx64:sm_100", elf(CUDA, ElfHeader.EXECUTABLE, CUDA_12, 100), abi);
                })
                .doesNotThrowAnyException();
    }
}
