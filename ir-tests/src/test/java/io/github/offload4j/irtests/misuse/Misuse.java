package io.github.offload4j.irtests.misuse;

import io.github.offload4j.codegen.OffloadCall;
import io.github.offload4j.codegen.OffloadOptions;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import io.github.offload4j.codegen.signature.Access;
import io.github.offload4j.codegen.signature.Extent;
import io.github.offload4j.codegen.signature.LaunchBounds;
import io.github.offload4j.irtests.fixture.TestFunction;
import io.github.offload4j.irtests.fixture.TestModule;
import org.bytedeco.llvm.LLVM.LLVMValueRef;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A module with one open function, {@code void @run(ptr nonnull %x, i32 %n, float %f)}, to do something wrong in. */
abstract class Misuse {
    static final LaunchBounds ONE = LaunchBounds.of(1, 1);

    TestModule module;
    TestFunction run;

    @BeforeEach
    final void build() {
        module = TestModule.create(options());
        run = module.define("void @run(ptr nonnull %x, i32 %n, float %f)");
    }

    @AfterEach
    final void close() {
        module.close();
    }

    OffloadOptions options() {
        return OffloadOptions.defaults();
    }

    final LLVMValueRef x() {
        return run.parameter("x");
    }

    final LLVMValueRef n() {
        return run.parameter("n");
    }

    final LLVMValueRef f() {
        return run.parameter("f");
    }

    static OffloadCall.Builder kernel() {
        return OffloadCall.toKernel("k").launch(ONE);
    }

    /** A launch that is right. */
    final OffloadCall.Builder right() {
        return kernel().map(x(), Access.TO, Extent.bytes(8));
    }

    final void assertRefused(OffloadCall.Builder call, Reason reason, String message) {
        Refusal.assertRefused(module, reason, message, () -> module.call(call));
    }
}
