package io.github.offload4j.codegen.device;

import static io.github.offload4j.codegen.device.Kernels.AMD;
import static io.github.offload4j.codegen.device.Kernels.HOST;
import static io.github.offload4j.codegen.device.Kernels.NVIDIA;
import static io.github.offload4j.codegen.device.Kernels.assertCompiles;
import static io.github.offload4j.codegen.device.Kernels.assertCompilesEverywhere;
import static io.github.offload4j.codegen.device.Kernels.assertRefused;
import static io.github.offload4j.codegen.device.Kernels.assertRejected;
import static io.github.offload4j.codegen.device.Kernels.kernel;

import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which modules are kernel modules, and for which processors. */
class KernelModuleTest {
    private static final String EMPTY_KERNEL = kernel("", "ret void");

    @Test
    void withoutKernel() {
        assertRejected(
                HOST,
                "define void @k(ptr %p) {\n ret void\n}\n",
                Reason.KERNEL,
                "kernels.ll has no kernel: no function is in the section \"offload.kernel\", or has the attribute or the annotation \"offload-kernel\"");
    }

    @Test
    void empty() {
        assertRejected(
                HOST,
                "",
                Reason.KERNEL,
                "kernels.ll has no kernel: no function is in the section \"offload.kernel\", or has the attribute or the annotation \"offload-kernel\"");
    }

    @Test
    void thatDoesNotParse() {
        assertRejected(
                HOST,
                "define void @k(ptr %p) \"offload-kernel\" {\n  ret viod\n}\n",
                Reason.SYNTAX,
                "kernels.ll:2:7: error: expected type\n  ret viod\n      ^");
    }

    @Test
    void thatIsNotWellFormed() {
        assertRejected(
                HOST,
                kernel("", "%v = add i32 %n, %w\n%w = add i32 %v, 1\nret void"),
                Reason.VERIFICATION,
                "the module is not well formed: Instruction does not dominate all uses!\n  %w = add i32 %v, 1\n"
                        + "  %v = add i32 %n, %w");
    }

    @Test
    void forAnotherDevice() {
        assertRejected(
                NVIDIA,
                "target triple = \"amdgcn-amd-amdhsa\"\n" + EMPTY_KERNEL,
                Reason.KERNEL,
                "kernels.ll is for 'amdgcn-amd-amdhsa', not for nvptx64:sm_90; leave out the target triple and data layout"
                        + " of a kernel module");
    }

    @Test
    void forAHost() {
        assertCompilesEverywhere("target triple = \"x86_64-unknown-linux-gnu\"\n" + EMPTY_KERNEL);
        assertCompilesEverywhere("target triple = \"aarch64-unknown-linux-gnu\"\n" + EMPTY_KERNEL);
    }

    /** As CUDA's compilers write it: what has no meaning elsewhere is refused by its name. */
    @Test
    void forNvidia() {
        String cuda = """
                target datalayout = "e-p6:32:32-i64:64-i128:128-v16:16-v32:32-n16:32:64"
                target triple = "nvptx64-nvidia-cuda"
                """;
        assertCompilesEverywhere(cuda + "define ptx_kernel void @k(ptr %p) \"offload-kernel\" {\n  ret void\n}\n");
        assertRefused(
                AMD,
                cuda
                        + kernel(
                                "declare i32 @llvm.nvvm.read.ptx.sreg.warpid()",
                                "%i = call i32 @llvm.nvvm.read.ptx.sreg.warpid()\nstore i32 %i, ptr %p\nret void"),
                "k",
                "it calls llvm.nvvm.read.ptx.sreg.warpid, which other processors have");
    }

    @Test
    void forTheTargetItself() {
        assertCompiles(NVIDIA, "target triple = \"nvptx64-nvidia-cuda\"\n" + EMPTY_KERNEL);
    }

    private static String atLoadTime(String list, String body) {
        return "@llvm.global_" + list + " = appending global [1 x { i32, ptr, ptr }]"
                + " [{ i32, ptr, ptr } { i32 65535, ptr @setup, ptr null }]\n@state = internal global i32 0\n"
                + "declare i32 @time(ptr)\ndefine internal void @setup() {\n" + body + "\n  ret void\n}";
    }

    @ParameterizedTest
    @ValueSource(strings = {"ctors", "dtors"})
    void withCodeForTheHostToRunAtLoadTime(String list) {
        String others = atLoadTime(list, "  %t = call i32 @time(ptr null)\n  store i32 %t, ptr @state");

        assertCompilesEverywhere(kernel(others, "ret void"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ctors", "dtors"})
    void withAVariableThatCodeAtLoadTimeUses(String list) {
        String others = atLoadTime(list, "  store i32 1, ptr @state");
        for (String target : new String[] {NVIDIA, Kernels.AMD, HOST}) {
            assertRejected(
                    target,
                    kernel(others, "%s = load i32, ptr @state\nstore i32 %s, ptr %p\nret void"),
                    Reason.KERNEL,
                    "kernels.ll: a kernel uses 'state', and so do the constructors or destructors of the program, which no"
                            + " device runs; give it a constant initial value");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"@other = alias i32, ptr @data", "@other = ifunc void (), ptr @choose"})
    void withASymbolThatStandsForAnother(String alias) {
        String others = "@data = global i32 7\ndefine internal ptr @choose() {\n  ret ptr null\n}\n" + alias;
        assertRejected(
                NVIDIA,
                kernel(others, "store ptr @other, ptr %p\nret void"),
                Reason.KERNEL,
                "kernels.ll has the alias 'other', which not every device can link; use what it stands for");
        assertCompilesEverywhere(kernel(others, "ret void"));
    }

    @Test
    void withTheProgramAroundIt() {
        assertCompilesEverywhere(kernel("""
                        target triple = "x86_64-unknown-linux-gnu"
                        declare i32 @puts(ptr)
                        declare i32 @__gxx_personality_v0(...)
                        @counter = thread_local global i32 0
                        define internal void @both(ptr %x) {
                          store i32 1, ptr %x
                          ret void
                        }
                        define i32 @main() personality ptr @__gxx_personality_v0 {
                          call void @both(ptr @counter)
                          %r = invoke i32 @puts(ptr null) to label %done unwind label %failed
                        done:
                          ret i32 %r
                        failed:
                          %e = landingpad { ptr, i32 } cleanup
                          resume { ptr, i32 } %e
                        }
                        """, "call void @both(ptr %p)\nret void"));
    }

    @Test
    void withAssembly() {
        assertRejected(
                NVIDIA,
                kernel("module asm \".globl other\"", "ret void"),
                Reason.KERNEL,
                "kernels.ll has assembly outside of functions");
    }

    @Test
    void withFunctionsThatNoKernelReaches() {
        String others = """
                declare void @missing()
                declare void @offload.barrier()
                declare i32 @offload.thread.id(i32)
                define i32 @unreached(i32 %dimension) {
                  call void @missing()
                  call void @offload.barrier()
                  %id = call i32 @offload.thread.id(i32 %dimension)
                  ret i32 %id
                }
                """;
        assertCompilesEverywhere(kernel(others, "ret void"));
        String used = "@llvm.used = appending global [1 x ptr] [ptr @unreached], section \"llvm.metadata\"";
        assertCompilesEverywhere(kernel(others + used, "ret void"));
    }

    @Test
    void compiledByAFrontEndForAProcessorOfTheHost() {
        String module = kernel("", "ret void").replace("\"offload-kernel\"", "\"offload-kernel\" #0")
                + "attributes #0 = { \"target-cpu\"=\"skylake\" \"target-features\"=\"+avx512f\" \"tune-cpu\"=\"znver4\" }";
        assertCompilesEverywhere(module);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nvptx64:sm_20", "nvptx64:sm_120a", "amdgcn:gfx700", "amdgcn:gfx1201", "x86_64:znver5"})
    void forTheOldestAndTheNewestProcessors(String target) {
        assertCompiles(target, kernel("", "store i32 %n, ptr %p\nret void"));
    }
}
