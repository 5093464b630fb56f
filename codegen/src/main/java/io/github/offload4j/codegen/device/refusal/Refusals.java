package io.github.offload4j.codegen.device.refusal;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.image.DeviceTarget;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrInstruction;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every reason why kernels cannot be compiled for a target, so that a user learns of all of them at once. */
public final class Refusals {
    private final DeviceTarget target;
    private final Set<Reason> reasons = new LinkedHashSet<>();

    private record Reason(String symbol, String why) {}

    /** Makes an empty collection. */
    public Refusals(DeviceTarget target) {
        this.target = target;
    }

    /** Adds a reason that a function gives. */
    public void add(IrFunction function, String why) {
        reasons.add(new Reason(function.name(), why));
    }

    /** Adds a reason that an instruction gives, with its place where that is known. */
    public void add(IrInstruction instruction, String why) {
        add(instruction.function(), why + at(instruction));
    }

    /** Returns an instruction's source location in parentheses, empty when it has none. */
    public static String at(IrInstruction instruction) {
        return instruction.location().map(l -> " (" + l + ")").orElse("");
    }

    /** Returns the target. */
    public DeviceTarget target() {
        return target;
    }

    /**
     * Reports what was added.
     *
     * @param demangle finds the names that symbols have in their source, of those that are given and have others there
     * @throws OffloadException with a line for each reason, when there is any
     */
    public void throwIfAny(Function<List<String>, Map<String, String>> demangle) {
        if (reasons.isEmpty()) {
            return;
        }
        Map<String, String> names =
                demangle.apply(reasons.stream().map(Reason::symbol).distinct().toList());
        throw new OffloadException(
                OffloadException.Reason.KERNEL,
                reasons.stream().map(reason -> message(reason, names)).collect(Collectors.joining("\n")));
    }

    private String message(Reason reason, Map<String, String> names) {
        String name = names.containsKey(reason.symbol()) ? " (" + names.get(reason.symbol()) + ")" : "";
        return "'" + reason.symbol() + "'" + name + " cannot be compiled for " + target + ": " + reason.why();
    }
}
