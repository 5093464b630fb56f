package io.github.offload4j.codegen.session;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import io.github.offload4j.codegen.diagnostic.SourceLocation;
import io.github.offload4j.codegen.emit.Emission;
import io.github.offload4j.codegen.emit.site.LaunchPlan;
import io.github.offload4j.codegen.emit.site.SiteRequest;
import io.github.offload4j.codegen.emit.site.TaskBody;
import io.github.offload4j.codegen.emit.site.TaskCode;
import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.option.OnStatus;
import io.github.offload4j.codegen.signature.Argument;
import io.github.offload4j.codegen.signature.DataAction;
import io.github.offload4j.codegen.signature.Dependence;
import io.github.offload4j.codegen.signature.Device;
import io.github.offload4j.codegen.signature.Ordering;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Asynchronous sites: checked where they are spawned, emitted into the functions of their tasks. */
public final class Tasks {
    private final Session session;
    private final Emission emission;

    Tasks(Session session, Emission emission) {
        this.session = session;
        this.emission = emission;
    }

    private TaskCode code() {
        return emission.tasks();
    }

    /**
     * Checks an asynchronous call by every rule, and emits nothing.
     *
     * @param function where it is to be spawned
     * @throws OffloadException when it does not fit the callee, the runtime or the place
     */
    public void check(CallRequest request, List<Dependence> dependences, IrFunction function) {
        session.plan(request, function);
        code().check(dependences, function);
        if (request.kind() instanceof CallRequest.Kind.Host host) {
            checkResult(request, host);
        }
    }

    /** Whoever spawns goes on before there is a result. */
    private void checkResult(CallRequest request, CallRequest.Kind.Host host) {
        IrFunction callee = request.callee().orElseThrow();
        boolean checked = host.onStatus().orElse(session.conventions().onStatus()) == OnStatus.ABORT
                && FunctionCall.isStatus(callee.returnType());
        if (!callee.returnType().isVoid() && !checked) {
            throw new OffloadException(
                    Reason.SIGNATURE,
                    "host function '" + callee.name() + "' returns " + callee.returnType()
                            + ", which nobody waits for; call one that returns void, or an i32 that is checked"
                            + " (onStatus ABORT)");
        }
    }

    /**
     * Spawns a call.
     *
     * @param token whether something is to be made that stands for this task alone
     * @return what waits for it
     * @throws OffloadException when it does not fit; nothing is emitted then
     */
    public TaskHandle spawn(CallRequest request, List<Dependence> dependences, boolean token, IrBuilder at) {
        check(request, dependences, at.function());
        return spawn(
                new Spawned(request.symbol(), request.device(), request.location(), dependences, token),
                at,
                (task, device) -> {
                    Rebinding here = new Rebinding(task, code()::bytes);
                    CallRequest inside = request.with(
                            here.arguments(request.arguments()),
                            here.device(request.device(), device),
                            request.location().or(at::sourceLocation),
                            kind(request.kind(), here));
                    session.emit(plan(inside, task), false, task.inside());
                });
    }

    private static CallRequest.Kind kind(CallRequest.Kind kind, Rebinding here) {
        return kind instanceof CallRequest.Kind.Launch launch
                ? new CallRequest.Kind.Launch(here.bounds(launch.bounds()), launch.fallback())
                : kind;
    }

    private CallPlan plan(CallRequest inside, TaskBody task) {
        if (inside.kind() instanceof CallRequest.Kind.Launch kind) {
            LaunchPlan launch = emission.rules().launch(inside.launch(kind), inside.arguments(), task.routine());
            return new CallPlan.Launch(emission.rules().forLaunchInTask(inside.site(), task), launch);
        }
        CallRequest.Kind.Host kind = (CallRequest.Kind.Host) inside.kind();
        FunctionCall call = new FunctionCall(
                inside.callee().orElseThrow(),
                alone(kind.ordering()),
                kind.onStatus().orElse(session.conventions().onStatus()),
                inside.location());
        return new CallPlan.Host(emission.rules().forHostInTask(inside.site(), task), inside, call);
    }

    /**
     * Checks what is asynchronously done to data by every rule, and emits nothing.
     *
     * @param function where it is to be spawned
     * @throws OffloadException when an argument, the device or a dependence breaks a rule
     */
    public void check(DataAction action, SiteRequest request, List<Dependence> dependences, IrFunction function) {
        session.planForData(action, request, function);
        code().check(dependences, function);
    }

    /**
     * Spawns what is done to data.
     *
     * @param token whether something is to be made that stands for this task alone
     * @return what waits for it
     * @throws OffloadException when it does not fit; nothing is emitted then
     */
    public TaskHandle spawn(
            DataAction action, SiteRequest request, List<Dependence> dependences, boolean token, IrBuilder at) {
        check(action, request, dependences, at.function());
        return spawn(
                new Spawned(request.name(), request.device(), request.location(), dependences, token),
                at,
                (task, device) -> {
                    Rebinding here = new Rebinding(task, code()::bytes);
                    List<Argument> arguments = here.arguments(request.arguments());
                    SiteRequest inside = new SiteRequest(
                            request.name(),
                            arguments,
                            here.device(request.device(), device),
                            request.location().or(at::sourceLocation));
                    session.act(emission.rules().forDataInTask(action, inside, task), task.inside());
                });
    }

    /** What is the same whatever a task does. */
    private record Spawned(
            String name,
            Device device,
            Optional<SourceLocation> location,
            List<Dependence> dependences,
            boolean token) {}

    private TaskHandle spawn(Spawned spawned, IrBuilder at, BiConsumer<TaskBody, IrValue> inside) {
        IrFunction spawner = at.function();
        IrValue device = code().device(spawned.device(), at);
        List<Dependence> dependences = new ArrayList<>(spawned.dependences());
        Optional<IrValue> token = spawned.token() ? Optional.of(code().token(at)) : Optional.empty();
        // tasks of one site need not follow each other, and a wait for the token follows them all
        token.ifPresent(address -> dependences.add(new Dependence(address, Dependence.Kind.IN)));
        try (TaskBody task = code().begin(spawned.name(), spawner)) {
            inside.accept(task, device);
            code().spawn(task, spawned.location().or(at::sourceLocation), device, dependences, at);
        }
        return new TaskHandle(session, spawned.name(), spawner, token);
    }

    /**
     * Checks a wait, and emits nothing.
     *
     * @param dependences for what; none for everything
     * @throws OffloadException when the preset has no asynchronous sites, or a dependence is no pointer of the function
     */
    public void checkWait(List<Dependence> dependences, IrFunction function) {
        code().check(dependences, function);
    }

    /**
     * Waits for all that the thread has spawned.
     *
     * @throws OffloadException when the preset has no asynchronous sites
     */
    public void await(IrBuilder at) {
        checkWait(List.of(), at.function());
        code().await(at.sourceLocation(), at);
    }

    /**
     * Waits for what the thread has spawned and a site with some dependences would follow.
     *
     * @param dependences at least one
     * @throws OffloadException when there is none, or one is no pointer of the function
     */
    public void await(List<Dependence> dependences, IrBuilder at) {
        if (dependences.isEmpty()) {
            throw new OffloadException(
                    Reason.ARGUMENT, "a wait for no dependence waits for nothing; give one, or wait for everything");
        }
        checkWait(dependences, at.function());
        code().await(at.sourceLocation(), dependences, at);
    }

    /** A task has one call, behind which it waits, and knows no values of the function that spawns it but its arguments. */
    private static Ordering alone(Ordering ordering) {
        return ordering instanceof Ordering.Streamed streamed ? Ordering.required(streamed.driver()) : ordering;
    }
}
