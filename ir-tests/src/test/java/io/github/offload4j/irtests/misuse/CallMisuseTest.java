package io.github.offload4j.irtests.misuse;

import static org.bytedeco.llvm.global.LLVM.LLVMDisposeModule;
import static org.bytedeco.llvm.global.LLVM.LLVMGetFirstFunction;

import io.github.offload4j.codegen.OffloadCall;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import io.github.offload4j.codegen.diagnostic.SourceLocation;
import io.github.offload4j.codegen.ir.ModuleReader;
import io.github.offload4j.codegen.signature.Access;
import io.github.offload4j.codegen.signature.Extent;
import io.github.offload4j.irtests.fixture.TestModule;
import org.bytedeco.llvm.LLVM.LLVMModuleRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;
import org.junit.jupiter.api.Test;

/** Callees and fallbacks that do not fit the call. */
final class CallMisuseTest extends Misuse {
    @Test
    void tooFewArguments() {
        assertRefused(
                OffloadCall.to(module.declare("void @k(ptr, i32)")).launch(ONE).map(x(), Access.TO, Extent.bytes(8)),
                Reason.SIGNATURE,
                "'k' takes 2 arguments, 1 are given");
    }

    @Test
    void tooManyArguments() {
        assertRefused(
                OffloadCall.to(module.declare("void @k()")).host(true).value(n()),
                Reason.SIGNATURE,
                "'k' takes 0 arguments, 1 are given");
    }

    @Test
    void anArgumentOfAnotherType() {
        assertRefused(
                OffloadCall.to(module.declare("void @k(ptr, i64)"))
                        .launch(ONE)
                        .map(x(), Access.TO, Extent.bytes(8))
                        .value(n()),
                Reason.SIGNATURE,
                "argument 2 of 'k' is i32, the parameter is i64");
    }

    @Test
    void tooFewArgumentsForAVariadicFunction() {
        assertRefused(
                OffloadCall.to(module.declare("void @k(ptr, ...)")).host(true),
                Reason.SIGNATURE,
                "'k' takes 1 arguments, 0 are given");
    }

    @Test
    void aKernelThatReturnsSomething() {
        assertRefused(
                OffloadCall.to(module.declare("i32 @k()")).launch(ONE),
                Reason.SIGNATURE,
                "kernel 'k' returns i32; a kernel returns void");
    }

    @Test
    void aCalleeOfAnotherModule() {
        LLVMModuleRef elsewhere = ModuleReader.parse(module.context(), "declare void @k()", "elsewhere");
        assertRefused(
                OffloadCall.to(LLVMGetFirstFunction(elsewhere)).host(true),
                Reason.ARGUMENT,
                "the callee belongs to another module");
        LLVMDisposeModule(elsewhere);
    }

    @Test
    void aCalleeOfAnotherContext() {
        try (TestModule elsewhere = TestModule.create(options())) {
            assertRefused(
                    OffloadCall.to(elsewhere.declare("void @k()")).host(true),
                    Reason.ARGUMENT,
                    "the callee belongs to another LLVM context");
        }
    }

    @Test
    void aCalleeThatIsNoFunction() {
        Refusal.assertRefused(Reason.ARGUMENT, "callee is not a function", () -> OffloadCall.to(x()));
        Refusal.assertRefused(
                Reason.ARGUMENT, "callee is not a function", () -> OffloadCall.to(module.constant("i32 1")));
    }

    @Test
    void aFallbackThatIsNoFunction() {
        Refusal.assertRefused(Reason.ARGUMENT, "fallback is not a function", () -> kernel().fallback(x()));
    }

    @Test
    void aFallbackWithOtherParameters() {
        assertRefused(
                right().fallback(module.declare("void @on_host(i64)")),
                Reason.SIGNATURE,
                "argument 1 of 'on_host' is ptr, the parameter is i64");
    }

    @Test
    void aFallbackWithMoreParameters() {
        assertRefused(
                right().fallback(module.declare("void @on_host(ptr, ptr)")),
                Reason.SIGNATURE,
                "'on_host' takes 2 arguments, 1 are given");
    }

    @Test
    void aFallbackThatReturnsSomething() {
        assertRefused(
                right().fallback(module.declare("i32 @on_host(ptr)")),
                Reason.SIGNATURE,
                "fallback 'on_host' returns i32; it must return void");
    }

    @Test
    void aFallbackOfAnotherModule() {
        LLVMModuleRef elsewhere = ModuleReader.parse(module.context(), "declare void @on_host(ptr)", "elsewhere");
        assertRefused(
                right().fallback(LLVMGetFirstFunction(elsewhere)),
                Reason.ARGUMENT,
                "the fallback belongs to another module");
        LLVMDisposeModule(elsewhere);
    }

    @Test
    void aFallbackOfASwiftCompiler() {
        assertRefused(
                right().fallback(module.declare("void @on_host(ptr swifterror)")),
                Reason.SIGNATURE,
                "parameter 1 of 'on_host' is swifterror, which a call by other code cannot pass; give it an ordinary"
                        + " parameter");
    }

    @Test
    void aHostFunctionWithMemoryOfItsCaller() {
        assertRefused(
                OffloadCall.to(module.declare("void @k(ptr inalloca(i64))"))
                        .host(true)
                        .value(x()),
                Reason.SIGNATURE,
                "parameter 1 of 'k' is inalloca, which a call by other code cannot pass; give it an ordinary parameter");
    }

    @Test
    void aVariadicFallback() {
        assertRefused(
                right().fallback(module.declare("void @on_host(...)")),
                Reason.SIGNATURE,
                "fallback 'on_host' is variadic; it must have the kernel's parameters");
    }

    @Test
    void aKernelWithoutBounds() {
        Refusal.assertRefused(
                Reason.LAUNCH_BOUNDS,
                "kernel 'k' has no launch bounds; give a grid and a block",
                () -> OffloadCall.toKernel("k").build());
    }

    @Test
    void aFunctionWithNeitherBoundsNorHost() {
        LLVMValueRef function = module.declare("void @g(ptr)");
        Refusal.assertRefused(
                Reason.LAUNCH_BOUNDS,
                "kernel 'g' has no launch bounds; give a grid and a block, or say host(true), which calls 'g' on the host",
                () -> OffloadCall.to(function)
                        .map(x(), Access.TO, Extent.bytes(8))
                        .build());
    }

    @Test
    void aHostCallWithBounds() {
        Refusal.assertRefused(
                Reason.ARGUMENT,
                "host mode launches nothing; leave out the launch bounds",
                () -> OffloadCall.to(module.declare("void @f()"))
                        .host(true)
                        .launch(ONE)
                        .build());
    }

    @Test
    void aHostCallWithFallback() {
        Refusal.assertRefused(
                Reason.ARGUMENT,
                "host mode launches nothing that could be refused; leave out the fallback",
                () -> OffloadCall.to(module.declare("void @f()"))
                        .host(true)
                        .fallback(module.declare("void @g()"))
                        .build());
    }

    @Test
    void aHostCallOfAKernel() {
        Refusal.assertRefused(
                Reason.ARGUMENT,
                "host mode calls a function, and 'k' is only a kernel's name; give the function to OffloadCall.to",
                () -> OffloadCall.toKernel("k").host(true).build());
    }

    @Test
    void aKernelWithoutName() {
        Refusal.assertRefused(
                Reason.ARGUMENT,
                "a kernel's symbol is not empty and has no zero character",
                () -> OffloadCall.toKernel(""));
    }

    @Test
    void aKernelNameWithAZeroCharacter() {
        Refusal.assertRefused(
                Reason.ARGUMENT,
                "a kernel's symbol is not empty and has no zero character",
                () -> module.offload().kernel("a\0b"));
    }

    @Test
    void aSourceLocationWithoutFile() {
        Refusal.assertRefused(
                Reason.ARGUMENT, "the file of a source location is empty", () -> new SourceLocation("", 1, 1));
    }

    @Test
    void aNegativeLine() {
        Refusal.assertRefused(Reason.ARGUMENT, "negative source location -1:0", () -> new SourceLocation("a.c", -1, 0));
    }
}
