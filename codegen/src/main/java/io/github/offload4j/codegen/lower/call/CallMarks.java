package io.github.offload4j.codegen.lower.call;

import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.KernelSigns;
import io.github.offload4j.codegen.ir.PromotedCopy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Turns the marks of a module that are calls into operand bundles of the calls that they are for. */
public final class CallMarks {
    private final IrModule module;
    private final Set<String> kernels;
    private final MarkCalls marks;
    private final List<FunctionMarks> functions = new ArrayList<>();
    private final List<MisplacedMark> problems = new ArrayList<>();
    private final Map<IrInstruction, MarkedByCalls> marked = new HashMap<>();

    private CallMarks(IrModule module, Set<String> kernels) {
        this.module = module;
        this.kernels = new HashSet<>(kernels);
        KernelSigns.find(module).forEach(kernel -> this.kernels.add(kernel.name()));
        this.marks = MarkCalls.of(module);
        marks.byFunction().forEach((function, calls) -> functions.add(new FunctionMarks(function, calls)));
    }

    /** Returns whether a module uses a function that is a mark. */
    public static boolean present(IrModule module) {
        return MarkCalls.present(module);
    }

    /**
     * Reads the marks of a module, gives bundles to the calls that they are for, and removes the marks. Nothing is changed
     * when something is wrong.
     *
     * @param module a module that LLVM's verifier accepts
     * @param kernels symbols of kernels that are known beside those that the module says itself
     */
    public static CallMarks attach(IrModule module, Set<String> kernels) {
        CallMarks result = new CallMarks(module, kernels);
        result.problems.addAll(result.marks.misused());
        if (result.problems.isEmpty() && !result.functions.isEmpty()) {
            result.run();
        }
        return result;
    }

    private void run() {
        try (Facts named = facts(kept())) {
            functions.forEach(function -> function.findNamed(named, kernels));
            Set<IrInstruction> candidates = new HashSet<>();
            functions.forEach(function -> candidates.addAll(function.candidates(named, kernels)));
            if (candidates.isEmpty()) {
                finish(named);
                return;
            }
            candidates.addAll(kept());
            try (Facts described = facts(candidates)) {
                functions.forEach(function -> function.findDescribed(described, kernels));
                finish(described);
            }
        }
    }

    private void finish(Facts facts) {
        List<MarkedCallBuilder> builders = new ArrayList<>();
        List<DataBuilder> data = new ArrayList<>();
        for (FunctionMarks function : functions) {
            function.reportUnused(facts);
            problems.addAll(function.problems());
            for (Attachment attachment : function.attachments()) {
                MarkedCallBuilder builder = new MarkedCallBuilder(attachment, module, problems::add);
                builder.check();
                builders.add(builder);
            }
            function.data().forEach((mark, attachment) -> {
                DataBuilder builder = new DataBuilder(mark, attachment, module, problems::add);
                builder.check();
                data.add(builder);
            });
        }
        if (!problems.isEmpty()) {
            return;
        }
        builders.forEach(builder -> {
            MarkedByCalls made = builder.build(this::number);
            marked.put(made.call(), made);
        });
        data.forEach(builder -> {
            MarkedByCalls made = builder.build(this::number);
            marked.put(made.call(), made);
        });
        functions.forEach(function -> MarkRemoval.run(function, module.context()));
        for (IrFunction declaration : marks.functions()) {
            if (declaration.value().users().isEmpty()) {
                declaration.delete();
            }
        }
    }

    private Facts facts(Collection<IrInstruction> kept) {
        return new Facts(PromotedCopy.of(module, marks.byFunction().keySet(), marks.functions(), kept));
    }

    /** Returns the calls that marks may name: of kernels, and of functions whose address is at hand. */
    private Set<IrInstruction> kept() {
        Set<IrInstruction> kept = new HashSet<>();
        for (FunctionMarks function : functions) {
            Set<IrValue> addresses = new HashSet<>();
            List<IrInstruction> calls = new ArrayList<>();
            for (IrInstruction instruction : function.function().instructions()) {
                boolean call = instruction.isCall();
                List<IrValue> operands = instruction.operands();
                addresses.addAll(call ? operands.subList(0, operands.size() - 1) : operands);
                if (call) {
                    calls.add(instruction);
                }
            }
            calls.stream()
                    .filter(call -> call.calledFunction()
                            .filter(f -> kernels.contains(f.name()) || addresses.contains(f.value()))
                            .isPresent())
                    .forEach(kept::add);
        }
        return kept;
    }

    /** Returns the place of a mark among those of the module, from 0; -1 for what is none. */
    public int number(IrInstruction mark) {
        return marks.numbers().getOrDefault(mark, -1);
    }

    /** Returns the symbols that the marks of the module call, in its order. */
    public List<String> symbols() {
        return marks.symbols();
    }

    /** Returns what is wrong, in the module's order for each kind of fault. */
    public List<MisplacedMark> problems() {
        return problems;
    }

    /** Returns the calls that have got bundles, by the calls as they are now. */
    public Map<IrInstruction, MarkedByCalls> marked() {
        return marked;
    }
}
