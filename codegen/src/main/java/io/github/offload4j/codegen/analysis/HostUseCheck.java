package io.github.offload4j.codegen.analysis;

import io.github.offload4j.codegen.analysis.Finding.Step;
import io.github.offload4j.codegen.analysis.site.DevicePointer;
import io.github.offload4j.codegen.analysis.site.OffloadSite;
import io.github.offload4j.codegen.analysis.site.RuntimeCall;
import io.github.offload4j.codegen.flow.Allocator;
import io.github.offload4j.codegen.flow.FunctionFacts;
import io.github.offload4j.codegen.flow.PointerUse;
import io.github.offload4j.codegen.helper.Substitute;
import io.github.offload4j.codegen.ir.Address;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.Opcode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@link Check#HOST_USE_OF_DEVICE_MEMORY}: follows device pointers through the host's functions. */
final class HostUseCheck implements SiteCheck {
    private final CheckContext context;
    private final Set<IrValue> sources = new HashSet<>();
    private final List<OffloadSite> sites = new ArrayList<>();
    private final RefusedCode refused = new RefusedCode();

    HostUseCheck(CheckContext context) {
        this.context = context;
    }

    @Override
    public void check(List<OffloadSite> more) {
        // pointers are followed into functions whose launches may not have been read yet
        for (OffloadSite site : more) {
            if (!site.devicePointers().isEmpty()) {
                sites.add(site);
            }
            refused.add(site);
        }
    }

    private void follow(OffloadSite site) {
        RuntimeCall begin = site.first();
        for (DevicePointer pointer : site.devicePointers()) {
            sources.add(pointer.value());
            String label = CheckContext.argument(begin, pointer.entry());
            Step start = new Step("the device address of " + label + " comes from here", begin.location());
            new Walk(start).follow(pointer.value(), site.function(), List.of());
        }
    }

    @Override
    public void finish() {
        sites.forEach(this::follow);
        for (Allocator allocator : Allocator.values()) {
            if (allocator.isDevice()) {
                follow(allocator.symbol());
            }
        }
    }

    private void follow(String allocator) {
        context.host().facts().module().findFunction(allocator).stream()
                .flatMap(f -> f.value().users().stream())
                .flatMap(user -> user.asInstruction().stream())
                .filter(call -> isCallOf(call, allocator) && sources.add(call.value()))
                .forEach(call -> new Walk(new Step("'" + allocator + "' returns the device address", call.location()))
                        .follow(call.value(), call.function(), List.of()));
    }

    private static boolean isCallOf(IrInstruction call, String name) {
        return call.calledFunction().filter(f -> f.name().equals(name)).isPresent();
    }

    /** Follows one device pointer. */
    private final class Walk {
        private final Step start;
        private final Set<IrValue> seen = new HashSet<>();

        Walk(Step start) {
            this.start = start;
        }

        /** Follows a value of a function, and returns whether the function returns it. */
        boolean follow(IrValue value, IrFunction function, List<Step> chain) {
            if (!seen.add(value)) {
                return false;
            }
            FunctionFacts facts = context.host().facts().of(function);
            boolean returned = false;
            for (PointerUse use : facts.uses().of(value)) {
                if (refused.contains(use.instruction())) {
                    continue;
                }
                returned |= look(use, facts, chain);
            }
            return returned;
        }

        private boolean look(PointerUse use, FunctionFacts facts, List<Step> chain) {
            IrInstruction user = use.instruction();
            Optional<String> verb = HostUse.verb(user, use.pointer());
            if (verb.isPresent()) {
                report(
                        user,
                        Severity.ERROR,
                        "%s " + verb.get() + " device memory, which the host cannot reach;"
                                + " pass the pointer on to a library, or do this in a kernel",
                        chain);
            } else if (user.opcode() == Opcode.COMPARE) {
                compare(use, facts, chain);
            } else if (user.opcode() == Opcode.STORE) {
                stored(use, facts, chain);
            } else if (user.isCall()) {
                enter(use, chain);
            }
            return user.opcode() == Opcode.RETURN;
        }

        private void compare(PointerUse use, FunctionFacts facts, List<Step> chain) {
            IrInstruction compare = use.instruction();
            IrValue other = compare.operand(compare.operand(0).equals(use.pointer()) ? 1 : 0);
            if (other.type().isPointer() && facts.pointers().origin(other).isHost()) {
                report(
                        compare,
                        Severity.ERROR,
                        "%s compares a device address with a host address, which says nothing;"
                                + " compare the host addresses before the call",
                        chain);
            }
        }

        private void stored(PointerUse use, FunctionFacts facts, List<Step> chain) {
            Address place = facts.pointers().address(use.instruction().operand(1));
            boolean local = place.base()
                    .asInstruction()
                    .filter(i -> i.opcode() == Opcode.ALLOCA)
                    .isPresent();
            if (!local) {
                report(
                        use.instruction(),
                        Severity.WARNING,
                        "%s stores a device address into memory that outlives the call,"
                                + " where it is taken for a host address or used after it was unmapped;"
                                + " keep it in local variables",
                        chain);
            }
        }

        private void enter(PointerUse use, List<Step> chain) {
            IrInstruction call = use.instruction();
            Optional<IrFunction> callee = call.calledFunction()
                    .filter(f -> !f.isDeclaration())
                    // which looks for itself who can reach the memory
                    .filter(f -> !Substitute.is(f));
            if (callee.isEmpty()) {
                return;
            }
            List<IrValue> arguments = call.arguments();
            int parameters = callee.get().parameterTypes().size();
            for (int i = 0; i < Math.min(arguments.size(), parameters); i++) {
                if (!arguments.get(i).equals(use.pointer())) {
                    continue;
                }
                List<Step> longer = new ArrayList<>(chain);
                longer.add(new Step(
                        CheckContext.quote(call.function()) + " passes it to " + CheckContext.quote(callee.get())
                                + " as argument " + (i + 1),
                        call.location()));
                if (follow(callee.get().parameter(i), callee.get(), longer)) {
                    follow(call.value(), call.function(), longer);
                }
            }
        }

        private void report(IrInstruction at, Severity severity, String message, List<Step> chain) {
            List<Step> whole = new ArrayList<>(List.of(start));
            whole.addAll(chain);
            context.report(new Finding(
                    Check.HOST_USE_OF_DEVICE_MEMORY,
                    severity,
                    message.formatted(CheckContext.quote(at.function())),
                    at.function().name(),
                    at.location(),
                    whole));
        }
    }
}
