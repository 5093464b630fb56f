package io.github.offload4j.codegen.device;

import io.github.offload4j.codegen.device.refusal.Refusals;
import io.github.offload4j.codegen.image.Architecture;
import io.github.offload4j.codegen.image.DeviceTarget;
import io.github.offload4j.codegen.ir.Atomics;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrInstruction;
import java.util.Set;
import java.util.regex.Pattern;

/** What must hold of atomic accesses and fences: LLVM ends the process, or calls a library that no device has. */
final class AtomicRules {
    /** Those without an exchange of 16 bytes. */
    private static final Set<String> NARROW_HOSTS = Set.of("x86-64", "k8", "athlon64", "opteron");

    private static final Pattern OLD_NVIDIA = Pattern.compile("sm_[1-6]\\d");

    private final DeviceTarget target;
    private final Refusals refusals;
    private final int widest;

    /** Whether loads and stores can order what is around them. */
    private final boolean orders;

    AtomicRules(DeviceTarget target, Refusals refusals) {
        this.target = target;
        this.refusals = refusals;
        boolean wide = target.architecture().isHost() && !NARROW_HOSTS.contains(target.processor());
        this.orders = !OLD_NVIDIA.matcher(target.processor()).matches();
        this.widest = wide ? 2 * Long.SIZE : Long.SIZE;
    }

    /**
     * Checks one instruction of any kind.
     *
     * @param function that has it
     */
    void check(IrInstruction instruction, IrFunction function) {
        if (Atomics.isAccess(instruction)) {
            checkAccess(instruction, function);
        }
        if (Atomics.hasScope(instruction)) {
            Atomics.scope(instruction).ifPresent(scope -> checkScope(scope, instruction, function));
        }
    }

    private void checkAccess(IrInstruction access, IrFunction function) {
        long bits = Atomics.bits(access);
        boolean wide = bits == WideAtomics.BITS && WideAtomics.has(target) && Atomics.isOfInteger(access);
        if (bits > widest && !wide) {
            refusals.add(
                    function,
                    "it accesses " + bits + " bits atomically" + Refusals.at(access) + "; the processor can " + widest);
            return;
        }
        if (target.architecture() == Architecture.AMDGCN && bits == Byte.SIZE && Atomics.isArithmetic(access)) {
            refusals.add(
                    function,
                    "it computes with 8 bits atomically" + Refusals.at(access)
                            + ", which LLVM has no code for; use 16 or 32, or compare and exchange");
            return;
        }
        if (!orders && Atomics.isOrderedLoadOrStore(access)) {
            refusals.add(
                    function,
                    "it orders memory by an atomic load or store" + Refusals.at(access)
                            + ", which processors before sm_70 cannot; make it monotonic, and put a fence beside it");
            return;
        }
        int alignment = Atomics.alignment(access);
        if ((long) alignment * Byte.SIZE < bits) {
            refusals.add(
                    function,
                    "it accesses " + bits + " bits atomically at an address that is a multiple of " + alignment
                            + " bytes only" + Refusals.at(access) + "; align it to " + bits / Byte.SIZE);
        }
    }

    private void checkScope(String scope, IrInstruction ordering, IrFunction function) {
        if (SyncScope.of(scope).isEmpty()) {
            refusals.add(
                    function,
                    "it orders memory for the scope '" + scope + "'" + Refusals.at(ordering)
                            + "; devices have singlethread, wavefront, workgroup (or block), cluster, and agent (or"
                            + " device)");
        }
    }
}
