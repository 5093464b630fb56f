package io.github.offload4j.codegen.image;

import static io.github.offload4j.codegen.image.Images.ascii;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.offload4j.codegen.abi.KernelForm;
import io.github.offload4j.codegen.abi.RuntimeAbi;
import io.github.offload4j.codegen.signature.KernelSignature;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class OffloadBinaryTest {
    private static final KernelSignature SAXPY = new KernelSignature("saxpy", List.of("i64", "float", "ptr", "ptr"));

    @Test
    void everyByteIsWhereTheFormatPutsIt() {
        byte[] written = OffloadBinary.write(List.of(Images.of("nvptx64:sm_90", ImageKind.CUBIN, ascii("CODE"))));

        assertThat(written).isEqualTo(HexFormat.of().parseHex(("""
                        10ff10ad 01000000 9800000000000000 2000000000000000 2800000000000000
                        0300 0100 00000000 4800000000000000 0200000000000000 9000000000000000 0400000000000000
                        6800000000000000 6d00000000000000 7300000000000000 7a00000000000000
                        6172636800 736d5f393000 747269706c6500 6e76707478""" + """
                        36342d6e76696469612d6375646100 0000
                        434f4445 00000000""").replaceAll("\\s", "")));
    }

    @Test
    void ofLlvm23OneBinaryHasAllImages() {
        List<DeviceImage> images = List.of(
                Images.of("nvptx64:sm_90", ImageKind.CUBIN, ascii("CODE")),
                Images.of("amdgcn:gfx90a", ImageKind.OBJECT, ascii("OTHER")));

        byte[] written = OffloadBinary.write(images, RuntimeAbi.LLVM_23);

        ByteBuffer binary = ByteBuffer.wrap(written).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(binary.getInt(4)).as("version").isEqualTo(2);
        assertThat(binary.getLong(8)).as("size").isEqualTo(written.length);
        assertThat(binary.getLong(16)).as("offset of the entries").isEqualTo(32);
        assertThat(binary.getLong(24)).as("number of entries").isEqualTo(2);
        assertThat(starts(written)).containsExactly(0);
        assertThat(OffloadBinary.read(written)).isEqualTo(images);
    }

    @ParameterizedTest
    @EnumSource(names = {"LLVM_19", "LLVM_20", "LLVM_21", "LLVM_22", "PORTABLE"})
    void ofOthersEachImageIsABinary(RuntimeAbi abi) {
        List<DeviceImage> images = List.of(Images.ofSize(5, "nvptx64:sm_80"), Images.ofSize(9, "amdgcn:gfx1100"));

        assertThat(OffloadBinary.write(images, abi)).isEqualTo(OffloadBinary.write(images));
        assertThat(starts(OffloadBinary.write(images, abi))).hasSize(2);
    }

    @Test
    void noImagesAreNoBinary() {
        assertThat(OffloadBinary.write(List.of(), RuntimeAbi.LLVM_23)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(KernelForm.class)
    void theFormOfTheKernelsComesBack(KernelForm form) {
        DeviceImage image =
                Images.of("x86_64", ImageKind.OBJECT, ascii("code"), SAXPY).withForm(form);

        assertThat(OffloadBinary.read(OffloadBinary.write(List.of(image)))).containsExactly(image);
    }

    @Test
    void anImageComesBackAsItWas() {
        KernelSignature nothing = new KernelSignature("no_arguments", List.of());
        DeviceImage image = Images.of("amdgcn:gfx90a", ImageKind.OBJECT, ascii("code"), SAXPY, nothing);

        assertThat(OffloadBinary.read(OffloadBinary.write(List.of(image)))).containsExactly(image);
    }

    @ParameterizedTest
    @EnumSource(ImageKind.class)
    void everyKindComesBack(ImageKind kind) {
        DeviceImage image = Images.of("x86_64", kind, ascii("code"));

        assertThat(OffloadBinary.read(OffloadBinary.write(List.of(image)))).containsExactly(image);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "f(int)", "f(int);g", "100%", "%28", "{{closure}}", "größe", ";", ")("})
    void aKernelMayHaveAnyName(String name) {
        DeviceImage image =
                Images.of("x86_64", ImageKind.OBJECT, ascii("code"), new KernelSignature(name, List.of("ptr")), SAXPY);

        assertThat(OffloadBinary.read(OffloadBinary.write(List.of(image)))).containsExactly(image);
    }

    @Test
    void hostVersionsAreNotPacked() {
        DeviceImage image = new DeviceImage(
                DeviceTarget.parse("x86_64"), ImageKind.OBJECT, ascii("code"), List.of(SAXPY), ascii("bitcode"));

        DeviceImage read =
                OffloadBinary.read(OffloadBinary.write(List.of(image))).get(0);
        assertThat(read.hostVersion()).isEmpty();
        assertThat(read.kernels()).containsExactly(SAXPY);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 8, 9, 4096})
    void imagesOfAnySizeFollowOneAnotherAlignedToEight(int size) {
        List<DeviceImage> images = List.of(
                Images.ofSize(size, "nvptx64:sm_80"),
                Images.ofSize(size + 1, "amdgcn:gfx1100"),
                Images.ofSize(3, "x86_64"));

        byte[] written = OffloadBinary.write(images);
        assertThat(OffloadBinary.read(written)).isEqualTo(images);
        assertThat(written.length % 8).isZero();
        for (int start : starts(written)) {
            ByteBuffer buffer = ByteBuffer.wrap(written).order(ByteOrder.LITTLE_ENDIAN);
            assertThat(start % 8).isZero();
            assertThat(buffer.getLong(start + 32 + 24) % 8)
                    .as("offset of the image")
                    .isZero();
        }
        assertThat(starts(written)).hasSize(3);
    }

    private static List<Integer> starts(byte[] binaries) {
        ByteBuffer buffer = ByteBuffer.wrap(binaries).order(ByteOrder.LITTLE_ENDIAN);
        List<Integer> starts = new ArrayList<>();
        for (int start = 0; start < binaries.length; start += (int) buffer.getLong(start + 8)) {
            starts.add(start);
        }
        return starts;
    }

    @Test
    void noImagesAreNoBytes() {
        assertThat(OffloadBinary.write(List.of())).isEmpty();
        assertThat(OffloadBinary.read(new byte[0])).isEmpty();
    }

    @Test
    void onlyTheMagicMakesAnOffloadBinary() {
        byte[] written = OffloadBinary.write(List.of(Images.ofSize(4, "x86_64")));
        assertThat(OffloadBinary.isOffloadBinary(written)).isTrue();
        written[0]++;
        assertThat(OffloadBinary.isOffloadBinary(written)).isFalse();
        assertThat(OffloadBinary.isOffloadBinary(new byte[] {0x10, (byte) 0xFF, 0x10, (byte) 0xAD}))
                .isFalse();
    }
}
