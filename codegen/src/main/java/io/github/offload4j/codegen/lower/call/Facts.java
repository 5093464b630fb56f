package io.github.offload4j.codegen.lower.call;

import io.github.offload4j.codegen.ir.ConstantFacts;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.PromotedCopy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What marks and calls pass, as far as it is known before the program runs. */
final class Facts implements AutoCloseable {
    private final PromotedCopy copy;

    Facts(PromotedCopy copy) {
        this.copy = copy;
    }

    /** Returns the constant that a mark passes. */
    OptionalLong constant(MarkCall mark, int operand) {
        OptionalLong given = mark.operand(operand).constantInteger();
        return given.isPresent()
                ? given
                : promoted(mark, operand).map(IrValue::constantInteger).orElse(OptionalLong.empty());
    }

    /** Returns the function whose address a mark passes. */
    Optional<IrFunction> function(MarkCall mark, int operand) {
        Optional<IrFunction> given = mark.operand(operand).asFunction();
        return given.isPresent()
                ? given
                : promoted(mark, operand).flatMap(IrValue::asFunction).flatMap(copy::original);
    }

    private Optional<IrValue> promoted(MarkCall mark, int operand) {
        return copy.counterpart(mark.call()).map(call -> call.arguments().get(operand));
    }

    /** Returns whether two marks are certainly the same mark with the same operands. */
    boolean saySame(MarkCall first, MarkCall second) {
        if (first.function() != second.function()) {
            return false;
        }
        for (int i = 0; i < first.call().arguments().size(); i++) {
            int operand = i;
            boolean same = first.operand(i).equals(second.operand(i))
                    || promoted(first, i)
                            .filter(value -> !ConstantFacts.isUndefined(value))
                            .filter(value -> promoted(second, operand)
                                    .filter(value::equals)
                                    .isPresent())
                            .isPresent();
            if (!same) {
                return false;
            }
        }
        return true;
    }

    /** Returns whether a call is certainly one of the function that a mark names. */
    boolean calls(IrInstruction call, MarkCall mark) {
        IrValue named = mark.operand(0);
        if (call.calledValue().equals(named)) {
            return true;
        }
        Optional<IrFunction> function = function(mark, 0);
        if (function.isPresent() && call.calledFunction().equals(function)) {
            return true;
        }
        return promoted(mark, 0)
                .filter(value -> copy.counterpart(call)
                        .map(IrInstruction::calledValue)
                        .filter(value::equals)
                        .isPresent())
                .isPresent();
    }

    /** Returns whether two marks certainly pass the same pointer. */
    boolean nameSame(MarkCall first, MarkCall second) {
        if (first.operand(0).equals(second.operand(0))) {
            return true;
        }
        Optional<IrValue> pointer = promoted(first, 0).filter(value -> !ConstantFacts.isUndefined(value));
        return pointer.isPresent() && pointer.equals(promoted(second, 0));
    }

    /** Returns the numbers of the arguments that certainly are the pointer which a mark passes. */
    List<Integer> matching(MarkCall mark, IrInstruction call) {
        List<IrValue> given = call.arguments();
        Optional<IrValue> pointer = promoted(mark, 0).filter(value -> !ConstantFacts.isUndefined(value));
        Optional<List<IrValue>> promoted = copy.counterpart(call).map(IrInstruction::arguments);
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            boolean same = given.get(i).equals(mark.operand(0))
                    || (pointer.isPresent()
                            && promoted.isPresent()
                            && promoted.get().get(i).equals(pointer.get()));
            if (same && !ConstantFacts.isUndefined(given.get(i))) {
                found.add(i);
            }
        }
        return found;
    }

    @Override
    public void close() {
        copy.close();
    }
}
