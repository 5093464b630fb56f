package io.github.offload4j.codegen.transfer;

import io.github.offload4j.codegen.abi.RuntimeState;
import io.github.offload4j.codegen.abi.RuntimeState.Role;
import io.github.offload4j.codegen.emit.site.SiteRecord;
import io.github.offload4j.codegen.flow.FunctionFacts;
import io.github.offload4j.codegen.helper.Helper;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.Opcode;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The stack slots and the calls of the sites of one function: what the runtime gets to see, and nobody else. */
final class OwnMemory {
    private static final Set<Helper> HELPERS = EnumSet.of(
            Helper.CHECK,
            Helper.CHECK_ALIASES,
            Helper.CHECK_COMMUNICATOR,
            Helper.ENTER,
            Helper.LAUNCH,
            Helper.LEAVE,
            Helper.PIN,
            Helper.RESTORE,
            Helper.STATUS,
            Helper.UNPIN,
            Helper.UNITE_ALIASES,
            Helper.WAIT);

    private final FunctionFacts facts;
    private final Set<IrValue> slots = new HashSet<>();
    private final Set<IrValue> calls = new HashSet<>();
    private final Set<IrValue> deepCalls = new HashSet<>();
    private final boolean oneDevice;

    OwnMemory(FunctionFacts facts, List<SiteRecord> sites) {
        this.facts = facts;
        Expressions expressions = new Expressions(facts);
        this.oneDevice = sites.stream()
                        .map(site -> expressions.device(site.device()))
                        .distinct()
                        .count()
                == 1;
        for (SiteRecord site : sites) {
            if (site.isDeep()) {
                site.instructions().forEach(call -> deepCalls.add(call.value()));
                continue;
            }
            slots.addAll(site.arrays());
            site.begin().ifPresent(this::add);
            site.ends().forEach(this::add);
            site.launches().forEach(launch -> launch.result().asInstruction().ifPresent(this::add));
        }
    }

    private void add(IrInstruction call) {
        calls.add(call.value());
        for (IrValue argument : call.arguments()) {
            IrValue base = argument.type().isPointer()
                    ? facts.pointers().address(argument).base()
                    : argument;
            if (base.asInstruction().filter(i -> i.opcode() == Opcode.ALLOCA).isPresent()) {
                slots.add(base);
            }
        }
    }

    /** Returns whether a stack slot is one that only the function itself and the runtime know. */
    boolean isSlot(IrValue object) {
        return slots.contains(object) || facts.values().isPrivate(object);
    }

    /** Returns whether a slot is an array for the runtime. */
    boolean isArray(IrValue object) {
        return slots.contains(object);
    }

    /** Returns whether a call belongs to a site with members or mappers, which maps what it can reach and nothing else. */
    boolean isDeep(IrInstruction call) {
        return deepCalls.contains(call.value());
    }

    /** Returns whether a call belongs to a site, and does nothing to the host's memory as long as launches succeed. */
    boolean isOwn(IrInstruction call) {
        if (calls.contains(call.value())) {
            return true;
        }
        Optional<IrFunction> callee = call.calledFunction();
        return callee.filter(f -> RuntimeState.of(f.name()) == Role.QUESTION && f.isDeclaration())
                        .isPresent()
                || isHelper(call)
                // A refused launch means that data calls on the same device do nothing either.
                || (oneDevice && isFallback(call));
    }

    /** Returns whether a call is of a function that sites share, which touches nothing but their own memory. */
    static boolean isHelper(IrInstruction call) {
        return Helper.calledBy(call).filter(HELPERS::contains).isPresent();
    }

    static boolean isFallback(IrInstruction call) {
        return Helper.FALLBACK.isCalledBy(call) || Helper.HOST_FALLBACK.isCalledBy(call);
    }
}
