package io.github.offload4j.codegen.lower;

import io.github.offload4j.codegen.DataRegion;
import io.github.offload4j.codegen.Kernel;
import io.github.offload4j.codegen.LibraryScope;
import io.github.offload4j.codegen.OffloadModule;
import io.github.offload4j.codegen.OffloadOptions;
import io.github.offload4j.codegen.ir.Attributes;
import io.github.offload4j.codegen.ir.CallCopy;
import io.github.offload4j.codegen.ir.IrBlock;
import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrContext;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrType;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.Opcode;
import io.github.offload4j.codegen.ir.PhiNodes;
import io.github.offload4j.codegen.option.OnStatus;
import io.github.offload4j.codegen.option.Transfers;
import io.github.offload4j.codegen.signature.Ordering;
import io.github.offload4j.codegen.signature.Passing;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.bytedeco.llvm.LLVM.LLVMBuilderRef;

/** Replaces one marked call by its site. */
final class CallLowering {
    private final OffloadModule offload;
    private final OffloadOptions options;
    private final IrContext context;
    private final CallPlan plan;
    private final IrInstruction call;
    private final Funclets funclets;

    CallLowering(OffloadModule offload, OffloadOptions options, IrContext context, CallPlan plan) {
        this.offload = offload;
        this.options = options;
        this.context = context;
        this.plan = plan;
        this.call = plan.call();
        this.funclets = new Funclets(context);
    }

    void run() {
        funclets.enter(call.block(), Funclets.of(plan.marked()));
        try (IrBuilder builder = IrBuilder.before(call, context)) {
            if (plan.launch().isEmpty()) {
                callHost(builder);
            } else {
                launch(plan.launch().get(), builder);
            }
        }
        funclets.leave();
    }

    private void callHost(IrBuilder builder) {
        // The region is closed before the old call goes, which the builder may stand in front of.
        replace(callInRegion(builder));
    }

    private IrInstruction callInRegion(IrBuilder builder) {
        try (DataRegion region = offload.openWithDevicePointers(
                        builder.raw(), plan.siteName(), plan.arguments(), plan.device());
                LibraryScope scope = region.enterLibrary(builder.raw(), Ordering.AUTOMATIC, plan.siteName())) {
            CallCopy copy = new CallCopy(call, onDevice(region), plan.marked().others());
            boolean invoked = call.opcode() == Opcode.INVOKE;
            IrInstruction replacement = invoked ? invoke(copy, region, scope::end, builder) : copy.call(builder);
            IrType type = replacement.value().type();
            if (options.onStatus() == OnStatus.ABORT && type.isInteger() && type.integerBits() == Integer.SIZE) {
                scope.checkStatus(builder.raw(), replacement.value().raw());
            }
            return replacement;
        }
    }

    private List<IrValue> onDevice(DataRegion region) {
        List<IrValue> arguments = new ArrayList<>(call.arguments());
        for (int i = 0; i < arguments.size(); i++) {
            if (plan.passings().get(i).kind() == Passing.Kind.MAPPED) {
                arguments.set(
                        i, IrValue.of(region.devicePointer(arguments.get(i).raw()), "device pointer"));
            }
        }
        return arguments;
    }

    /**
     * Puts an invoke beside the marked one, and leaves the builder on its normal edge.
     *
     * @param leave emits what goes before the region's end on the other edge
     */
    private IrInstruction invoke(CallCopy copy, DataRegion region, Consumer<LLVMBuilderRef> leave, IrBuilder builder) {
        InvokeEdges edges = new InvokeEdges(call, Funclets.of(plan.marked()), context);
        Edge unwind = edges.unwind();
        Edge normal = edges.normal();
        IrInstruction replacement = copy.invoke(normal.target(), unwind.target(), builder);
        enter(unwind);
        builder.moveBefore(unwind.place());
        leave.accept(builder.raw());
        region.end(builder.raw());
        enter(normal);
        builder.moveBefore(normal.place());
        return replacement;
    }

    private void enter(Edge edge) {
        funclets.enter(edge.place().block(), edge.funclet());
    }

    private void replace(IrInstruction replacement) {
        if (!call.value().type().isVoid()) {
            call.replaceUsesWith(replacement.value());
        }
        replacement.takeName(call);
        call.erase();
    }

    private void launch(CallPlan.Launch launch, IrBuilder builder) {
        if (call.opcode() != Opcode.INVOKE) {
            offload.call(builder.raw(), plan.kernelCall(launch));
            call.erase();
        } else if (launch.fallback()
                .filter(f -> !Attributes.onFunction(f, "nounwind"))
                .isPresent()) {
            launchWithThrowingFallback(launch, builder);
        } else {
            IrBlock from = call.block();
            IrBlock unwind = InvokeEdges.unwindDestination(call);
            offload.call(builder.raw(), plan.kernelCall(launch));
            builder.branch(InvokeEdges.normalDestination(call));
            call.erase();
            PhiNodes.rewrite(unwind, context, PhiNodes.without(from));
        }
    }

    /** The launch itself does not throw; the call of the fallback takes the place of the invoke. */
    private void launchWithThrowingFallback(CallPlan.Launch launch, IrBuilder builder) {
        if (options.transfers() == Transfers.FUSED) {
            offload.call(builder.raw(), plan.kernelCall(launch));
            IrInstruction fallback = call.previous().orElseThrow();
            CallCopy copy = new CallCopy(fallback, fallback.arguments(), Funclets.bundles(plan.marked()));
            copy.invoke(InvokeEdges.normalDestination(call), InvokeEdges.unwindDestination(call), builder);
            fallback.erase();
            call.erase();
            return;
        }
        replace(launchInRegion(launch, builder));
    }

    private IrInstruction launchInRegion(CallPlan.Launch launch, IrBuilder builder) {
        try (DataRegion region = offload.open(builder.raw(), launch.kernel(), plan.arguments(), plan.device())) {
            Kernel kernel = offload.kernel(launch.kernel())
                    .withFallback(launch.fallback().orElseThrow().value().raw());
            kernel.launch(builder.raw(), launch.bounds(), region);
            IrInstruction fallback = call.previous().orElseThrow();
            CallCopy copy = new CallCopy(fallback, fallback.arguments(), Funclets.bundles(plan.marked()));
            IrInstruction replacement = invoke(copy, region, at -> {}, builder);
            fallback.erase();
            return replacement;
        }
    }
}
