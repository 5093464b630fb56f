package io.github.offload4j.codegen.ir;

import static org.bytedeco.llvm.global.LLVM.LLVMAdd;
import static org.bytedeco.llvm.global.LLVM.LLVMAddrSpaceCast;
import static org.bytedeco.llvm.global.LLVM.LLVMBitCast;
import static org.bytedeco.llvm.global.LLVM.LLVMBuildBinOp;
import static org.bytedeco.llvm.global.LLVM.LLVMBuildCast;
import static org.bytedeco.llvm.global.LLVM.LLVMBuildGEP2;
import static org.bytedeco.llvm.global.LLVM.LLVMGEPGetNoWrapFlags;
import static org.bytedeco.llvm.global.LLVM.LLVMGEPSetNoWrapFlags;
import static org.bytedeco.llvm.global.LLVM.LLVMGetConstOpcode;
import static org.bytedeco.llvm.global.LLVM.LLVMGetElementPtr;
import static org.bytedeco.llvm.global.LLVM.LLVMGetGEPSourceElementType;
import static org.bytedeco.llvm.global.LLVM.LLVMIntToPtr;
import static org.bytedeco.llvm.global.LLVM.LLVMIsAConstantExpr;
import static org.bytedeco.llvm.global.LLVM.LLVMIsConstant;
import static org.bytedeco.llvm.global.LLVM.LLVMMul;
import static org.bytedeco.llvm.global.LLVM.LLVMPtrToInt;
import static org.bytedeco.llvm.global.LLVM.LLVMSub;
import static org.bytedeco.llvm.global.LLVM.LLVMTrunc;
import static org.bytedeco.llvm.global.LLVM.LLVMVectorTypeKind;
import static org.bytedeco.llvm.global.LLVM.LLVMXor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.bytedeco.llvm.LLVM.LLVMValueRef;

/** Puts values that are known at run time in the place of variables, also inside of constants, which become instructions. */
public final class ConstantAddresses {
    private final IrFunction function;
    private final IrContext context;
    private final Function<IrValue, Optional<IrValue>> replacement;
    private final Map<IrValue, Boolean> known = new HashMap<>();

    private ConstantAddresses(
            IrFunction function, IrContext context, Function<IrValue, Optional<IrValue>> replacement) {
        this.function = function;
        this.context = context;
        this.replacement = replacement;
    }

    /**
     * Replaces variables in a function.
     *
     * @param replacement what stands for a variable, of the same type and available everywhere in the function; nothing for
     *     one that stays
     * @return a constant that holds such a variable and that no instruction can compute, if there is one
     */
    public static Optional<IrValue> replace(
            IrFunction function, IrContext context, Function<IrValue, Optional<IrValue>> replacement) {
        ConstantAddresses addresses = new ConstantAddresses(function, context, replacement);
        try {
            addresses.run();
            return Optional.empty();
        } catch (NotComputable e) {
            return Optional.of(e.constant);
        }
    }

    private void run() {
        for (IrInstruction instruction : function.instructions()) {
            // a PHI that lists a block twice must list one value twice
            Map<IrInstruction, IrValue> computed = new HashMap<>();
            List<IrValue> operands = instruction.operands();
            for (int i = 0; i < operands.size(); i++) {
                IrValue operand = operands.get(i);
                if (concerns(operand)) {
                    boolean phi = instruction.opcode() == Opcode.PHI;
                    IrInstruction place = phi ? end(instruction, i) : instruction;
                    IrValue value = phi
                            ? computed.computeIfAbsent(place, p -> computeAt(operand, p))
                            : computeAt(operand, place);
                    instruction.setOperand(i, value);
                }
            }
        }
    }

    private static IrInstruction end(IrInstruction phi, int index) {
        return PhiNodes.incoming(phi).get(index).block().terminator().orElseThrow();
    }

    private IrValue computeAt(IrValue value, IrInstruction place) {
        try (IrBuilder builder = IrBuilder.before(place, context)) {
            return compute(value, builder);
        }
    }

    private boolean concerns(IrValue value) {
        if (value.isGlobalVariable()) {
            return replacement.apply(value).isPresent();
        }
        if (value.asInstruction().isPresent() || value.isParameter()) {
            return false;
        }
        Boolean answer = known.get(value);
        if (answer == null) {
            answer = ConstantFacts.parts(value).stream().anyMatch(this::concerns);
            known.put(value, answer);
        }
        return answer;
    }

    private IrValue compute(IrValue value, IrBuilder builder) {
        if (!concerns(value)) {
            return value;
        }
        if (value.isGlobalVariable()) {
            return replacement.apply(value).orElseThrow();
        }
        LLVMValueRef ref = value.raw();
        if (Handles.isNull(LLVMIsAConstantExpr(ref))) {
            return aggregate(value, builder);
        }
        List<IrValue> parts = new ArrayList<>();
        ConstantFacts.parts(value).forEach(part -> parts.add(compute(part, builder)));
        int opcode = LLVMGetConstOpcode(ref);
        return switch (opcode) {
            case LLVMGetElementPtr -> address(ref, parts, builder);
            case LLVMAdd, LLVMSub, LLVMMul, LLVMXor ->
                new IrValue(LLVMBuildBinOp(
                        builder.raw(), opcode, parts.get(0).raw(), parts.get(1).raw(), ""));
            case LLVMTrunc, LLVMPtrToInt, LLVMIntToPtr, LLVMBitCast, LLVMAddrSpaceCast ->
                cast(opcode, parts.get(0), value.type(), builder);
            default -> throw new NotComputable(value);
        };
    }

    private static IrValue cast(int opcode, IrValue from, IrType type, IrBuilder builder) {
        // a pointer that was moved to another address space, and back
        Optional<IrValue> before = from.asInstruction()
                .filter(i -> opcode == LLVMAddrSpaceCast && i.opcode() == Opcode.ADDRESS_SPACE_CAST)
                .map(i -> i.operand(0))
                .filter(original -> original.type().equals(type));
        return before.orElseGet(() -> new IrValue(LLVMBuildCast(builder.raw(), opcode, from.raw(), type.raw(), "")));
    }

    private IrValue address(LLVMValueRef ref, List<IrValue> parts, IrBuilder builder) {
        List<IrValue> indices = parts.subList(1, parts.size());
        LLVMValueRef made = LLVMBuildGEP2(
                builder.raw(),
                LLVMGetGEPSourceElementType(ref),
                parts.get(0).raw(),
                context.scratch().ofValues(indices),
                indices.size(),
                "");
        if (LLVMIsConstant(made) == 0) {
            LLVMGEPSetNoWrapFlags(made, LLVMGEPGetNoWrapFlags(ref));
        }
        return new IrValue(made);
    }

    private IrValue aggregate(IrValue value, IrBuilder builder) {
        if ((!value.type().isStruct() && !value.type().isSequence()) || isVector(value.type())) {
            throw new NotComputable(value);
        }
        IrValue made = context.poison(value.type());
        List<IrValue> parts = ConstantFacts.parts(value);
        for (int i = 0; i < parts.size(); i++) {
            made = builder.insert(made, compute(parts.get(i), builder), i);
        }
        return made;
    }

    private static boolean isVector(IrType type) {
        return type.kind() == LLVMVectorTypeKind;
    }

    private static final class NotComputable extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient IrValue constant;

        private NotComputable(IrValue constant) {
            super("no instruction computes the constant");
            this.constant = constant;
        }
    }
}
