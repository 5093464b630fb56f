package io.github.offload4j.irtests.device;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.offload4j.codegen.abi.RuntimeAbi;
import io.github.offload4j.codegen.device.DeviceCode;
import io.github.offload4j.codegen.device.DeviceCompiler;
import io.github.offload4j.codegen.image.DeviceImage;
import io.github.offload4j.codegen.image.DeviceTarget;
import io.github.offload4j.codegen.image.ImageKind;
import io.github.offload4j.codegen.image.ImageRules;
import io.github.offload4j.codegen.signature.KernelSignature;
import io.github.offload4j.irtests.fixture.KernelSource;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Images as LLVM's own reader sees them. */
class ImageFileTest {
    private static final String AMD = "amdgcn:gfx90a";
    private static final String HOST = "x86_64";

    /** Of these, all but the first two belong to the spreading over cores. */
    private static final String[] IMPORTED = {
        "write",
        "abort",
        "aligned_alloc",
        "clock_gettime",
        "dlopen",
        "dlsym",
        "dprintf",
        "fclose",
        "fopen",
        "free",
        "fscanf",
        "getenv",
        "getpid",
        "snprintf",
        "strrchr",
        "strtol"
    };

    @TempDir
    Path directory;

    private ElfReader read(DeviceImage image) {
        return ElfReader.of(image.content(), directory);
    }

    @Test
    void anImageThatCopiesAsksForNoOldCopyFunctionOfTheCLibrary() {
        String kernel = """
                declare void @llvm.memcpy.p0.p0.i64(ptr, ptr, i64, i1)
                define void @duplicate(ptr %to, ptr %from, i64 %bytes) "offload-kernel" {
                  call void @llvm.memcpy.p0.p0.i64(ptr %to, ptr %from, i64 %bytes, i1 false)
                  ret void
                }
                """;

        DeviceCompiler compiler = DeviceCompiler.create();
        try (DeviceCode code = compiler.lower(kernel.getBytes(UTF_8), "copies.ll", DeviceTarget.parse(HOST))) {
            assertThat(read(code.image()).imported()).contains("memmove").doesNotContain("memcpy");
        }
    }

    @Test
    void anImageForTheHostIsASharedObjectThatExportsKernelsOnly() {
        ElfReader elf = read(new KernelSource("helpers").image(HOST));

        assertThat(elf.header("Type")).isEqualTo("SharedObject (0x3)");
        assertThat(elf.header("Machine")).isEqualTo("EM_X86_64 (0x3E)");
        assertThat(elf.exported()).containsExactlyInAnyOrder("squares", "square_of");
        assertThat(elf.imported()).as("the C library's").containsExactlyInAnyOrder(IMPORTED);
        assertThat(elf.dynamicTags()).contains("SYMBOLIC").doesNotContain("TEXTREL");
    }

    @Test
    void variablesOfAnImageForTheHostAreItsOwn() {
        assertThat(read(new KernelSource("constants").image(HOST)).exported()).containsExactly("weight");
    }

    @Test
    void anImageForAmdExportsKernelsAndTheirDescriptors() {
        ElfReader elf = read(new KernelSource("helpers").image(AMD));

        assertThat(elf.header("Type")).isEqualTo("SharedObject (0x3)");
        assertThat(elf.header("Machine")).isEqualTo("EM_AMDGPU (0xE0)");
        assertThat(elf.header("OS/ABI")).isEqualTo("AMDGPU_HSA (0x40)");
        assertThat(elf.header("ABIVersion")).as("code object version 5").isEqualTo("3");
        assertThat(elf.flags()).contains("EF_AMDGPU_MACH_AMDGCN_GFX90A");
        assertThat(elf.exported()).containsExactlyInAnyOrder("squares", "squares.kd", "square_of", "square_of.kd");
        assertThat(elf.imported()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {AMD, HOST})
    void whatIsForTheLinkerWrapperIsRelocatable(String target) {
        try (DeviceCode code = new KernelSource("saxpy").lowered(target)) {
            DeviceImage object = code.relocatable();
            assertThat(object.kind()).isEqualTo(ImageKind.OBJECT);
            assertThat(read(object).header("Type")).isEqualTo("Relocatable (0x1)");
        }
    }

    @Test
    void forNvidiaItIsPtx() {
        try (DeviceCode code = new KernelSource("saxpy").lowered("nvptx64:sm_90")) {
            DeviceImage object = code.relocatable();
            assertThat(object.kind()).isEqualTo(ImageKind.PTX);
            assertThat(object.content()).asString().isEqualTo(code.assembly());
        }
    }

    @ParameterizedTest
    @EnumSource(RuntimeAbi.class)
    void everyRuntimeTakesTheImages(RuntimeAbi abi) {
        ImageRules.check(new KernelSource("saxpy").image(HOST), abi);
        ImageRules.check(new KernelSource("saxpy").image(AMD), abi);
    }

    @ParameterizedTest
    @ValueSource(strings = {AMD, HOST})
    void anImageKnowsWhatItsKernelsTake(String target) {
        DeviceImage image = new KernelSource("scalars").image(target);
        assertThat(image.kernels())
                .containsExactly(new KernelSignature(
                        "scalars", List.of("ptr", "i1", "i8", "i16", "i32", "i64", "half", "float", "double")));
    }

    @Test
    void onlyTheHostsImageHasAHostVersion() {
        assertThat(new KernelSource("saxpy").image(HOST).hostVersion()).isPresent();
        assertThat(new KernelSource("saxpy").image(AMD).hostVersion()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {AMD, HOST})
    void theSameKernelsGiveTheSameBytes(String target) {
        assertThat(new KernelSource("indices").image(target)).isEqualTo(new KernelSource("indices").image(target));
    }
}
