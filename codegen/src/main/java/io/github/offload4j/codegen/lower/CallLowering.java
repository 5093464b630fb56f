package io.github.offload4j.codegen.lower;

import io.github.offload4j.codegen.emit.site.LaunchRequest;
import io.github.offload4j.codegen.ir.Attributes;
import io.github.offload4j.codegen.ir.CallCopy;
import io.github.offload4j.codegen.ir.IrBlock;
import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrContext;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.Opcode;
import io.github.offload4j.codegen.ir.PhiNodes;
import io.github.offload4j.codegen.option.OnStatus;
import io.github.offload4j.codegen.option.Transfers;
import io.github.offload4j.codegen.session.FunctionCall;
import io.github.offload4j.codegen.session.Region;
import io.github.offload4j.codegen.session.Scope;
import io.github.offload4j.codegen.session.Session;
import io.github.offload4j.codegen.signature.Dependence;
import io.github.offload4j.codegen.signature.Ordering;
import io.github.offload4j.codegen.signature.Passing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Replaces one marked call by its site. */
final class CallLowering {
    private final Session session;
    private final IrContext context;
    private final MarkPlan plan;
    private final IrInstruction call;
    private final Funclets funclets;

    CallLowering(Session session, MarkPlan plan) {
        this.session = session;
        this.context = session.module().context();
        this.plan = plan;
        this.call = plan.call();
        this.funclets = new Funclets(context);
    }

    void run(CheckedMark checked) {
        funclets.enter(call.block(), Funclets.of(plan.marked()));
        try (IrBuilder builder = IrBuilder.before(call, context)) {
            if (checked instanceof CheckedMark.Launch launch) {
                launch(launch, builder);
            } else if (checked instanceof CheckedMark.Spawned) {
                spawn(builder);
                remove(builder);
            } else if (checked instanceof CheckedMark.Wait) {
                await(builder);
                remove(builder);
            } else if (checked instanceof CheckedMark.Data data) {
                session.act(data.data(), builder);
                remove(builder);
            } else {
                // The region is closed before the old call goes, which the builder stands in front of.
                replace(callInRegion((CheckedMark.Host) checked, builder));
            }
        }
        funclets.leave();
    }

    private void spawn(IrBuilder builder) {
        List<Dependence> dependences = plan.asynchronous().orElseThrow();
        if (plan.purpose() instanceof MarkPlan.Data data) {
            session.tasks().spawn(data.action(), plan.region(), dependences, false, builder);
        } else {
            session.tasks().spawn(CheckedMark.request(plan), dependences, false, builder);
        }
    }

    private void await(IrBuilder builder) {
        Optional<List<Dependence>> dependences = plan.asynchronous();
        if (dependences.isPresent()) {
            session.tasks().await(dependences.get(), builder);
        } else {
            session.tasks().await(builder);
        }
    }

    private IrInstruction callInRegion(CheckedMark.Host host, IrBuilder builder) {
        Region region = session.open(host.region(), builder);
        Scope library = region.enterLibrary(Ordering.AUTOMATIC, plan.siteName(), builder);
        List<IrValue> arguments = onDevice(region);
        CallCopy copy = new CallCopy(call, arguments, plan.marked().others());
        call.calledFunction().ifPresent(callee -> copy.callInstead(library.callee(callee, arguments, builder)));
        boolean invoked = call.opcode() == Opcode.INVOKE;
        IrInstruction replacement = invoked ? invoke(copy, region, library::end, builder) : copy.call(builder);
        if (session.conventions().onStatus() == OnStatus.ABORT
                && FunctionCall.isStatus(replacement.value().type())) {
            library.checkStatus(replacement.value(), builder);
        }
        library.close(builder);
        region.close(builder);
        return replacement;
    }

    private List<IrValue> onDevice(Region region) {
        List<IrValue> arguments = new ArrayList<>(call.arguments());
        for (int i = 0; i < arguments.size(); i++) {
            if (plan.passings().get(i).kind() == Passing.Kind.MAPPED) {
                arguments.set(i, region.devicePointer(arguments.get(i)).orElseThrow());
            }
        }
        return arguments;
    }

    /**
     * Puts an invoke beside the marked one, and leaves the builder on its normal edge.
     *
     * @param leave emits what goes before the region's end on the other edge
     */
    private IrInstruction invoke(CallCopy copy, Region region, Consumer<IrBuilder> leave, IrBuilder builder) {
        InvokeEdges edges = new InvokeEdges(call, Funclets.of(plan.marked()), context);
        Edge unwind = edges.unwind();
        Edge normal = edges.normal();
        IrInstruction replacement = copy.invoke(normal.target(), unwind.target(), builder);
        enter(unwind);
        builder.moveBefore(unwind.place());
        leave.accept(builder);
        region.end(builder);
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

    private void launch(CheckedMark.Launch launch, IrBuilder builder) {
        boolean throwing = call.opcode() == Opcode.INVOKE
                && launch.launch()
                        .fallback()
                        .filter(f -> !Attributes.onFunction(f, "nounwind"))
                        .isPresent();
        if (throwing) {
            launchWithThrowingFallback(launch, builder);
        } else {
            session.emit(launch.call(), builder);
            remove(builder);
        }
    }

    /** Removes the call, of which nothing is left that may throw. */
    private void remove(IrBuilder builder) {
        if (call.opcode() != Opcode.INVOKE) {
            call.erase();
            return;
        }
        IrBlock from = call.block();
        IrBlock unwind = InvokeEdges.unwindDestination(call);
        builder.branch(InvokeEdges.normalDestination(call));
        call.erase();
        PhiNodes.rewrite(unwind, context, PhiNodes.without(from));
    }

    /** The launch itself does not throw; the call of the fallback takes the place of the invoke. */
    private void launchWithThrowingFallback(CheckedMark.Launch launch, IrBuilder builder) {
        if (session.conventions().transfers() == Transfers.FUSED) {
            session.emit(launch.call(), builder);
            IrInstruction fallback = call.previous().orElseThrow();
            CallCopy copy = new CallCopy(fallback, fallback.arguments(), Funclets.bundles(plan.marked()));
            copy.invoke(InvokeEdges.normalDestination(call), InvokeEdges.unwindDestination(call), builder);
            fallback.erase();
            call.erase();
            return;
        }
        replace(launchInRegion(launch.launch(), builder));
    }

    private IrInstruction launchInRegion(MarkPlan.Launch launch, IrBuilder builder) {
        Region region = session.open(session.planForLaunches(plan.region(launch), builder.function()), builder);
        region.launch(new LaunchRequest(launch.kernel(), launch.bounds(), launch.fallback()), builder);
        IrInstruction fallback = call.previous().orElseThrow();
        CallCopy copy = new CallCopy(fallback, fallback.arguments(), Funclets.bundles(plan.marked()));
        IrInstruction replacement = invoke(copy, region, at -> {}, builder);
        fallback.erase();
        region.close(builder);
        return replacement;
    }
}
