package io.github.offload4j.codegen.lower;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.lower.call.MarkedByCalls;
import io.github.offload4j.codegen.session.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Reads and checks marked calls, and collects what is wrong with them. */
final class Planner {
    private final Session session;
    private final MarkPositions positions;
    private final CalledMarks called;
    private final List<MarkProblem> problems = new ArrayList<>();
    private int calls;

    /**
     * Begins with the first marked call of a module.
     *
     * @param positions where the bundles are that the module came with
     * @param called what became of marks that were calls
     */
    Planner(Session session, MarkPositions positions, CalledMarks called) {
        this.session = session;
        this.positions = positions;
        this.called = called;
    }

    /** Returns what was wrong with the calls so far. */
    List<MarkProblem> problems() {
        return problems;
    }

    /** Returns what the next call of the module is to become, or nothing when something is wrong with it. */
    Optional<CheckedMark> next(IrInstruction call) {
        Findings findings = new Findings();
        Optional<CheckedMark> plan =
                new MarkReader(MarkedCall.of(call), findings).read().flatMap(marked -> check(marked, findings));
        Optional<MarkedByCalls> before = called.of(call);
        for (Findings.Finding finding : findings.toList()) {
            problems.add(
                    before.isPresent()
                            ? called.problem(call, before.get(), finding)
                            : problem(call, finding, positions.of(calls, finding.mark())));
        }
        if (before.isEmpty()) {
            calls++;
        }
        return plan;
    }

    /** Reads a call again that nothing was wrong with: what its marks name may have been replaced meanwhile. */
    static CheckedMark again(IrInstruction call, Session session) {
        return CheckedMark.of(
                new MarkReader(MarkedCall.of(call), new Findings()).read().orElseThrow(), session);
    }

    /** The rules of every offload site hold here too. */
    private Optional<CheckedMark> check(MarkPlan marked, Findings findings) {
        try {
            return Optional.of(CheckedMark.of(marked, session));
        } catch (OffloadException e) {
            findings.add(Objects.requireNonNull(e.getMessage()));
            return Optional.empty();
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
