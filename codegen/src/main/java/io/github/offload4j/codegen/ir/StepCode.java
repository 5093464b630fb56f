package io.github.offload4j.codegen.ir;

import static org.bytedeco.llvm.global.LLVM.*;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.bytedeco.llvm.LLVM.LLVMValueRef;

/** A function taken apart, so that it can be followed step by step: what it computes with integers and addresses. */
public final class StepCode {
    /**
     * A choice by where control comes from.
     *
     * @param result the number of its value
     * @param from the blocks
     * @param values the numbers of the values that it has from each
     */
    public record Choice(int result, List<Integer> from, List<Integer> values) {
        /** Copies the lists. */
        public Choice {
            from = List.copyOf(from);
            values = List.copyOf(values);
        }
    }

    private final DataLayout layout;
    private final AddressReader addresses;
    private final Map<IrValue, Integer> numbers = new HashMap<>();
    private final Map<IrBlock, Integer> blockNumbers = new HashMap<>();
    private final List<List<Step>> steps = new ArrayList<>();
    private final List<List<Choice>> choices = new ArrayList<>();

    private StepCode(IrModule module) {
        this.layout = module.layout();
        this.addresses = new AddressReader(layout);
    }

    /** Takes a function with a body apart. */
    public static StepCode of(IrFunction function, IrModule module) {
        StepCode code = new StepCode(module);
        List<IrBlock> blocks = function.blocks();
        blocks.forEach(block -> code.blockNumbers.put(block, code.blockNumbers.size()));
        blocks.forEach(code::add);
        return code;
    }

    /** Returns the steps of each block, without its choices. */
    public List<List<Step>> blocks() {
        return List.copyOf(steps);
    }

    /** Returns what each block chooses at its beginning. */
    public List<List<Choice>> choices() {
        return List.copyOf(choices);
    }

    /** Returns the values and their numbers: parameters, constants, results. */
    public Map<IrValue, Integer> values() {
        return Map.copyOf(numbers);
    }

    /** Returns what a constant address leads to and how far in; the address itself where it is computed. */
    public Address address(IrValue constant) {
        return addresses.read(constant);
    }

    private int number(IrValue value) {
        return numbers.computeIfAbsent(value, v -> numbers.size());
    }

    private int blockNumber(IrBlock block) {
        return blockNumbers.getOrDefault(block, 0);
    }

    private void add(IrBlock block) {
        List<Step> list = new ArrayList<>();
        List<Choice> chosen = new ArrayList<>();
        for (IrInstruction instruction : block.instructions()) {
            if (instruction.opcode() == Opcode.PHI) {
                List<PhiNodes.Incoming> incoming = PhiNodes.incoming(instruction);
                chosen.add(new Choice(
                        number(instruction.value()),
                        incoming.stream().map(i -> blockNumber(i.block())).toList(),
                        incoming.stream().map(i -> number(i.value())).toList()));
            } else {
                list.add(step(instruction));
            }
        }
        steps.add(List.copyOf(list));
        choices.add(List.copyOf(chosen));
    }

    private Step step(IrInstruction instruction) {
        LLVMValueRef ref = instruction.value().raw();
        int opcode = LLVMGetInstructionOpcode(ref);
        return switch (opcode) {
            case LLVMAdd -> computed(Step.Kind.ADD, instruction);
            case LLVMSub -> computed(Step.Kind.SUBTRACT, instruction);
            case LLVMMul -> computed(Step.Kind.MULTIPLY, instruction);
            case LLVMAnd -> computed(Step.Kind.AND, instruction);
            case LLVMOr -> computed(Step.Kind.OR, instruction);
            case LLVMXor -> computed(Step.Kind.XOR, instruction);
            case LLVMShl -> computed(Step.Kind.SHIFT_LEFT, instruction);
            case LLVMLShr -> computed(Step.Kind.SHIFT_RIGHT, instruction);
            case LLVMAShr -> computed(Step.Kind.SHIFT_RIGHT_SIGNED, instruction);
            case LLVMUDiv -> computed(Step.Kind.DIVIDE, instruction);
            case LLVMSDiv -> computed(Step.Kind.DIVIDE_SIGNED, instruction);
            case LLVMURem -> computed(Step.Kind.REMAINDER, instruction);
            case LLVMSRem -> computed(Step.Kind.REMAINDER_SIGNED, instruction);
            case LLVMTrunc, LLVMZExt -> computed(Step.Kind.RESIZE, instruction);
            case LLVMSExt -> extended(instruction);
            case LLVMFreeze, LLVMAddrSpaceCast -> computed(Step.Kind.COPY, instruction);
            case LLVMBitCast ->
                computed(
                        instruction.value().type().addressSpace().isPresent() ? Step.Kind.COPY : Step.Kind.UNKNOWN,
                        instruction);
            case LLVMSelect -> computed(Step.Kind.SELECT, instruction);
            case LLVMICmp -> compared(instruction);
            case LLVMGetElementPtr -> address(instruction);
            case LLVMLoad ->
                accessed(Step.Kind.LOAD, instruction, instruction.value().type());
            case LLVMStore ->
                accessed(Step.Kind.STORE, instruction, instruction.operand(0).type());
            case LLVMAtomicRMW, LLVMAtomicCmpXchg -> computed(Step.Kind.ATOMIC, instruction);
            case LLVMCall -> called(instruction);
            case LLVMBr, LLVMSwitch -> jump(instruction, opcode == LLVMSwitch);
            case LLVMRet -> of(Step.Kind.RETURN, instruction, List.of(), 0, "", List.of());
            case LLVMInvoke, LLVMUnreachable, LLVMIndirectBr, LLVMCallBr, LLVMResume, LLVMVAArg ->
                of(Step.Kind.LOST, instruction, List.of(), 0, "", List.of());
            default -> computed(Step.Kind.UNKNOWN, instruction);
        };
    }

    private Step of(
            Step.Kind kind,
            IrInstruction instruction,
            List<IrValue> operands,
            int bits,
            String detail,
            List<Long> scales) {
        boolean gives = !instruction.value().type().isVoid();
        return new Step(
                kind,
                instruction,
                gives ? number(instruction.value()) : -1,
                operands.stream().map(this::number).toList(),
                bits,
                detail,
                scales,
                List.of(),
                List.of());
    }

    private Step computed(Step.Kind kind, IrInstruction instruction) {
        IrType type = instruction.value().type();
        boolean integer = type.isInteger() && type.integerBits() <= Long.SIZE;
        boolean followed =
                integer || type.addressSpace().isPresent() || kind == Step.Kind.UNKNOWN || kind == Step.Kind.ATOMIC;
        return of(
                followed ? kind : Step.Kind.UNKNOWN,
                instruction,
                instruction.operands(),
                integer ? type.integerBits() : 0,
                "",
                List.of());
    }

    private Step extended(IrInstruction instruction) {
        IrType from = instruction.operand(0).type();
        boolean integer = from.isInteger() && instruction.value().type().integerBits() <= Long.SIZE;
        return integer
                ? of(Step.Kind.EXTEND, instruction, instruction.operands(), from.integerBits(), "", List.of())
                : computed(Step.Kind.UNKNOWN, instruction);
    }

    private Step compared(IrInstruction instruction) {
        IrType type = instruction.operand(0).type();
        return type.isInteger() && type.integerBits() <= Long.SIZE
                ? of(
                        Step.Kind.COMPARE,
                        instruction,
                        instruction.operands(),
                        type.integerBits(),
                        predicate(LLVMGetICmpPredicate(instruction.value().raw())),
                        List.of())
                : computed(Step.Kind.UNKNOWN, instruction);
    }

    private static String predicate(int code) {
        return switch (code) {
            case LLVMIntEQ -> "eq";
            case LLVMIntNE -> "ne";
            case LLVMIntUGT -> "ugt";
            case LLVMIntUGE -> "uge";
            case LLVMIntULT -> "ult";
            case LLVMIntULE -> "ule";
            case LLVMIntSGT -> "sgt";
            case LLVMIntSGE -> "sge";
            case LLVMIntSLT -> "slt";
            default -> "sle";
        };
    }

    private Step address(IrInstruction instruction) {
        LLVMValueRef ref = instruction.value().raw();
        IrType type = new IrType(LLVMGetGEPSourceElementType(ref));
        List<IrValue> operands = new ArrayList<>(List.of(instruction.operand(0)));
        List<Long> scales = new ArrayList<>();
        long added = 0;
        for (int i = 1; i < LLVMGetNumOperands(ref); i++) {
            IrValue index = instruction.operand(i);
            OptionalLong constant = index.constantInteger();
            if (i > 1 && type.isStruct()) {
                int field = (int) constant.orElse(0);
                OptionalLong offset = layout.fieldOffset(type, field);
                if (offset.isEmpty()) {
                    return computed(Step.Kind.UNKNOWN, instruction);
                }
                added += offset.getAsLong();
                type = type.fields().get(field);
                continue;
            }
            if (i > 1) {
                if (!type.isSequence()) {
                    return computed(Step.Kind.UNKNOWN, instruction);
                }
                type = type.sequenceElement();
            }
            OptionalLong bytes = layout.bytes(type);
            if (bytes.isEmpty() || !index.type().isInteger() || index.type().integerBits() > Long.SIZE) {
                return computed(Step.Kind.UNKNOWN, instruction);
            }
            operands.add(index);
            // how wide the index is, whose sign counts, and what it counts for
            scales.add((long) index.type().integerBits());
            scales.add(bytes.getAsLong());
        }
        scales.add(added);
        return of(Step.Kind.ADDRESS, instruction, operands, 0, "", scales);
    }

    private Step accessed(Step.Kind kind, IrInstruction instruction, IrType type) {
        OptionalLong bytes = layout.storedBytes(type);
        boolean plain = !instruction.isOrdered() && bytes.isPresent() && bytes.getAsLong() <= Integer.MAX_VALUE;
        return of(
                plain ? kind : Step.Kind.ATOMIC,
                instruction,
                instruction.operands(),
                plain ? (int) bytes.getAsLong() : 0,
                "",
                List.of());
    }

    private Step called(IrInstruction instruction) {
        return instruction
                .calledFunction()
                .filter(IrFunction::isDeclaration)
                .map(callee -> of(
                        Step.Kind.CALL,
                        instruction,
                        instruction.arguments(),
                        instruction.value().type().isInteger()
                                ? instruction.value().type().integerBits()
                                : 0,
                        callee.name(),
                        List.of()))
                .orElseGet(() -> of(Step.Kind.LOST, instruction, List.of(), 0, "", List.of()));
    }

    private Step jump(IrInstruction instruction, boolean bySwitch) {
        LLVMValueRef ref = instruction.value().raw();
        List<Integer> targets = new ArrayList<>(
                instruction.successors().stream().map(this::blockNumber).toList());
        List<IrValue> operands = new ArrayList<>();
        List<Long> cases = new ArrayList<>();
        int bits = 1;
        if (bySwitch) {
            IrType type = instruction.operand(0).type();
            if (type.integerBits() > Long.SIZE) {
                return of(Step.Kind.LOST, instruction, List.of(), 0, "", List.of());
            }
            bits = type.integerBits();
            operands.add(instruction.operand(0));
            // the default comes first, and the values stand in front of their blocks
            targets.add(targets.remove(0));
            for (int i = 2; i < LLVMGetNumOperands(ref); i += 2) {
                cases.add(LLVMConstIntGetZExtValue(LLVMGetOperand(ref, i)));
            }
        } else if (LLVMIsConditional(ref) != 0) {
            operands.add(new IrValue(LLVMGetCondition(ref)));
            cases.add(1L);
        }
        return new Step(
                Step.Kind.JUMP,
                instruction,
                -1,
                operands.stream().map(this::number).toList(),
                bits,
                "",
                List.of(),
                targets,
                cases);
    }
}
