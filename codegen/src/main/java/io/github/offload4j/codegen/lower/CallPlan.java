package io.github.offload4j.codegen.lower;

import io.github.offload4j.codegen.ArgumentsBuilder;
import io.github.offload4j.codegen.OffloadArguments;
import io.github.offload4j.codegen.OffloadCall;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.signature.Device;
import io.github.offload4j.codegen.signature.LaunchBounds;
import io.github.offload4j.codegen.signature.Passing;
import java.util.List;
import java.util.Optional;
import org.bytedeco.llvm.LLVM.LLVMValueRef;

/**
 * What a marked call is to become.
 *
 * @param marked the call
 * @param device the device
 * @param passings how each argument is passed
 * @param launch what to launch; nothing in host mode
 */
record CallPlan(MarkedCall marked, Device device, List<Passing> passings, Optional<Launch> launch) {
    /**
     * The part of kernel mode.
     *
     * @param kernel the kernel's symbol
     * @param bounds the grid and the block
     * @param fallback what runs when the launch is refused
     */
    record Launch(String kernel, LaunchBounds bounds, Optional<IrFunction> fallback) {}

    IrInstruction call() {
        return marked.call();
    }

    /** Returns what the names of the site's globals end with. */
    String siteName() {
        return call().calledFunction().orElse(call().function()).name();
    }

    /** Returns the arguments of the call. */
    OffloadArguments arguments() {
        OffloadArguments.Builder builder = OffloadArguments.builder();
        addArguments(builder);
        return builder.build();
    }

    /** Returns the launch as an offload call. */
    OffloadCall kernelCall(Launch wanted) {
        OffloadCall.Builder builder = call().calledFunction()
                .map(function -> OffloadCall.to(function.value().raw()))
                .orElseGet(() -> OffloadCall.toKernel(wanted.kernel()));
        builder.launch(wanted.bounds()).device(device);
        wanted.fallback()
                .ifPresent(fallback -> builder.fallback(fallback.value().raw()));
        addArguments(builder);
        return builder.build();
    }

    private void addArguments(ArgumentsBuilder<?> builder) {
        List<IrValue> values = call().arguments();
        for (int i = 0; i < values.size(); i++) {
            LLVMValueRef value = values.get(i).raw();
            Passing passing = passings.get(i);
            switch (passing.kind()) {
                case MAPPED -> {
                    Passing.Mapped mapped = (Passing.Mapped) passing;
                    builder.map(value, mapped.access(), mapped.extent(), mapped.modifiers());
                }
                case VALUE -> builder.value(value);
                case HOST_POINTER -> builder.hostPointer(value);
                case DEVICE_POINTER -> builder.devicePointer(value);
            }
            builder.named(ArgumentName.of(values.get(i)));
        }
    }
}
