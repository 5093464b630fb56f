package io.github.offload4j.codegen.session;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import io.github.offload4j.codegen.emit.Emission;
import io.github.offload4j.codegen.emit.runtime.Conventions;
import io.github.offload4j.codegen.emit.site.LaunchPlan;
import io.github.offload4j.codegen.ir.CallShape;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.Ownership;
import java.util.List;

/**
 * What must hold of a call: of its callee, of where it stands, and of its site.
 *
 * @param module that the call is to stand in
 * @param emission which has the rules of sites and of libraries
 * @param conventions what a call does that says nothing of it
 */
record CallRules(IrModule module, Emission emission, Conventions conventions) {
    /**
     * Checks a call by every rule.
     *
     * @param function where the call is to stand
     * @throws OffloadException when it does not fit the callee, the runtime or the place
     */
    CallPlan plan(CallRequest request, IrFunction function) {
        request.callee().ifPresent(callee -> checkCallee(callee, request, function));
        if (request.kind() instanceof CallRequest.Kind.Launch kind) {
            LaunchPlan launch = emission.rules().launch(request.launch(kind), request.arguments(), function);
            return new CallPlan.Launch(emission.rules().forOneLaunch(request.site(), function), launch);
        }
        CallRequest.Kind.Host kind = (CallRequest.Kind.Host) request.kind();
        emission.libraryCalls().check(kind.ordering(), function);
        FunctionCall call = new FunctionCall(
                request.callee().orElseThrow(),
                kind.ordering(),
                kind.onStatus().orElse(conventions.onStatus()),
                request.location());
        return new CallPlan.Host(emission.rules().forHost(request.site(), function), request, call);
    }

    private void checkCallee(IrFunction callee, CallRequest request, IrFunction function) {
        Ownership.requireUsable(callee.value(), function, module, "the callee");
        if (request.kind() instanceof CallRequest.Kind.Launch) {
            CallShape.check(callee, request.values());
        } else {
            CallShape.checkDeclared(callee, request.values());
        }
        if (request.kind() instanceof CallRequest.Kind.Launch
                && !callee.returnType().isVoid()) {
            throw new OffloadException(
                    Reason.SIGNATURE,
                    "kernel '" + callee.name() + "' returns " + callee.returnType() + "; a kernel returns void");
        }
    }

    /**
     * Checks a call of a host function inside a region.
     *
     * @param function where the call is to stand
     * @throws OffloadException when the arguments or the ordering do not fit
     */
    void check(FunctionCall call, List<IrValue> arguments, IrFunction function) {
        Ownership.requireUsable(call.function().value(), function, module, "the callee");
        CallShape.checkDeclared(call.function(), arguments);
        emission.libraryCalls().check(call.ordering(), function);
    }
}
