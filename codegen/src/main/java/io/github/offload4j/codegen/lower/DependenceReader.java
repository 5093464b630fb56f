package io.github.offload4j.codegen.lower;

import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.signature.Dependence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Reads {@code "offload.depend"}: what orders an asynchronous call among others. */
final class DependenceReader {
    private final IrInstruction call;
    private final Findings findings;
    private final Set<Long> named = new HashSet<>();

    DependenceReader(IrInstruction call, Findings findings) {
        this.call = call;
        this.findings = findings;
    }

    /** Returns the dependences that nothing is wrong with. */
    List<Dependence> read(List<Mark> marks) {
        List<Dependence> dependences = new ArrayList<>();
        for (Mark mark : marks) {
            Optional<IrValue> address = address(mark);
            Optional<Dependence.Kind> kind = kind(mark);
            if (address.isPresent() && kind.isPresent()) {
                dependences.add(new Dependence(address.get(), kind.get()));
            }
        }
        return dependences;
    }

    private Optional<IrValue> address(Mark mark) {
        OptionalLong number = mark.operand(0).constantInteger();
        List<IrValue> arguments = call.arguments();
        if (number.isEmpty()) {
            findings.add(mark, "the argument of \"offload.depend\" is not a constant; give its number, counted from 0");
            return Optional.empty();
        }
        long index = number.getAsLong();
        if (index < 0 || index >= arguments.size()) {
            findings.add(
                    mark,
                    "\"offload.depend\" names argument " + index + ", and "
                            + (arguments.isEmpty()
                                    ? "the call has none"
                                    : "the call's are numbered from 0 to " + (arguments.size() - 1)));
            return Optional.empty();
        }
        IrValue argument = arguments.get((int) index);
        if (argument.type().addressSpace().orElse(-1) != 0) {
            findings.add(
                    mark,
                    "\"offload.depend\" names argument " + index + ", which is " + argument.type()
                            + "; only on a ptr can a call depend");
            return Optional.empty();
        }
        if (!named.add(index)) {
            findings.add(mark, "the call depends on argument " + index + " twice; remove one");
            return Optional.empty();
        }
        return Optional.of(argument);
    }

    private Optional<Dependence.Kind> kind(Mark mark) {
        OptionalLong bits = mark.operand(1).constantInteger();
        for (Dependence.Kind kind : Dependence.Kind.values()) {
            if (bits.isPresent() && bits.getAsLong() == kind.bits()) {
                return Optional.of(kind);
            }
        }
        findings.add(mark, "the kind of \"offload.depend\" is neither i32 1, for in, nor i32 3, for inout");
        return Optional.empty();
    }
}
