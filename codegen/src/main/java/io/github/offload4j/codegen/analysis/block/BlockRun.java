package io.github.offload4j.codegen.analysis.block;

import io.github.offload4j.codegen.analysis.block.ThreadState.Status;
import io.github.offload4j.codegen.flow.graph.Dominators;
import io.github.offload4j.codegen.flow.graph.Graph;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.Step;
import io.github.offload4j.codegen.ir.StepCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Follows the threads of a launch's first block through a kernel. What memory holds is not known, nor are most arguments, so
 * a thread that decides by them is lost; whatever was found before that certainly happens.
 */
public final class BlockRun {
    /** The lanes of a warp on NVIDIA's GPUs and on hosts; half of the lanes on some of AMD's. */
    static final int LANES = 32;

    private static final long MOST_STEPS = 3_000_000;
    private static final int MOST_PHASES = 2000;

    /** Values of all threads together, so that nothing large is kept. */
    private static final long MOST_VALUES = 8_000_000;

    private final ThreadRun run;
    private final StepCode code;
    private final Accesses accesses = new Accesses();
    private final Callees callees = new Callees();
    private final List<ThreadState> threads = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();

    private BlockRun(Launched launched) {
        this.code = StepCode.of(launched.kernel(), launched.module());
        this.run = new ThreadRun(launched, code, accesses, callees, MOST_STEPS);
        int values = code.values().size();
        if ((long) launched.threads() * values <= MOST_VALUES) {
            ThreadState any = new ThreadState(0, values);
            run.begin(any);
            for (int i = 0; i < launched.threads(); i++) {
                threads.add(new ThreadState(i, any));
            }
        }
    }

    /** Returns what the threads certainly do wrong, at most one thing of each kind. */
    public static List<Fault> of(Launched launched) {
        BlockRun block = new BlockRun(launched);
        if (!block.threads.isEmpty()) {
            block.follow();
        }
        return block.faults;
    }

    private void follow() {
        for (int phase = 0; phase < MOST_PHASES; phase++) {
            do {
                threads.forEach(run::follow);
            } while (meetWarps());
            if (!has(Fault.Kind.RACE)) {
                accesses.race().ifPresent(this::reportRace);
            }
            if (has(Fault.Kind.DIVERGENCE) || threads.stream().anyMatch(thread -> thread.is(Status.LOST))) {
                return;
            }
            if (has(Fault.Kind.UNWRITTEN)) {
                accesses.endPhase();
            } else {
                accesses.endPhase().ifPresent(this::reportUnwritten);
            }
            List<ThreadState> waiting =
                    threads.stream().filter(thread -> thread.is(Status.WAITING)).toList();
            if (waiting.isEmpty()) {
                return;
            }
            checkBarrier(waiting);
            if (has(Fault.Kind.DIVERGENCE)) {
                return;
            }
            waiting.forEach(run::release);
        }
    }

    private boolean has(Fault.Kind kind) {
        return faults.stream().anyMatch(fault -> fault.kind() == kind);
    }

    /** Lets warps go on whose lanes have come together; returns whether any has. */
    private boolean meetWarps() {
        boolean any = false;
        for (int first = 0; first < threads.size(); first += LANES) {
            List<ThreadState> lanes = threads.subList(first, Math.min(first + LANES, threads.size()));
            Optional<ThreadState> asks = lanes.stream()
                    .filter(lane -> lane.is(Status.WAITING) && !callees.isBarrier(run.at(lane)))
                    .findFirst();
            if (asks.isPresent()) {
                any |= meet(lanes, asks.get());
            }
        }
        return any && !has(Fault.Kind.DIVERGENCE);
    }

    private boolean meet(List<ThreadState> lanes, ThreadState asks) {
        if (lanes.stream().anyMatch(lane -> lane.is(Status.LOST))) {
            lanes.stream().filter(lane -> lane.is(Status.WAITING)).forEach(lane -> lane.status = Status.LOST);
            return false;
        }
        List<ThreadState> there =
                lanes.stream().filter(lane -> lane.is(Status.WAITING)).toList();
        Optional<ThreadState> elsewhere =
                there.stream().filter(lane -> !lane.isAt(asks)).findFirst();
        if (elsewhere.isPresent()) {
            Step step = run.at(asks);
            report(
                    Fault.Kind.DIVERGENCE,
                    true,
                    step.origin(),
                    "thread " + asks.number + " of a block comes to '" + dotted(step) + "' and thread "
                            + elsewhere.get().number + " of its warp to " + other(run.at(elsewhere.get()), step)
                            + "; all lanes of a warp come to such a call together");
            return false;
        }
        there.forEach(lane -> {
            lane.epoch++;
            run.release(lane);
        });
        return true;
    }

    private static String dotted(Step step) {
        return step.detail().replace('_', '.');
    }

    private static String other(Step step, Step than) {
        boolean another = dotted(step).equals(dotted(than));
        String place = step.origin().location().map(at -> " (" + at + ")").orElse("");
        return (another ? "another call of it" : "'" + dotted(step) + "'") + place;
    }

    /** Waiting at two places is certainly wrong where those at the one come to the other later. */
    private void checkBarrier(List<ThreadState> waiting) {
        ThreadState first = waiting.get(0);
        for (ThreadState thread : waiting) {
            if (!thread.isAt(first)) {
                boolean later = comesTo(thread.block, first.block);
                if (later || comesTo(first.block, thread.block)) {
                    ThreadState apart = later ? thread : first;
                    ThreadState others = later ? first : thread;
                    report(
                            Fault.Kind.DIVERGENCE,
                            true,
                            run.at(apart).origin(),
                            "thread " + apart.number + " of a block comes to 'offload.barrier' and thread "
                                    + others.number
                                    + " to " + other(run.at(others), run.at(apart))
                                    + "; all threads of a block come to a barrier together");
                    return;
                }
            }
        }
    }

    /** Returns whether every way out of one block leads through another one. */
    private boolean comesTo(int block, int later) {
        Graph graph = new Graph(code.blocks().size() + 1);
        for (int i = 0; i < code.blocks().size(); i++) {
            List<Step> steps = code.blocks().get(i);
            Step last = steps.get(steps.size() - 1);
            if (last.targets().isEmpty()) {
                graph.connect(0, i + 1);
            }
            for (int target : last.targets()) {
                graph.connect(target + 1, i + 1);
            }
        }
        return block != later && new Dominators(graph).dominates(later + 1, block + 1);
    }

    private void reportRace(List<Access> pair) {
        Access one = pair.get(0);
        Access other = pair.get(1);
        Access at = one.writes() ? one : other;
        Access than = one.writes() ? other : one;
        String place = than.step().origin().location().map(l -> " (" + l + ")").orElse("");
        report(
                Fault.Kind.RACE,
                !Accesses.sameWarp(one, other),
                at.step().origin(),
                "thread " + at.thread() + " of a block writes byte " + at.offset() + " of "
                        + accesses.objects().name(at.memory()) + ", which thread " + than.thread()
                        + (than.writes() ? " writes something else to" : " reads") + place
                        + " without a barrier in between");
    }

    private void reportUnwritten(Access access) {
        report(
                Fault.Kind.UNWRITTEN,
                true,
                access.step().origin(),
                "thread " + access.thread() + " of a block reads byte " + access.offset() + " of "
                        + accesses.objects().name(access.memory())
                        + ", which nobody has written yet; shared memory begins with anything");
    }

    private void report(Fault.Kind kind, boolean certain, IrInstruction at, String message) {
        if (!has(kind)) {
            faults.add(new Fault(kind, certain, at, message));
        }
    }
}
