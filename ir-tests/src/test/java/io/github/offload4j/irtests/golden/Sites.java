package io.github.offload4j.irtests.golden;

import io.github.offload4j.codegen.OffloadCall;
import io.github.offload4j.codegen.OffloadOptions;
import io.github.offload4j.codegen.abi.RuntimeAbi;
import io.github.offload4j.codegen.option.Preset;
import io.github.offload4j.codegen.signature.LaunchBounds;
import java.util.function.UnaryOperator;
import org.bytedeco.llvm.LLVM.LLVMValueRef;

/** Short forms that the cases share. */
final class Sites {
    /** One block of one thread. */
    static final LaunchBounds ONE = LaunchBounds.of(1, 1);

    /** What rustc would emit, for runtime 22. */
    static final OffloadOptions RUSTC = options(o -> o.preset(Preset.RUSTC));

    private Sites() {}

    /** Starts a launch of one thread. */
    static OffloadCall.Builder kernel(String symbol) {
        return OffloadCall.toKernel(symbol).launch(ONE);
    }

    /** Starts a call of a host function with device addresses. */
    static OffloadCall.Builder hostCall(LLVMValueRef function) {
        return OffloadCall.to(function).host(true);
    }

    static OffloadOptions options(UnaryOperator<OffloadOptions.Builder> choices) {
        return choices.apply(OffloadOptions.builder()).build();
    }

    static OffloadOptions runtime(RuntimeAbi abi) {
        return options(o -> o.runtime(abi));
    }
}
