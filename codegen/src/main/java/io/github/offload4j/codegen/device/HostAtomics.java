package io.github.offload4j.codegen.device;

import io.github.offload4j.codegen.device.block.BlockFunction;
import io.github.offload4j.codegen.ir.Atomics;
import io.github.offload4j.codegen.ir.IrBlock;
import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrContext;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.IrType;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.Linkage;
import io.github.offload4j.codegen.ir.Opcode;
import io.github.offload4j.codegen.ir.TargetMachine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What atomic accesses and fences are on a host, by whom they are for. A block runs on one thread, so those for a block are
 * plain accesses. Those for the device are plain while the process has one thread, which nobody else can tell from locked ones.
 * Those for the whole system are left as they are: other processes and devices may see that memory, and signal handlers.
 */
final class HostAtomics {
    private static final String PREFIX = ".offload.atomic.";
    private static final String LOWER = "lower-atomic";

    private final IrModule module;
    private final IrContext context;
    private final TargetMachine machine;
    private final Map<String, GridFunction> blocks = new HashMap<>();
    private int count;

    private HostAtomics(IrModule module, TargetMachine machine, List<GridFunction> functions) {
        this.module = module;
        this.context = module.context();
        this.machine = machine;
        functions.forEach(function -> blocks.put(function.function().name(), function));
    }

    /**
     * Settles it in a module whose kernels are loops over their threads already.
     *
     * @param functions those that run blocks, and know whether they do so alone
     * @return whether there are functions to inline now
     */
    static boolean settle(IrModule module, TargetMachine machine, List<GridFunction> functions) {
        HostAtomics atomics = new HostAtomics(module, machine, functions);
        module.functions().forEach(atomics::settle);
        return atomics.count > 0;
    }

    /** Says of accesses of memory that only a block has that they are for that block. */
    static void ofBlock(BlockFunction block, IrContext context) {
        for (IrInstruction instruction : block.function().instructions()) {
            if (Atomics.isAccess(instruction)) {
                IrValue place = begin(instruction.operand(instruction.opcode() == Opcode.STORE ? 1 : 0));
                if (place.equals(block.shared()) || place.equals(block.dynamicShared())) {
                    Atomics.setScope(instruction, SyncScope.BLOCK.plainName(), context);
                }
            }
        }
    }

    private static IrValue begin(IrValue address) {
        IrValue begin = address;
        Optional<IrInstruction> step = begin.asInstruction().filter(HostAtomics::isStep);
        while (step.isPresent()) {
            begin = step.get().operand(0);
            step = begin.asInstruction().filter(HostAtomics::isStep);
        }
        return begin;
    }

    private static boolean isStep(IrInstruction instruction) {
        return instruction.opcode() == Opcode.ELEMENT_ADDRESS || instruction.opcode() == Opcode.ADDRESS_SPACE_CAST;
    }

    private void settle(IrFunction function) {
        List<IrInstruction> ofDevice = new ArrayList<>();
        for (IrInstruction instruction : function.instructions()) {
            if (Atomics.hasScope(instruction)) {
                SyncScope scope =
                        SyncScope.of(Atomics.scope(instruction).orElse("")).orElse(SyncScope.SYSTEM);
                switch (scope) {
                    case THREAD, SYSTEM -> {}
                    case WAVEFRONT, BLOCK -> settleInBlock(instruction);
                    case CLUSTER, DEVICE -> {
                        Atomics.setScope(instruction, "", context);
                        ofDevice.add(instruction);
                    }
                }
            }
        }
        GridFunction runner = blocks.get(function.name());
        if (runner != null) {
            ofDevice.removeIf(instruction -> !Atomics.isDear(instruction));
            settleOfDevice(ofDevice, runner);
        }
    }

    private void settleInBlock(IrInstruction instruction) {
        if (instruction.opcode() == Opcode.FENCE) {
            Atomics.setScope(instruction, SyncScope.onOneThread(), context);
            return;
        }
        Atomics.setScope(instruction, "", context);
        if (Atomics.isDear(instruction)) {
            IrFunction plain = plain(instruction, number());
            replace(instruction, plain, instruction.operands());
        }
    }

    private void settleOfDevice(List<IrInstruction> instructions, GridFunction runner) {
        if (instructions.isEmpty()) {
            return;
        }
        IrValue alone;
        IrInstruction first = runner.function().blocks().get(0).instructions().get(0);
        try (IrBuilder builder = IrBuilder.before(first, context)) {
            alone = builder.call(Cores.alone(module), List.of(runner.part()), "alone");
        }
        for (IrInstruction instruction : instructions) {
            List<IrValue> operands = new ArrayList<>(instruction.operands());
            operands.add(alone);
            replace(instruction, either(instruction), operands);
        }
    }

    private void replace(IrInstruction instruction, IrFunction function, List<IrValue> arguments) {
        try (IrBuilder builder = IrBuilder.before(instruction, context)) {
            IrValue result = builder.call(function, arguments, "");
            if (!function.returnType().isVoid()) {
                instruction.replaceUsesWith(result);
            }
        }
        instruction.erase();
    }

    /** Returns a function of the instruction's operands, and of whether it may be done without locking. */
    private IrFunction either(IrInstruction instruction) {
        int number = number();
        IrFunction plain = plain(instruction, number);
        List<IrType> types = types(instruction);
        types.add(context.integer(1));
        IrFunction function = function("either." + number, instruction, types);
        IrBlock alone = function.appendBlock("alone");
        IrBlock beside = function.appendBlock("beside.others");
        IrBlock entry = function.blocks().get(0);
        List<IrValue> operands = new ArrayList<>();
        for (int i = 0; i < types.size() - 1; i++) {
            operands.add(function.parameter(i));
        }
        try (IrBuilder builder = IrBuilder.atEnd(entry, context)) {
            builder.branch(function.parameter(types.size() - 1), alone, beside);
            builder.moveToEnd(alone);
            giveBack(builder.call(plain, operands, ""), function, builder);
            builder.moveToEnd(beside);
            giveBack(copy(instruction, function, builder), function, builder);
        }
        return function;
    }

    /** Returns a function that does to its parameters what an instruction does to its operands, without locking. */
    private IrFunction plain(IrInstruction instruction, int number) {
        IrFunction function = function("plain." + number, instruction, types(instruction));
        try (IrBuilder builder = IrBuilder.atEnd(function.blocks().get(0), context)) {
            giveBack(copy(instruction, function, builder), function, builder);
        }
        machine.runPasses(function, LOWER);
        return function;
    }

    private int number() {
        return count++;
    }

    private IrFunction function(String name, IrInstruction instruction, List<IrType> types) {
        IrFunction function = module.addFunction(
                PREFIX + name, context.function(instruction.value().type(), types), Linkage.INTERNAL);
        TargetLowering.alwaysInline(function, module);
        function.appendBlock("entry");
        return function;
    }

    private static List<IrType> types(IrInstruction instruction) {
        return new ArrayList<>(
                instruction.operands().stream().map(IrValue::type).toList());
    }

    private static IrValue copy(IrInstruction instruction, IrFunction function, IrBuilder builder) {
        IrInstruction copy = builder.copyOf(instruction);
        copy.forgetLocation();
        for (int i = 0; i < copy.operands().size(); i++) {
            copy.setOperand(i, function.parameter(i));
        }
        return copy.value();
    }

    private static void giveBack(IrValue value, IrFunction function, IrBuilder builder) {
        if (function.returnType().isVoid()) {
            builder.returnVoid();
        } else {
            builder.returnValue(value);
        }
    }
}
