package io.github.offload4j.codegen.transfer;

import io.github.offload4j.codegen.emit.SiteRecord;
import io.github.offload4j.codegen.flow.AccessReader;
import io.github.offload4j.codegen.flow.ModuleFacts;
import io.github.offload4j.codegen.flow.ParameterAccess;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.Opcode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds whether the kernels and functions that a site calls read and write an argument's bytes. */
final class CalleeAccess {
    /**
     * What they may do.
     *
     * @param reads whether one of them may read
     * @param writes whether one of them may write
     */
    record Access(boolean reads, boolean writes) {
        static final Access ANY = new Access(true, true);

        static final Access NONE = new Access(false, false);

        Access or(Access other) {
            return new Access(reads || other.reads, writes || other.writes);
        }
    }

    private final ModuleFacts module;
    private final KernelBodies kernels;

    CalleeAccess(ModuleFacts module, KernelBodies kernels) {
        this.module = module;
        this.kernels = kernels;
    }

    /** Returns what the site's callees may do with an argument, or nothing when that is not known. */
    Optional<Access> of(SiteRecord site, int entry) {
        List<Optional<Access>> all = new ArrayList<>();
        for (SiteRecord.Launch launch : site.launches()) {
            all.add(kernels.access(launch.kernel(), entry, site.entries().size())
                    .map(CalleeAccess::summary));
        }
        site.devicePointer(entry).ifPresent(pointer -> pointer.users().forEach(user -> all.add(used(user, pointer))));
        if (all.isEmpty() || all.stream().anyMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        return all.stream().map(Optional::get).reduce(Access::or);
    }

    private static Access summary(ParameterAccess access) {
        return access.complete()
                ? new Access(access.read().isPresent(), access.write().isPresent())
                : Access.ANY;
    }

    private Optional<Access> used(IrValue user, IrValue pointer) {
        if (onlyTellsTheDevice(user)) {
            return Optional.of(Access.NONE);
        }
        Optional<IrInstruction> call = user.asInstruction().filter(IrInstruction::isCall);
        if (call.isEmpty() || call.get().calledFunction().isEmpty()) {
            return Optional.empty();
        }
        List<IrValue> arguments = call.get().arguments();
        List<Optional<Access>> all = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            if (arguments.get(i).equals(pointer)) {
                all.add(passed(call.get(), i));
            }
        }
        return all.stream().anyMatch(Optional::isEmpty)
                ? Optional.empty()
                : all.stream().map(Optional::get).reduce(Access::or);
    }

    /** Returns whether a site uses an address only to find out which device it is on, perhaps one of several addresses. */
    private static boolean onlyTellsTheDevice(IrValue user) {
        return user.asInstruction()
                .filter(i -> i.opcode() == Opcode.SELECT
                        ? i.value().users().stream().allMatch(CalleeAccess::onlyTellsTheDevice)
                        : OwnMemory.isHelper(i))
                .isPresent();
    }

    private Optional<Access> passed(IrInstruction call, int index) {
        IrFunction callee = call.calledFunction().orElseThrow();
        if (call.hasArgumentAttribute(index, "readnone")) {
            return Optional.of(Access.NONE);
        }
        if (call.hasArgumentAttribute(index, "readonly")) {
            return Optional.of(new Access(true, false));
        }
        return callee.isExact() && index < callee.parameterTypes().size()
                ? Optional.of(summary(new AccessReader(module).read(callee, index)))
                : Optional.empty();
    }
}
