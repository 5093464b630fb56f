package io.github.offload4j.irtests.corpus;

import java.util.Random;

/** Statements of a program in LLVM IR that keep pointers to its arrays in slots, and reach the arrays through them. */
final class PointerStatements {
    private static final int SLOTS = 4;

    private static final String HOST = "\"offload\"(i1 true, i64 -1)";
    private static final String KERNEL = "\"offload\"(i1 false, i64 -1), \"offload.grid\"(i32 2, i32 1, i32 1),"
            + " \"offload.block\"(i32 8, i32 1, i32 1)";

    private final Random random;
    private final RandomProgram program;

    PointerStatements(Random random, RandomProgram program) {
        this.random = random;
        this.program = program;
    }

    /** Reserves the slots. */
    void slots() {
        program.line("%slots = alloca [4 x ptr]");
        program.line("%copies = alloca [4 x ptr]");
    }

    /** Puts an array into each slot. */
    void fill() {
        for (int i = 0; i < SLOTS; i++) {
            store(program.array(), "%slots", i);
            store(program.array(), "%copies", i);
        }
    }

    private void store(String pointer, String slots, int index) {
        String slot = program.name();
        program.line(slot + " = getelementptr ptr, ptr " + slots + ", i64 " + index);
        program.line("store ptr " + pointer + ", ptr " + slot);
    }

    void statement() {
        switch (random.nextInt(14)) {
            case 0, 1 -> store(program.array(), slots(random), random.nextInt(SLOTS));
            case 2, 3 -> add(loaded());
            case 4 -> program.line("call void @llvm.memcpy.p0.p0.i64(ptr %copies, ptr %slots, i64 32, i1 false)");
            case 5 -> add(throughNumber());
            case 6 -> end();
            case 7 ->
                program.line("call void (i32, ...) @all(i32 2, ptr " + program.array() + ", ptr " + loaded() + ")");
            case 8 -> program.line("call void @weak(ptr " + loaded() + ", i32 " + random.nextInt(9) + ")");
            case 9 -> state();
            case 10 -> program.line("call void @through(ptr " + slots(random) + ", i32 " + number() + ")");
            default -> site();
        }
    }

    private static String slots(Random random) {
        return random.nextBoolean() ? "%slots" : "%copies";
    }

    private String number() {
        String number = program.name();
        program.line(number + " = load i32, ptr " + (random.nextBoolean() ? "%sum" : "%fuel"));
        return number;
    }

    private String slot() {
        String slot = program.name();
        if (random.nextBoolean()) {
            String index = program.name();
            program.line(index + " = and i32 " + number() + ", 3");
            program.line(slot + " = getelementptr ptr, ptr " + slots(random) + ", i32 " + index);
        } else {
            program.line(slot + " = getelementptr ptr, ptr " + slots(random) + ", i64 " + random.nextInt(SLOTS));
        }
        return slot;
    }

    private String loaded() {
        String slot = slot();
        String pointer = program.name();
        program.line(pointer + " = load ptr, ptr " + slot);
        return pointer;
    }

    private String throughNumber() {
        String slot = slot();
        String number = program.name();
        String pointer = program.name();
        program.line(number + " = load i64, ptr " + slot);
        program.line(pointer + " = inttoptr i64 " + number + " to ptr");
        return pointer;
    }

    private void add(String pointer) {
        String place = program.name();
        String old = program.name();
        String sum = program.name();
        program.line(place + " = getelementptr i32, ptr " + pointer + ", i64 " + random.nextInt(16));
        program.line(old + " = load i32, ptr " + place);
        program.line(sum + " = add i32 " + old + ", " + (1 + random.nextInt(9)));
        program.line("store i32 " + sum + ", ptr " + place);
    }

    private void end() {
        String end = program.name();
        program.line(
                end + " = getelementptr i32, ptr " + (random.nextBoolean() ? program.array() : loaded()) + ", i64 16");
        if (random.nextBoolean()) {
            program.line("call void @set_last(ptr " + end + ", i32 " + random.nextInt(99) + ")");
        } else {
            sum("call i32 @last(ptr " + end + ")");
        }
    }

    private void sum(String call) {
        String value = program.name();
        String old = program.name();
        String sum = program.name();
        program.line(value + " = " + call);
        program.line(old + " = load i32, ptr %sum");
        program.line(sum + " = add i32 " + old + ", " + value);
        program.line("store i32 " + sum + ", ptr %sum");
    }

    private void state() {
        if (random.nextBoolean()) {
            program.line("call void @omp_set_default_device(i32 " + random.nextInt(2) + ")");
        } else {
            String device = program.name();
            program.line(device + " = call i32 @omp_get_default_device()");
            sum("call i32 @omp_target_is_present(ptr " + program.array() + ", i32 " + device + ")");
        }
    }

    private void site() {
        switch (random.nextInt(4)) {
            case 0 -> program.one("k_rw", loaded(), "3", KERNEL);
            case 1 -> program.one("rw", loaded(), "3", HOST);
            case 2 -> program.one("walk", loaded(), "3", HOST);
            default -> program.one("k_rw", throughNumber(), "3", KERNEL);
        }
    }
}
