package io.github.offload4j.irtests.device;

import static io.github.offload4j.irtests.filecheck.IrAssert.assertThat;

import io.github.offload4j.codegen.OffloadCall;
import io.github.offload4j.codegen.OffloadOptions;
import io.github.offload4j.codegen.abi.RuntimeAbi;
import io.github.offload4j.codegen.image.DeviceImage;
import io.github.offload4j.codegen.image.DeviceTarget;
import io.github.offload4j.codegen.image.ImageKind;
import io.github.offload4j.codegen.option.Registration;
import io.github.offload4j.codegen.option.Transfers;
import io.github.offload4j.codegen.signature.Access;
import io.github.offload4j.codegen.signature.Extent;
import io.github.offload4j.codegen.signature.KernelSignature;
import io.github.offload4j.codegen.signature.LaunchBounds;
import io.github.offload4j.irtests.fixture.ElfHeaders;
import io.github.offload4j.irtests.fixture.KernelSource;
import io.github.offload4j.irtests.fixture.TestFunction;
import io.github.offload4j.irtests.fixture.TestModule;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What embedded images change in the host's module. */
class EmbeddingTest {
    private static DeviceImage image(String target, byte[] content) {
        return new DeviceImage(
                DeviceTarget.parse(target),
                ImageKind.OBJECT,
                content,
                List.of(new KernelSignature("k", List.of("ptr"))),
                new byte[0]);
    }

    private static DeviceImage host() {
        return image("x86_64", ElfHeaders.x86());
    }

    /** Returns a module that launches a kernel on one mapped pointer. */
    private static String launch(OffloadOptions.Builder options, String kernel, DeviceImage... images) {
        try (TestModule module = TestModule.create(options.build())) {
            module.offload().embed(images);
            TestFunction run = module.define("void @run(ptr nonnull %x)");
            module.call(OffloadCall.toKernel(kernel)
                    .launch(LaunchBounds.of(2, 32))
                    .map(run.parameter("x"), Access.TO, Extent.bytes(8)));
            module.finish();
            return module.text();
        }
    }

    private static String launch(DeviceImage... images) {
        return launch(OffloadOptions.builder(), "k", images);
    }

    @Test
    void forGpusTheRuntimeAddsTheHiddenArgument() {
        assertThat(launch(image("amdgcn:gfx90a", ElfHeaders.amd()))).matchesFileCheck("""
                CHECK: @.offload_maptypes.k.kernel = {{.*}} [1 x i64] [i64 32]
                CHECK: @.omp_offloading.device_image = internal unnamed_addr constant [64 x i8]
                CHECK: store i32 3, ptr %Version, align 4
                CHECK: store i32 1, ptr %NumArgs, align 4
                """);
    }

    @ParameterizedTest
    @EnumSource(Transfers.class)
    void forTheHostTheHiddenArgumentLeadsToTheBounds(Transfers transfers) {
        String module = launch(OffloadOptions.builder().transfers(transfers), "k", host());
        assertThat(module).matchesFileCheck("""
                CHECK: [2 x i64] [i64 288, i64 {{32|33}}]
                CHECK: %kernel_args = alloca %struct.__tgt_kernel_arguments
                CHECK: store ptr %kernel_args, ptr %.offload_baseptrs, align 8
                CHECK: store i32 2, ptr %Version, align 4
                CHECK: store i32 2, ptr %NumArgs, align 4
                CHECK: call i32 @__tgt_target_kernel({{.*}}, ptr %kernel_args)
                """);
    }

    @Test
    void imagesAreAlternativesInOneDescriptor() {
        assertThat(launch(
                        host(), image("amdgcn:gfx90a", ElfHeaders.amd()), image("nvptx64:sm_90", ElfHeaders.cuda13())))
                .matchesFileCheck("""
                CHECK-COUNT-3: @.omp_offloading.device_image{{[.0-9]*}} = internal unnamed_addr constant [64 x i8]
                CHECK: @.omp_offloading.device_images = internal unnamed_addr constant [3 x %__tgt_device_image]
                CHECK: @.omp_offloading.descriptor = internal constant %__tgt_bin_desc { i32 3, ptr @.omp_offloading.device_images, ptr [[ENTRIES:@[a-z_.]+]], ptr
                CHECK-NOT: constant %__tgt_bin_desc
                """);
    }

    @ParameterizedTest
    @EnumSource(
            value = RuntimeAbi.class,
            names = {"LLVM_21", "LLVM_22", "PORTABLE"})
    void theNewestFittingImageIsFirstWhereTheRuntimeTakesTheFirst(RuntimeAbi abi) {
        assertThat(twoProcessors(abi)).matchesFileCheck("""
                CHECK: @.omp_offloading.device_image = {{.*}}c"\\7FELF\\02\\01\\01\\00\\08
                CHECK: @.omp_offloading.device_image.{{[0-9]+}} = {{.*}}c"\\7FELF\\02\\01\\01\\00\\07
                """);
    }

    @Test
    void theNewestFittingImageIsLastWhereTheRuntimeTakesTheLast() {
        DeviceImage older = image("nvptx64:sm_80", ElfHeaders.cuda12());
        DeviceImage newer = image("nvptx64:sm_90", withMark(ElfHeaders.cuda12()));
        for (RuntimeAbi abi : new RuntimeAbi[] {RuntimeAbi.LLVM_19, RuntimeAbi.LLVM_20}) {
            assertThat(launch(OffloadOptions.builder().runtime(abi), "k", newer, older))
                    .matchesFileCheck("""
                    CHECK: @.omp_offloading.device_image = {{.*}}c"\\7FELF\\02\\01\\01\\00\\07\\00
                    CHECK: @.omp_offloading.device_image.{{[0-9]+}} = {{.*}}c"\\7FELF\\02\\01\\01\\00\\07\\01
                    """);
        }
    }

    private static String twoProcessors(RuntimeAbi abi) {
        DeviceImage older = image("nvptx64:sm_80", ElfHeaders.cuda12());
        DeviceImage newer = image("nvptx64:sm_90", ElfHeaders.cuda13());
        return launch(OffloadOptions.builder().runtime(abi), "k", older, newer);
    }

    private static byte[] withMark(byte[] elf) {
        elf[9] = 1;
        return elf;
    }

    @Test
    void theHostVersionRunsWhenTheLaunchIsRefused() {
        KernelSource source = new KernelSource("fill-first");
        assertThat(launch(OffloadOptions.builder(), "fill", source.image("x86_64")))
                .matchesFileCheck("""
                CHECK: [[RESULT:%.+]] = call i32 @__tgt_target_kernel(
                CHECK: call void @.offload_host_fallback.fill(i32 [[RESULT]], ptr %kernel_args{{.*}}, ptr %x)
                CHECK: define internal void @.offload_host_fallback.fill(i32 %0, ptr %1, ptr %2)
                CHECK: call void @.offload_host.fill(ptr %1, ptr %2)
                CHECK: define internal void @.offload_host.fill(ptr
                CHECK-NOT: call void @.offload_check
                """);
    }

    @Test
    void theLinkerWrapperFindsAllImagesInOneSection() {
        String module = launch(
                OffloadOptions.builder().registration(Registration.LINKER_WRAPPER),
                "k",
                host(),
                image("amdgcn:gfx90a", ElfHeaders.amd()));
        assertThat(module).matchesFileCheck("""
                CHECK: @llvm.embedded.object = private constant [{{[0-9]+}} x i8] c"\\10\\FF\\10\\AD{{.*}}\\10\\FF\\10\\AD{{.*}}", section ".llvm.offloading", align 8, !exclude [[EMPTY:![0-9]+]]
                CHECK: @llvm.compiler.used = appending global {{.*}}ptr @llvm.embedded.object]
                CHECK-NOT: %__tgt_bin_desc
                CHECK: !llvm.embedded.objects = !{[[OBJECT:![0-9]+]]}
                CHECK: [[EMPTY]] = !{}
                CHECK: [[OBJECT]] = !{ptr @llvm.embedded.object, !".llvm.offloading"}
                """);
    }
}
