package io.github.offload4j.codegen.analysis;

import io.github.offload4j.codegen.abi.MapFlag;
import io.github.offload4j.codegen.analysis.site.Launch;
import io.github.offload4j.codegen.analysis.site.OffloadSite;
import io.github.offload4j.codegen.analysis.site.RuntimeCall;
import io.github.offload4j.codegen.analysis.site.TableEntry;
import io.github.offload4j.codegen.flow.FunctionFacts;
import io.github.offload4j.codegen.ir.ConstantBytes;
import io.github.offload4j.codegen.ir.ConstantFacts;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrGlobal;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.Opcode;
import io.github.offload4j.codegen.ir.VariableSigns;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** {@link Check#DEVICE_VARIABLE}: finds device variables that kernels read and nobody fills, and mappings that fill none. */
final class DeviceVariableCheck implements SiteCheck {
    private final CheckContext context;
    private final Set<String> filled = new HashSet<>();
    private boolean anythingFilled;
    private final Map<String, Reader> readers = new LinkedHashMap<>();

    /** A launch of a kernel, and the kernel's body. */
    private record Reader(RuntimeCall launch, KernelBody body) {}

    DeviceVariableCheck(CheckContext context) {
        this.context = context;
    }

    @Override
    public void check(List<OffloadSite> sites) {
        for (OffloadSite site : sites) {
            FunctionFacts facts = context.facts(site);
            site.allCalls().forEach(call -> fill(call, facts));
            for (Launch launch : site.launches()) {
                KernelBody.of(launch, context)
                        .ifPresent(body -> readers.putIfAbsent(
                                launch.kernel().orElse(body.function().name()), new Reader(launch.call(), body)));
            }
        }
    }

    private void fill(RuntimeCall call, FunctionFacts facts) {
        for (int i = 0; i < call.entries().size(); i++) {
            TableEntry entry = call.entries().get(i);
            if (entry.mayHave(MapFlag.LITERAL) || !entry.mayHave(MapFlag.TO)) {
                continue;
            }
            Optional<IrValue> object = entry.pointer()
                    .map(pointer -> facts.pointers().address(pointer).base());
            Optional<IrGlobal> variable =
                    object.filter(IrValue::isGlobalVariable).map(IrGlobal::new);
            boolean copies = call.kind() == RuntimeCall.Kind.UPDATE || entry.mayHave(MapFlag.ALWAYS);
            if (copies) {
                variable.ifPresent(known -> filled.add(known.value().name()));
                // what a pointer from elsewhere leads to may be any of them
                anythingFilled |= variable.isEmpty()
                        && object.filter(DeviceVariableCheck::isOwn).isEmpty();
            } else if (variable.filter(VariableSigns::isMarked).isPresent() && call.kind() != RuntimeCall.Kind.END) {
                context.report(
                        Check.DEVICE_VARIABLE,
                        Severity.WARNING,
                        call,
                        CheckContext.argument(call, i)
                                + " is a device variable, which every device has from the beginning, so that mapping it"
                                + " copies nothing; copy it with an update");
            }
        }
    }

    private static boolean isOwn(IrValue object) {
        return object.asInstruction()
                .filter(slot -> slot.opcode() == Opcode.ALLOCA)
                .isPresent();
    }

    @Override
    public void finish() {
        if (anythingFilled) {
            return;
        }
        readers.forEach((kernel, reader) -> {
            CheckedCode code = reader.body().module();
            Set<IrFunction> reached = reached(reader.body().function());
            for (IrGlobal variable : VariableSigns.find(code.facts().module())) {
                String name = variable.value().name();
                if (!filled.contains(name)
                        && isRead(variable, reached)
                        && !isFilledElsewhere(variable, code.facts().module())) {
                    context.report(
                            Check.DEVICE_VARIABLE,
                            Severity.WARNING,
                            reader.launch(),
                            "kernel '" + kernel + "' reads device variable '" + name
                                    + "', which begins with zeros and which nobody fills; copy it with an update, or give"
                                    + " it an initial value");
                }
            }
        });
    }

    private static boolean isRead(IrGlobal variable, Set<IrFunction> reached) {
        return AddressUses.of(variable.value()).all().stream()
                .anyMatch(use -> use.reads() && reached.contains(use.user().function()));
    }

    /** Returns whether it begins with something, or any code, a kernel's or the program's, may write it or pass it on. */
    private boolean isFilledElsewhere(IrGlobal variable, IrModule module) {
        IrModule host = context.host().facts().module();
        Optional<IrGlobal> onHost = host.findGlobal(variable.value().name());
        boolean begins = Stream.concat(Optional.of(variable).stream(), onHost.stream())
                .flatMap(known -> ConstantFacts.initialValue(known.value()).stream())
                .anyMatch(value -> !ConstantBytes.isZero(value));
        if (begins) {
            return true;
        }
        Set<IrFunction> kernelCode = new HashSet<>();
        readers.values()
                .forEach(reader -> kernelCode.addAll(reached(reader.body().function())));
        boolean apart = module != host;
        AddressUses uses = AddressUses.of(variable.value());
        boolean written = !uses.isComplete()
                || uses.all().stream()
                        .anyMatch(use -> (apart
                                        || kernelCode.contains(use.user().function()))
                                ? !use.reads()
                                : !use.stays(
                                        context.host().facts().of(use.user().function())));
        return written || (apart && onHost.filter(this::isPassedOn).isPresent());
    }

    private boolean isPassedOn(IrGlobal onHost) {
        AddressUses uses = AddressUses.of(onHost.value());
        return !uses.isComplete()
                || uses.all().stream()
                        .anyMatch(use ->
                                !use.stays(context.host().facts().of(use.user().function())));
    }

    /** Returns a function and all that it calls by name, or takes the address of. */
    private static Set<IrFunction> reached(IrFunction start) {
        Set<IrFunction> reached = new HashSet<>();
        List<IrFunction> open = new ArrayList<>(List.of(start));
        while (!open.isEmpty()) {
            IrFunction function = open.remove(open.size() - 1);
            if (reached.add(function)) {
                for (IrInstruction instruction : function.instructions()) {
                    instruction
                            .operands()
                            .forEach(operand -> operand.asFunction().ifPresent(open::add));
                }
            }
        }
        return reached;
    }
}
