package io.github.offload4j.codegen.transfer;

import io.github.offload4j.codegen.abi.RuntimeState;
import io.github.offload4j.codegen.emit.Emission;
import io.github.offload4j.codegen.emit.site.SiteRecord;
import io.github.offload4j.codegen.flow.CodeFacts;
import io.github.offload4j.codegen.flow.FunctionFacts;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.Opcode;
import io.github.offload4j.codegen.signature.Device;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The sites around calls of a module, and what its functions do besides their sites.
 *
 * @param sites around calls; none where the sites of the module do not all go to one device
 * @param code what functions do with the host's memory, their own sites left out when there are sites around calls
 * @param whole what they do with any, their sites included: they may launch kernels on memory of a device that they are given
 */
record HeldCalls(CallSites sites, CodeFacts code, CodeFacts whole) implements AutoCloseable {
    /** Puts sites around the calls of functions with sites. */
    static HeldCalls of(
            IrModule module, Emission emission, Map<IrFunction, List<SiteRecord>> sites, KernelBodies kernels) {
        Optional<Device> device = device(sites, module);
        boolean called = sites.keySet().stream().anyMatch(HeldCalls::isCalled);
        if (device.isEmpty() || !called) {
            CodeFacts whole = CodeFacts.of(module);
            return new HeldCalls(new CallSites(), whole, whole);
        }
        Set<IrInstruction> own = new HashSet<>();
        Set<IrInstruction> quiet = new HashSet<>();
        sites.forEach((function, all) -> {
            FunctionFacts facts = new FunctionFacts(module, function);
            OwnMemory memory = new OwnMemory(facts, all);
            // what only the runtime reads from the sites' tables: their addresses would keep LLVM from seeing that
            function.instructions().stream()
                    .filter(i -> i.opcode() == Opcode.STORE
                            && memory.isArray(
                                    facts.pointers().address(i.operand(1)).base()))
                    .forEach(quiet::add);
            CallPlanner.callsIn(function).stream().filter(memory::isOwn).forEach(own::add);
            for (SiteRecord site : all) {
                for (int i = 0; i < site.entries().size(); i++) {
                    site.devicePointer(i).flatMap(IrValue::asInstruction).ifPresent(quiet::add);
                }
            }
        });
        quiet.addAll(own);
        CodeFacts code = CodeFacts.without(quiet, module);
        CodeFacts whole = CodeFacts.of(module);
        CalleeAccess callees = new CalleeAccess(whole, kernels);
        CallSites around = new CallPlanner(module, emission, sites, own, code, callees, device.get()).emit();
        return new HeldCalls(around, code, whole);
    }

    private static boolean isCalled(IrFunction function) {
        return !function.calls().isEmpty();
    }

    /** Returns the device of all sites, when it is one, and the same whenever control comes to one of them. */
    private static Optional<Device> device(Map<IrFunction, List<SiteRecord>> sites, IrModule module) {
        List<Device> devices = sites.values().stream()
                .flatMap(List::stream)
                .map(SiteRecord::device)
                .distinct()
                .toList();
        if (devices.size() != 1) {
            return Optional.empty();
        }
        boolean chosen = RuntimeState.DEVICE_SETTERS.stream()
                .anyMatch(name -> module.findFunction(name).isPresent());
        boolean fixed =
                devices.get(0) instanceof Device.Numbered || (devices.get(0) instanceof Device.Default && !chosen);
        return fixed ? Optional.of(devices.get(0)) : Optional.empty();
    }

    @Override
    public void close() {
        code.close();
        if (whole != code) {
            whole.close();
        }
    }
}
