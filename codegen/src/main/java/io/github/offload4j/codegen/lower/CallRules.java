package io.github.offload4j.codegen.lower;

import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.Opcode;
import io.github.offload4j.codegen.ir.OperandBundle;
import io.github.offload4j.codegen.ir.TailCall;
import io.github.offload4j.codegen.lower.call.MarkFunction;
import io.github.offload4j.codegen.signature.DataAction;
import io.github.offload4j.codegen.signature.Passing;
import java.util.List;
import java.util.Optional;

/** What must hold of a marked call itself, whatever its bundles say. */
final class CallRules {
    /** With these the call makes a copy of what the pointer points at, or the callee's frame holds it. */
    private static final List<String> BY_VALUE = List.of("byval", "inalloca", "preallocated", "sret", "swifterror");

    private static final String FUNCLET = "funclet";

    private final IrInstruction call;
    private final Findings findings;

    CallRules(IrInstruction call, Findings findings) {
        this.call = call;
        this.findings = findings;
    }

    /** Checks what holds in both modes. */
    void check() {
        if (call.opcode() == Opcode.CALL_BRANCH) {
            findings.add("a callbr jumps out of inline assembly; only call and invoke can be offloaded");
        } else if (call.calledValue().isInlineAssembly()) {
            findings.add("inline assembly cannot be offloaded; call a function");
        }
        if (call.tailCall() == TailCall.MUST_TAIL) {
            findings.add("nothing may follow a musttail call, and a region has to be closed; remove the marker");
        }
        call.calledFunction()
                .filter(IrFunction::isIntrinsic)
                .ifPresent(intrinsic -> findings.add(
                        "'" + intrinsic.name() + "' is an intrinsic of LLVM's; call a function of your own"));
    }

    /** Checks what holds of kernels. */
    void checkKernel() {
        IrValue callee = call.calledValue();
        if (!callee.isInlineAssembly() && kernelSymbol().isEmpty()) {
            findings.add("the callee is not named, and a kernel is launched by its name; call the kernel itself");
        }
        if (!call.value().type().isVoid()) {
            findings.add("the call returns " + call.value().type() + "; a kernel returns void");
        }
        if (call.arguments().size() > parameterCount()) {
            findings.add("the call passes variable arguments; a kernel takes a fixed number of them");
        }
    }

    /** Checks what holds of calls that say what becomes of data. */
    void checkData(DataAction action) {
        checkData(BundleTag.of(action), action.verb() + " data");
    }

    /**
     * Checks what holds of calls that call nothing.
     *
     * @param what it does, in a message
     */
    void checkData(BundleTag tag, String what) {
        boolean data = call.calledFunction()
                .filter(function -> function.name().equals(MarkFunction.DATA) && function.isDeclaration())
                .isPresent();
        if (!data || !call.value().type().isVoid()) {
            findings.add(tag + " " + what + " and calls nothing; write it on a call of" + " 'void @" + MarkFunction.DATA
                    + "(...)', which is only declared");
        }
    }

    private int parameterCount() {
        return call.calledFunction()
                .map(function -> function.parameterTypes().size())
                .orElse(call.arguments().size());
    }

    /** Returns the name of the kernel that the call names. */
    Optional<String> kernelSymbol() {
        IrValue callee = call.calledValue();
        boolean named = callee.asFunction().isPresent() || callee.isAlias();
        return named && !callee.name().isEmpty() ? Optional.of(callee.name()) : Optional.empty();
    }

    /** Checks what holds of calls of host functions that go on while the program does. */
    void checkSpawned(List<OperandBundle> others) {
        if (call.calledFunction().isEmpty()) {
            findings.add("the callee is not named, and an asynchronous call names its function; call that itself");
        }
        if (!call.value().type().isVoid() && !call.value().users().isEmpty()) {
            findings.add("the result of an asynchronous call is used, before there is one; leave it");
        }
        for (OperandBundle other : others) {
            if (!other.tag().equals(FUNCLET)) {
                findings.add("a call with \"" + other.tag() + "\" cannot be asynchronous; remove one of them");
            }
        }
    }

    /** Checks the attributes of arguments against how they are passed. */
    void checkPassing(List<Passing> passings, boolean host) {
        for (int i = 0; i < passings.size(); i++) {
            Passing.Kind kind = passings.get(i).kind();
            boolean onDevice = kind == Passing.Kind.MAPPED || kind == Passing.Kind.DEVICE_POINTER;
            boolean copied = kind == Passing.Kind.COPIED;
            if (onDevice || (!host && !copied)) {
                checkAttributes(i);
            }
        }
    }

    private void checkAttributes(int index) {
        for (String attribute : BY_VALUE) {
            if (call.hasArgumentAttribute(index, attribute)) {
                findings.add("argument " + index + " is " + attribute
                        + ", so the host would follow the device's pointer; pass an ordinary pointer");
            }
        }
    }
}
