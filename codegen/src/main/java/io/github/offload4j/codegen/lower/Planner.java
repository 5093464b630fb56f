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

/** Reads and checks every marked call of a module before any of them is changed. */
final class Planner {
    private final OffloadModule offload;
    private final IrContext context;

    Planner(OffloadModule offload, IrContext context) {
        this.offload = offload;
        this.context = context;
    }

    /**
     * Returns what each call is to become.
     *
     * @throws LoweringException with all that is wrong
     */
    List<CallPlan> plan(List<MarkedCall> calls, MarkPositions positions) {
        List<CallPlan> plans = new ArrayList<>();
        List<MarkProblem> problems = new ArrayList<>();
        for (int i = 0; i < calls.size(); i++) {
            Findings findings = new Findings();
            Optional<CallPlan> plan = new MarkReader(calls.get(i), findings).read();
            plan.ifPresent(p -> check(p, findings));
            plan.ifPresent(plans::add);
            for (Findings.Finding finding : findings.toList()) {
                problems.add(problem(calls.get(i).call(), finding, positions.of(i, finding.mark())));
            }
        }
        if (!problems.isEmpty()) {
            throw new LoweringException(problems);
        }
        return plans;
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
