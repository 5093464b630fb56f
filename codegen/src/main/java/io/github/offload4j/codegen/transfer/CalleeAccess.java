package io.github.offload4j.codegen.transfer;

import io.github.offload4j.codegen.diagnostic.ArgumentLabel;
import io.github.offload4j.codegen.emit.site.SiteRecord;
import io.github.offload4j.codegen.flow.CodeFacts;
import io.github.offload4j.codegen.flow.MemoryUse;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.Opcode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds whether the kernels and functions that a site calls read and write an argument's bytes. */
final class CalleeAccess {
    private static final MemoryUse NONE = new MemoryUse.Complete(false, false);

    private final CodeFacts host;
    private final KernelBodies kernels;

    CalleeAccess(CodeFacts host, KernelBodies kernels) {
        this.host = host;
        this.kernels = kernels;
    }

    /** Returns what the site's callees may do with an argument, or nothing when one of them is not known. */
    Optional<MemoryUse> of(SiteRecord site, int entry) {
        List<Optional<MemoryUse>> all = new ArrayList<>();
        List<ArgumentLabel> labels =
                site.entries().stream().map(SiteRecord.Entry::label).toList();
        for (SiteRecord.Launch launch : site.launches()) {
            all.add(kernels.access(launch.kernel(), entry, labels));
        }
        site.devicePointer(entry).ifPresent(pointer -> pointer.users().forEach(user -> all.add(used(user, pointer))));
        return union(all);
    }

    private static Optional<MemoryUse> union(List<Optional<MemoryUse>> all) {
        return all.stream().anyMatch(Optional::isEmpty)
                ? Optional.empty()
                : all.stream().map(Optional::get).reduce(MemoryUse::or);
    }

    private Optional<MemoryUse> used(IrValue user, IrValue pointer) {
        if (onlyTellsTheDevice(user)) {
            return Optional.of(NONE);
        }
        Optional<IrInstruction> call = user.asInstruction().filter(IrInstruction::isCall);
        if (call.isEmpty() || call.get().calledFunction().isEmpty()) {
            return Optional.empty();
        }
        List<IrValue> arguments = call.get().arguments();
        List<Optional<MemoryUse>> all = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            if (arguments.get(i).equals(pointer)) {
                all.add(passed(call.get(), i));
            }
        }
        return union(all);
    }

    /** Returns whether a site uses an address only to find out which device it is on, perhaps one of several addresses. */
    private static boolean onlyTellsTheDevice(IrValue user) {
        return user.asInstruction()
                .filter(i -> i.opcode() == Opcode.SELECT
                        ? i.value().users().stream().allMatch(CalleeAccess::onlyTellsTheDevice)
                        : OwnMemory.isHelper(i))
                .isPresent();
    }

    private Optional<MemoryUse> passed(IrInstruction call, int index) {
        if (host.argumentIs(call, index, "readnone")) {
            return Optional.of(NONE);
        }
        if (host.argumentIs(call, index, "readonly")) {
            return Optional.of(new MemoryUse.Complete(true, false));
        }
        IrFunction callee = call.calledFunction().orElseThrow();
        if (callee.isDeclaration()) {
            return Optional.empty();
        }
        return index < callee.parameterTypes().size()
                ? Optional.of(host.access(callee, index).bound())
                : Optional.of(new MemoryUse.Anything());
    }
}
