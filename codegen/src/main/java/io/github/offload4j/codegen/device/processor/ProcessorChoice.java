package io.github.offload4j.codegen.device.processor;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import io.github.offload4j.codegen.image.Architecture;
import io.github.offload4j.codegen.image.DeviceTarget;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Processors of one family of hosts, of which a program takes the best that its machine is like. */
public final class ProcessorChoice {
    /** The function that returns the index of the processor, or their number when the machine is like none of them. */
    public static final String FUNCTION = ".offload.processor";

    /** The variable that has the index once it is known, and else -1. */
    public static final String CHOSEN = ".offload.chosen";

    private static final Comparator<MachineWords.Requirement> BEST_FIRST =
            Comparator.comparingInt(MachineWords.Requirement::size).reversed();

    private final Architecture architecture;
    private final List<MachineWords.Requirement> best;

    private ProcessorChoice(Architecture architecture, List<MachineWords.Requirement> best) {
        this.architecture = architecture;
        this.best = best;
    }

    /**
     * Returns a choice.
     *
     * @throws OffloadException when LLVM does not know a processor, a program could not find out whether a machine is like
     *     it, or the targets are not all of one family of hosts
     */
    public static ProcessorChoice of(List<DeviceTarget> targets) {
        Architecture architecture = targets.get(0).architecture();
        if (!architecture.isHost() || targets.stream().anyMatch(target -> target.architecture() != architecture)) {
            throw new OffloadException(
                    Reason.ARGUMENT,
                    "one image is for one GPU, or for processors of one family of hosts, not for "
                            + targets.stream().map(DeviceTarget::toString).collect(Collectors.joining(" and ")));
        }
        MachineWords words = MachineWords.of(architecture);
        Map<Processor, MachineWords.Requirement> found = new LinkedHashMap<>();
        for (DeviceTarget target : targets) {
            Processor processor = Processors.of(target);
            MachineWords.Requirement requirement = words.of(processor)
                    .orElseThrow(() -> new OffloadException(
                            Reason.ARGUMENT,
                            "a program cannot find out whether its machine is like '" + processor.name()
                                    + "', so no image chooses it; of " + architecture.optionName()
                                    + " one can choose among " + String.join(", ", words.known())));
            found.put(requirement.processor(), requirement);
        }
        List<MachineWords.Requirement> best = new ArrayList<>(found.values());
        best.sort(BEST_FIRST);
        return new ProcessorChoice(architecture, best);
    }

    /**
     * Returns a choice of one processor and of what messages call machines that are not like it.
     *
     * @return nothing where every machine of the family is like it, or a program could not find out, or the target is no host
     * @throws OffloadException when LLVM does not know the processor
     */
    public static Optional<ProcessorChoice> guarding(DeviceTarget target) {
        Architecture architecture = target.architecture();
        if (!architecture.isHost()) {
            return Optional.empty();
        }
        MachineWords words = MachineWords.of(architecture);
        Processor processor = Processors.of(target);
        return words.atLeast(processor)
                .filter(requirement -> requirement.size() > 0)
                .map(requirement -> {
                    List<MachineWords.Requirement> best = new ArrayList<>();
                    words.levels().stream()
                            .flatMap(level -> words.of(Processor.named(level)).stream())
                            .filter(level -> requirement.includes(level) && level.size() < requirement.size())
                            .sorted(BEST_FIRST)
                            .forEach(best::add);
                    best.add(0, new MachineWords.Requirement(processor, requirement.masks()));
                    return new ProcessorChoice(architecture, best);
                });
    }

    /**
     * Returns a name for a host target's processor that choices take, beside other ones: its own, or that of its level.
     *
     * @throws OffloadException when LLVM does not know the processor
     */
    public static String choosable(DeviceTarget target) {
        MachineWords words = MachineWords.of(target.architecture());
        Processor processor = Processors.of(target);
        if (words.of(processor).isPresent()) {
            return target.processor();
        }
        List<Long> masks = words.atLeast(processor).orElseThrow().masks();
        return words.levels().stream()
                .filter(level ->
                        words.of(Processor.named(level)).orElseThrow().masks().equals(masks))
                .findFirst()
                .orElse(target.processor());
    }

    /** Returns the processors, the best first. */
    public List<Processor> processors() {
        return best.stream().map(MachineWords.Requirement::processor).toList();
    }

    /** Returns whether every machine of the family is like one of them. */
    public boolean isTotal() {
        return best.stream().anyMatch(requirement -> requirement.size() == 0);
    }

    /** Returns IR of the function, which looks once and then remembers. */
    public String function() {
        MachineWords words = MachineWords.of(architecture);
        StringBuilder text = new StringBuilder(words.declarations());
        text.append("@").append(CHOSEN).append(" = global i32 -1\n");
        text.append("define i32 @").append(FUNCTION).append("() {\n");
        text.append("""
                entry:
                  %known = load atomic i32, ptr @.offload.chosen monotonic, align 4
                  %is = icmp ne i32 %known, -1
                  br i1 %is, label %remembered, label %look
                remembered:
                  ret i32 %known
                look:
                """);
        text.append(words.reading());
        String chosen = Integer.toString(best.size());
        for (int i = best.size() - 1; i >= 0; i--) {
            chosen = append(text, i, best.get(i).masks(), chosen);
        }
        text.append("  store atomic i32 ").append(chosen).append(", ptr @.offload.chosen monotonic, align 4\n");
        return text.append("  ret i32 ").append(chosen).append("\n}\n").toString();
    }

    private static String append(StringBuilder text, int index, List<Long> masks, String otherwise) {
        String all = "true";
        for (int i = 0; i < masks.size(); i++) {
            long mask = masks.get(i);
            if (mask != 0) {
                String name = index + "." + i;
                text.append("  %bits")
                        .append(name)
                        .append(" = and i64 %w")
                        .append(i)
                        .append(", ")
                        .append(mask);
                text.append("\n  %has")
                        .append(name)
                        .append(" = icmp eq i64 %bits")
                        .append(name)
                        .append(", ");
                text.append(mask)
                        .append("\n  %all")
                        .append(name)
                        .append(" = and i1 ")
                        .append(all);
                text.append(", %has").append(name).append('\n');
                all = "%all" + name;
            }
        }
        String chosen = "%chosen" + index;
        text.append("  ")
                .append(chosen)
                .append(" = select i1 ")
                .append(all)
                .append(", i32 ")
                .append(index);
        text.append(", i32 ").append(otherwise).append('\n');
        return chosen;
    }
}
