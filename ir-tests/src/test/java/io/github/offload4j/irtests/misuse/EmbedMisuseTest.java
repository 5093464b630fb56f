package io.github.offload4j.irtests.misuse;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.offload4j.codegen.OffloadOptions;
import io.github.offload4j.codegen.abi.KernelForm;
import io.github.offload4j.codegen.abi.RuntimeAbi;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import io.github.offload4j.codegen.image.DeviceImage;
import io.github.offload4j.codegen.image.DeviceTarget;
import io.github.offload4j.codegen.image.ImageKind;
import io.github.offload4j.codegen.option.Preset;
import io.github.offload4j.codegen.option.Registration;
import io.github.offload4j.codegen.signature.KernelSignature;
import io.github.offload4j.irtests.fixture.ElfHeaders;
import io.github.offload4j.irtests.fixture.KernelSource;
import io.github.offload4j.irtests.fixture.TestFunction;
import io.github.offload4j.irtests.fixture.TestModule;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Images that do not fit what the module launches, come too late, or are not what they say. */
final class EmbedMisuseTest extends Misuse {
    private static DeviceImage host(KernelSignature... kernels) {
        return new DeviceImage(
                DeviceTarget.parse("x86_64"), ImageKind.OBJECT, ElfHeaders.x86(), List.of(kernels), new byte[0]);
    }

    private static DeviceImage amd(KernelSignature... kernels) {
        return new DeviceImage(
                DeviceTarget.parse("amdgcn:gfx90a"), ImageKind.OBJECT, ElfHeaders.amd(), List.of(kernels), new byte[0]);
    }

    private static KernelSignature signature(String name, String... types) {
        return new KernelSignature(name, List.of(types));
    }

    private void assertEmbedRefused(Reason reason, String message, DeviceImage... images) {
        Refusal.assertRefused(module, reason, message, () -> module.offload().embed(images));
    }

    @Test
    void aLaunchedKernelThatAnImageDoesNotHave() {
        module.offload().embed(host(signature("k", "ptr")), amd(signature("other", "ptr")));
        module.call(right());
        Refusal.assertRefused(
                Reason.SIGNATURE,
                "kernel 'k' is launched, and the image for amdgcn:gfx90a does not have it",
                module::finish);
    }

    @Test
    void aLaunchWithFewerArguments() {
        module.offload().embed(host(signature("k", "ptr", "i64")));
        module.call(right());
        Refusal.assertRefused(
                Reason.SIGNATURE,
                "the launch k(ptr) does not fit kernel k(ptr, i64) in the image for x86_64",
                module::finish);
    }

    @Test
    void aLaunchWithAnArgumentOfAnotherType() {
        module.offload().embed(amd(signature("k", "ptr", "i64")));
        module.call(right().value(n()));
        Refusal.assertRefused(
                Reason.SIGNATURE,
                "the launch k(ptr, i32) does not fit kernel k(ptr, i64) in the image for amdgcn:gfx90a",
                module::finish);
    }

    @Test
    void theSecondOfTwoLaunchesThatDiffer() {
        module.offload().embed(host(signature("k", "ptr")));
        module.call(right());
        module.call(right().value(n()));
        Refusal.assertRefused(
                Reason.SIGNATURE,
                "the launch k(ptr, i32) does not fit kernel k(ptr) in the image for x86_64",
                module::finish);
    }

    @Test
    void anImageThatDoesNotSayWhatItHasIsTrusted() {
        module.offload().embed(host());
        module.call(right());
        assertThatCode(module::finish).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "llvm-19, pointer-last, x86_64, llvm-23",
        "llvm-22, pointer-last, x86_64, llvm-23",
        "llvm-22, pointer-last, amdgcn:gfx90a, llvm-23",
        "llvm-23, pointer-first, x86_64, llvm-19 to llvm-22",
        "llvm-23, pointer-first, amdgcn:gfx90a, llvm-19 to llvm-22",
        "llvm-23, either, x86_64, llvm-19 to llvm-22 and portable",
        "portable, pointer-first, x86_64, llvm-19 to llvm-22",
        "portable, pointer-last, x86_64, llvm-23",
        "portable, pointer-last, amdgcn:gfx90a, llvm-23"
    })
    void kernelsThatAnotherRuntimeCalls(String abi, String form, String target, String runtimes) {
        DeviceImage image = (target.equals("x86_64") ? host(signature("k", "ptr")) : amd(signature("k", "ptr")))
                .withForm(KernelForm.of(form).orElseThrow());
        OffloadOptions options = OffloadOptions.builder()
                .runtime(RuntimeAbi.fromOptionName(abi).orElseThrow())
                .build();
        try (TestModule other = TestModule.create(options)) {
            Refusal.assertRefused(
                    other,
                    Reason.RUNTIME_ABI,
                    "the kernels in the image for " + target + " are called as those for " + runtimes
                            + " are, and the module is for " + abi + "; compile them for that runtime ABI too",
                    () -> other.offload().embed(image));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "llvm-19, pointer-first, x86_64", "llvm-22, pointer-first, amdgcn:gfx90a", "llvm-22, either, x86_64",
        "llvm-23, pointer-last, x86_64", "llvm-23, pointer-last, amdgcn:gfx90a", "portable, either, x86_64",
        "portable, pointer-first, amdgcn:gfx90a"
    })
    void kernelsThatTheRuntimeCalls(String abi, String form, String target) {
        DeviceImage image = (target.equals("x86_64") ? host(signature("k", "ptr")) : amd(signature("k", "ptr")))
                .withForm(KernelForm.of(form).orElseThrow());
        OffloadOptions options = OffloadOptions.builder()
                .runtime(RuntimeAbi.fromOptionName(abi).orElseThrow())
                .build();
        try (TestModule other = TestModule.create(options)) {
            assertThatCode(() -> other.offload().embed(image)).doesNotThrowAnyException();
        }
    }

    @Test
    void anImageForTheHostBehindASite() {
        module.call(right());
        assertEmbedRefused(Reason.STATE, "the image for x86_64 comes after the first site; embed it before", host());
    }

    @Test
    void anImageForAGpuBehindASite() {
        module.call(right());
        module.offload().embed(amd(signature("k", "ptr")));
        assertThatCode(module::finish).doesNotThrowAnyException();
    }

    @Test
    void anImageForTheHostBehindAnotherAndASite() {
        module.offload().embed(host(signature("k", "ptr")));
        module.call(right());
        module.offload().embed(host(signature("k", "ptr")));
        assertThatCode(module::finish).doesNotThrowAnyException();
    }

    @Test
    void bytesThatAreNoImage() {
        byte[] ptx = new KernelSource("saxpy").assembly("nvptx64:sm_90").getBytes(US_ASCII);
        assertEmbedRefused(
                Reason.ARGUMENT,
                "the runtime would skip the image for nvptx64:sm_90: it is not a 64-bit ELF file; the runtime takes a"
                        + " cubin linked by ptxas, and neither PTX nor a fat binary",
                new DeviceImage(DeviceTarget.parse("nvptx64:sm_90"), ImageKind.CUBIN, ptx, List.of(), new byte[0]));
    }

    @Test
    void bytesForAnotherProcessor() {
        assertEmbedRefused(
                Reason.ARGUMENT,
                "the runtime would skip the image for amdgcn:gfx90a: it is code for ELF machine 62, not for its target",
                new DeviceImage(
                        DeviceTarget.parse("amdgcn:gfx90a"),
                        ImageKind.OBJECT,
                        ElfHeaders.x86(),
                        List.of(),
                        new byte[0]));
    }

    @Test
    void anObjectThatIsNotLinked() {
        DeviceImage object = new DeviceImage(
                DeviceTarget.parse("x86_64"), ImageKind.OBJECT, ElfHeaders.x86Relocatable(), List.of(), new byte[0]);
        assertEmbedRefused(
                Reason.ARGUMENT,
                "the runtime would skip the image for x86_64: it is not linked; the runtime takes a shared object",
                object);
    }

    @Test
    void theLinkerWrapperTakesAnObjectThatIsNotLinked() {
        OffloadOptions options = OffloadOptions.builder()
                .registration(Registration.LINKER_WRAPPER)
                .build();
        DeviceImage object = new DeviceImage(
                DeviceTarget.parse("x86_64"), ImageKind.OBJECT, ElfHeaders.x86Relocatable(), List.of(), new byte[0]);
        try (TestModule wrapped = TestModule.create(options)) {
            wrapped.offload().embed(object);
            TestFunction function = wrapped.define("void @run(ptr %x)");
            wrapped.call(kernel().devicePointer(function.parameter("x")));
            assertThatCode(wrapped::finish).doesNotThrowAnyException();
        }
    }

    @Test
    void aCubinThatTheRuntimeIsTooOldFor() {
        DeviceImage cubin = new DeviceImage(
                DeviceTarget.parse("nvptx64:sm_90"), ImageKind.CUBIN, ElfHeaders.cuda13(), List.of(), new byte[0]);
        try (TestModule old = TestModule.create(
                OffloadOptions.builder().runtime(RuntimeAbi.LLVM_20).build())) {
            Refusal.assertRefused(
                    old,
                    Reason.ARGUMENT,
                    "the runtime would skip the image for nvptx64:sm_90: CUDA 13 made it, and runtime ABI llvm-20 takes"
                            + " cubins of CUDA 12 and older; use an older ptxas, or llvm-21 or later",
                    () -> old.offload().embed(cubin));
        }
    }

    @Test
    void ofSeveralImagesNoneIsTakenWhenOneIsRefused() {
        assertEmbedRefused(
                Reason.ARGUMENT,
                "the runtime would skip the image for x86_64: it is not linked; the runtime takes a shared object",
                host(signature("other", "ptr")),
                new DeviceImage(
                        DeviceTarget.parse("x86_64"),
                        ImageKind.OBJECT,
                        ElfHeaders.x86Relocatable(),
                        List.of(),
                        new byte[0]));
        module.call(right());
        assertThatCode(module::finish).doesNotThrowAnyException();
    }

    @Test
    void aHostVersionThatIsNoBitcode() {
        DeviceImage image = new DeviceImage(
                DeviceTarget.parse("x86_64"),
                ImageKind.OBJECT,
                ElfHeaders.x86(),
                List.of(signature("k", "ptr")),
                "bitcode".getBytes(US_ASCII));
        module.offload().embed(image);
        module.call(right());
        Refusal.assertRefused(
                Reason.SYNTAX, "linked module:1:1: error: expected top-level entity\nbitcode\n^", module::finish);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "define void @other() {\n  ret void\n}\n",
                "declare void @.offload_host.k(ptr, ptr)\n",
                "define void @.offload_host.k(ptr, i64) {\n  ret void\n}\n",
            })
    void aHostVersionWithoutTheKernelAsItIsLaunched(String hostVersion) {
        DeviceImage image = new DeviceImage(
                DeviceTarget.parse("x86_64"),
                ImageKind.OBJECT,
                ElfHeaders.x86(),
                List.of(signature("k", "ptr")),
                hostVersion.getBytes(US_ASCII));
        module.offload().embed(image);
        module.call(right());
        Refusal.assertRefused(
                Reason.SIGNATURE,
                "the host version in an image does not have kernel 'k' as void (ptr, ptr)",
                module::finish);
    }

    @Test
    void anyImageInPresetRustc() {
        try (TestModule rustc =
                TestModule.create(OffloadOptions.builder().preset(Preset.RUSTC).build())) {
            Refusal.assertRefused(
                    rustc,
                    Reason.STATE,
                    "rustc's lowering leaves images to a later tool; use preset default to embed them",
                    () -> rustc.offload().embed(amd()));
        }
    }

    @Test
    void anImageAfterFinish() {
        module.call(right());
        module.finish();
        assertEmbedRefused(
                Reason.STATE,
                "the offload module is finished; finish comes once, after the last site and image",
                amd());
    }

    @Test
    void noImage() {
        assertThatThrownBy(() -> module.offload().embed((DeviceImage) null)).isInstanceOf(NullPointerException.class);
    }
}
