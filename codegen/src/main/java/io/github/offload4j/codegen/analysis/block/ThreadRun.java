package io.github.offload4j.codegen.analysis.block;

import io.github.offload4j.codegen.analysis.block.ThreadState.Status;
import io.github.offload4j.codegen.device.DeviceFunction;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.Step;
import io.github.offload4j.codegen.ir.StepCode;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Follows one thread until it waits for others, has left, or does what is not known. */
final class ThreadRun {
    private final Launched launched;
    private final StepCode code;
    private final List<List<Step>> steps;
    private final List<List<StepCode.Choice>> choices;
    private final Accesses accesses;
    private final Callees callees;
    private long left;

    /** Makes one for all threads of a block, which may take so many steps together. */
    ThreadRun(Launched launched, StepCode code, Accesses accesses, Callees callees, long most) {
        this.launched = launched;
        this.code = code;
        this.steps = code.blocks();
        this.choices = code.choices();
        this.accesses = accesses;
        this.callees = callees;
        this.left = most;
    }

    /** Gives a thread what is known from the beginning. */
    void begin(ThreadState thread) {
        code.values().forEach((value, number) -> begin(thread, value, number));
    }

    private void begin(ThreadState thread, IrValue value, int number) {
        OptionalLong constant = value.constantInteger();
        if (constant.isPresent() && value.type().isInteger()) {
            thread.set(
                    number,
                    Mark.NUMBER,
                    Arithmetic.cut(constant.getAsLong(), value.type().integerBits()));
        } else if (value.type().addressSpace().isPresent()
                && value.asInstruction().isEmpty()
                && !value.isParameter()) {
            accesses.objects().place(value, code).ifPresent(place -> thread.set(number, place.mark(), place.offset()));
        }
        for (int i = 0; i < launched.kernel().parameterCount(); i++) {
            Long given = launched.arguments().get(i);
            if (given != null
                    && value.isParameter()
                    && value.equals(launched.kernel().parameter(i))) {
                thread.set(
                        number, Mark.NUMBER, Arithmetic.cut(given, value.type().integerBits()));
            }
        }
    }

    Step at(ThreadState thread) {
        return steps.get(thread.block).get(thread.step);
    }

    void follow(ThreadState thread) {
        while (thread.is(Status.RUNNING)) {
            if (left-- <= 0) {
                thread.status = Status.LOST;
                return;
            }
            Step step = at(thread);
            if (step.kind() == Step.Kind.JUMP) {
                jump(thread, step);
            } else {
                take(thread, step);
                if (thread.is(Status.RUNNING)) {
                    thread.step++;
                }
            }
        }
    }

    private void jump(ThreadState thread, Step step) {
        int next = step.targets().size() - 1;
        if (!step.operands().isEmpty()) {
            int condition = step.operands().get(0);
            if (thread.marks[condition] != Mark.NUMBER) {
                thread.status = Status.LOST;
                return;
            }
            int found = step.cases().indexOf(thread.values[condition]);
            next = found >= 0 ? found : next;
        }
        int from = thread.block;
        thread.block = step.targets().get(next);
        thread.step = 0;
        List<StepCode.Choice> chosen = choices.get(thread.block);
        int[] marks = new int[chosen.size()];
        long[] values = new long[chosen.size()];
        for (int i = 0; i < marks.length; i++) {
            int value = chosen.get(i).values().get(chosen.get(i).from().indexOf(from));
            marks[i] = thread.marks[value];
            values[i] = thread.values[value];
        }
        for (int i = 0; i < marks.length; i++) {
            thread.set(chosen.get(i).result(), marks[i], values[i]);
        }
    }

    private void take(ThreadState thread, Step step) {
        switch (step.kind()) {
            case ADD,
                    SUBTRACT,
                    MULTIPLY,
                    AND,
                    OR,
                    XOR,
                    SHIFT_LEFT,
                    SHIFT_RIGHT,
                    SHIFT_RIGHT_SIGNED,
                    DIVIDE,
                    DIVIDE_SIGNED,
                    REMAINDER,
                    REMAINDER_SIGNED -> compute(thread, step);
            case RESIZE -> number(thread, step, Arithmetic.cut(value(thread, step, 0), step.bits()));
            case EXTEND -> number(thread, step, extended(thread, step));
            case COPY -> copy(thread, step, 0);
            case COMPARE ->
                number(
                        thread,
                        step,
                        Arithmetic.compare(step.detail(), value(thread, step, 0), value(thread, step, 1), step.bits())
                                ? 1
                                : 0);
            case SELECT -> select(thread, step);
            case ADDRESS -> address(thread, step);
            case LOAD -> {
                accesses.add(thread, step, mark(thread, step, 0), value(thread, step, 0), 0, false);
                thread.set(step.result(), Mark.UNKNOWN, 0);
            }
            case STORE -> {
                escape(thread, step, 0);
                boolean known = mark(thread, step, 0) == Mark.NUMBER;
                accesses.add(
                        thread, step, mark(thread, step, 1), value(thread, step, 1), value(thread, step, 0), known);
            }
            case ATOMIC -> {
                step.operands().forEach(operand -> accesses.touch(thread.marks[operand]));
                thread.set(step.result(), Mark.UNKNOWN, 0);
            }
            case CALL -> call(thread, step);
            case RETURN -> thread.status = Status.DONE;
            case UNKNOWN -> {
                for (int i = 0; i < step.operands().size(); i++) {
                    escape(thread, step, i);
                }
                thread.set(step.result(), Mark.UNKNOWN, 0);
            }
            case JUMP, LOST -> thread.status = Status.LOST;
        }
    }

    private static int mark(ThreadState thread, Step step, int operand) {
        return thread.marks[step.operands().get(operand)];
    }

    private static long value(ThreadState thread, Step step, int operand) {
        return thread.values[step.operands().get(operand)];
    }

    /** An address that goes where it is not followed may come back anywhere. */
    private void escape(ThreadState thread, Step step, int operand) {
        if (Mark.isAddress(mark(thread, step, operand))) {
            accesses.touch(mark(thread, step, operand));
            accesses.loseTrack();
        }
    }

    /** Gives a number if every operand is one. */
    private void number(ThreadState thread, Step step, long result) {
        boolean known = true;
        for (int i = 0; i < step.operands().size(); i++) {
            known &= mark(thread, step, i) == Mark.NUMBER;
            escape(thread, step, i);
        }
        thread.set(step.result(), known ? Mark.NUMBER : Mark.UNKNOWN, known ? result : 0);
    }

    private void compute(ThreadState thread, Step step) {
        OptionalLong result = mark(thread, step, 0) == Mark.NUMBER && mark(thread, step, 1) == Mark.NUMBER
                ? Arithmetic.compute(step.kind(), value(thread, step, 0), value(thread, step, 1), step.bits())
                : OptionalLong.empty();
        if (result.isEmpty()) {
            escape(thread, step, 0);
            escape(thread, step, 1);
            thread.set(step.result(), Mark.UNKNOWN, 0);
        } else {
            thread.set(step.result(), Mark.NUMBER, result.getAsLong());
        }
    }

    private static long extended(ThreadState thread, Step step) {
        int wide = step.origin().value().type().integerBits();
        return Arithmetic.cut(Arithmetic.signed(value(thread, step, 0), step.bits()), wide);
    }

    private static void copy(ThreadState thread, Step step, int operand) {
        thread.set(step.result(), mark(thread, step, operand), value(thread, step, operand));
    }

    private void select(ThreadState thread, Step step) {
        if (mark(thread, step, 0) == Mark.NUMBER) {
            copy(thread, step, value(thread, step, 0) == 1 ? 1 : 2);
            return;
        }
        escape(thread, step, 1);
        escape(thread, step, 2);
        boolean same =
                mark(thread, step, 1) == mark(thread, step, 2) && value(thread, step, 1) == value(thread, step, 2);
        thread.set(step.result(), same ? mark(thread, step, 1) : Mark.UNKNOWN, same ? value(thread, step, 1) : 0);
    }

    private void address(ThreadState thread, Step step) {
        int base = mark(thread, step, 0);
        if (!Mark.isAddress(base)) {
            thread.set(step.result(), Mark.UNKNOWN, 0);
            return;
        }
        List<Long> scales = step.scales();
        long offset = value(thread, step, 0) + scales.get(scales.size() - 1);
        boolean exact = Mark.isExact(base);
        for (int i = 1; i < step.operands().size(); i++) {
            exact &= mark(thread, step, i) == Mark.NUMBER;
            int bits = scales.get(2 * i - 2).intValue();
            offset += Arithmetic.signed(value(thread, step, i), bits) * scales.get(2 * i - 1);
        }
        int memory = Mark.memory(base);
        thread.set(step.result(), exact ? Mark.address(memory) : Mark.somewhereIn(memory), exact ? offset : 0);
    }

    private void call(ThreadState thread, Step step) {
        Callees.Callee callee = callees.of(step);
        if (callee.device().isPresent()) {
            ask(thread, step, callee.device().get());
            return;
        }
        if (callee.silent()) {
            return;
        }
        if (callee.together()) {
            // another way of waiting
            thread.status = Status.LOST;
            return;
        }
        for (int i = 0; i < step.operands().size(); i++) {
            escape(thread, step, i);
        }
        thread.set(step.result(), Mark.UNKNOWN, 0);
    }

    private void ask(ThreadState thread, Step step, DeviceFunction function) {
        switch (function) {
            case THREAD_ID -> index(thread, step, function);
            case BLOCK_ID, BLOCK_SIZE, GRID_SIZE -> index(thread, step, function);
            case LANE_ID -> thread.set(step.result(), Mark.NUMBER, thread.number % BlockRun.LANES);
            case WARP_SIZE -> thread.set(step.result(), Mark.NUMBER, BlockRun.LANES);
            case SHARED_DYNAMIC -> thread.set(step.result(), Mark.address(SharedObjects.DYNAMIC), 0);
            case FENCE_BLOCK, FENCE_DEVICE -> {}
            case BARRIER, WARP_BARRIER, SHUFFLE, SHUFFLE_UP, SHUFFLE_DOWN, SHUFFLE_XOR, BALLOT, ANY, ALL ->
                thread.status = Status.WAITING;
        }
    }

    private void index(ThreadState thread, Step step, DeviceFunction function) {
        long asked = value(thread, step, 0);
        if (mark(thread, step, 0) != Mark.NUMBER || asked > 2) {
            thread.status = Status.LOST;
            return;
        }
        int dimension = (int) asked;
        List<Integer> block = launched.block();
        int[] place = {
            thread.number % block.get(0),
            thread.number / block.get(0) % block.get(1),
            thread.number / block.get(0) / block.get(1)
        };
        OptionalInt answer = switch (function) {
            case THREAD_ID -> OptionalInt.of(place[dimension]);
            case BLOCK_ID -> OptionalInt.of(0);
            case BLOCK_SIZE -> OptionalInt.of(block.get(dimension));
            default -> launched.grid().get(dimension);
        };
        thread.set(step.result(), answer.isPresent() ? Mark.NUMBER : Mark.UNKNOWN, answer.orElse(0));
    }

    /** Lets a thread go on behind the step that it has waited at. */
    void release(ThreadState thread) {
        thread.set(at(thread).result(), Mark.UNKNOWN, 0);
        thread.step++;
        thread.status = Status.RUNNING;
    }
}
