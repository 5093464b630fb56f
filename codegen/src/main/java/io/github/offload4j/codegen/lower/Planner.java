package io.github.offload4j.codegen.lower;

import io.github.offload4j.codegen.OffloadModule;
import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrContext;
import io.github.offload4j.codegen.ir.IrInstruction;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Reads and checks marked calls, and collects what is wrong with them. */
final class Planner {
    private final OffloadModule offload;
    private final IrContext context;
    private final MarkPositions positions;
    private final List<MarkProblem> problems = new ArrayList<>();
    private int calls;

    Planner(OffloadModule offload, IrContext context, MarkPositions positions) {
        this.offload = offload;
        this.context = context;
        this.positions = positions;
    }

    /** Returns what was wrong with the calls so far. */
    List<MarkProblem> problems() {
        return problems;
    }

    /** Returns what the next call of the module is to become, or nothing when something is wrong with it. */
    Optional<CallPlan> next(IrInstruction call) {
        Findings findings = new Findings();
        Optional<CallPlan> plan = new MarkReader(MarkedCall.of(call), findings).read();
        plan.ifPresent(p -> check(p, findings));
        for (Findings.Finding finding : findings.toList()) {
            problems.add(problem(call, finding, positions.of(calls, finding.mark())));
        }
        calls++;
        return plan;
    }

    /** Reads a call again that nothing was wrong with: what its marks name may have been replaced meanwhile. */
    static CallPlan again(IrInstruction call) {
        return new MarkReader(MarkedCall.of(call), new Findings()).read().orElseThrow();
    }

    /** The rules of every offload site hold here too. */
    private void check(CallPlan plan, Findings findings) {
        try (IrBuilder builder = IrBuilder.before(plan.call(), context)) {
            if (plan.launch().isPresent()) {
                offload.check(builder.raw(), plan.kernelCall(plan.launch().get()));
            } else {
                offload.checkWithDevicePointers(builder.raw(), plan.arguments(), plan.device());
            }
        } catch (OffloadException e) {
            findings.add(Objects.requireNonNull(e.getMessage()));
        }
    }

    private static MarkProblem problem(IrInstruction call, Findings.Finding finding, Optional<TextPosition> position) {
        return new MarkProblem(
                finding.message(),
                call.function().name(),
                call.block().label(),
                withoutBundles(call.toString()),
                call.location(),
                position);
    }

    private static String withoutBundles(String call) {
        int bundles = call.indexOf(" [ \"");
        return bundles < 0 ? call : call.substring(0, bundles);
    }
}
