package io.github.offload4j.irtests.corpus;

import java.util.List;
import java.util.Random;

/**
 * Text of a function {@code i32 @run_SEED(ptr, ptr, ptr, i64, i32)} that does this and that with nine arrays of 16 integers,
 * on the device and on the host: two parameters without aliases, one that may have some, a global, a stack variable, memory
 * from two allocators, and memory that something which is none gives away twice.
 *
 * <p>Its control flow is either made of nested loops and branches, or goes from any block to any other.
 */
final class RandomProgram {
    private static final int LENGTH = 16;
    private static final int BYTES = LENGTH * Integer.BYTES;
    private static final List<String> ARRAYS = List.of("%a", "%b", "%c", "@g", "%s", "%h", "%k", "%m", "%o");

    /** What is called an allocator returns the same memory each time. */
    private static final List<String> SAME = List.of("%m", "%o");

    private final Random random;
    private final StringBuilder text = new StringBuilder();
    private int names;
    private String block = "entry";

    private final PointerStatements pointers;

    private RandomProgram(long seed) {
        this.random = new Random(seed);
        this.pointers = new PointerStatements(random, this);
    }

    /** Returns the program that a number stands for. */
    static String of(long seed) {
        RandomProgram program = new RandomProgram(seed);
        return program.define("run_" + seed);
    }

    private String define(String function) {
        text.append("define i32 @" + function
                + "(ptr noalias nonnull %a, ptr noalias nonnull %b, ptr nonnull %c, i64 %n, i32 %seed)");
        text.append(random.nextInt(4) == 0 ? " {\n" : " nounwind {\n");
        text.append(
                "entry:\n  %s = alloca [16 x i32]\n  %state = alloca i32\n  %sum = alloca i32\n  %fuel = alloca i32\n");
        pointers.slots();
        line("%h = call ptr @fresh(i64 64)");
        line("%k = call noalias ptr @own(i64 64)");
        line("%m = call ptr @malloc(i64 64)");
        line("%o = call ptr @malloc(i64 64)");
        line("call void @fill(ptr @g, i32 3)");
        line("call void @fill(ptr %m, i32 5)");
        pointers.fill();
        line("store i32 %seed, ptr %state");
        line("store i32 0, ptr %sum");
        line("store i32 24, ptr %fuel");
        line("call void @llvm.memset.p0.i64(ptr %s, i8 7, i64 64, i1 false)");
        if (random.nextBoolean()) {
            sequence(0);
            finish();
        } else {
            jungle();
        }
        text.append("}\n");
        return text.toString();
    }

    void line(String instruction) {
        text.append("  ").append(instruction).append('\n');
    }

    String name() {
        return "%v" + names++;
    }

    private void start(String label) {
        text.append(label).append(":\n");
        block = label;
    }

    /** Parameters are looked at after the return. */
    private void finish() {
        String sum = name();
        line(sum + " = load i32, ptr %sum");
        for (String array : ARRAYS.subList(ARRAYS.indexOf("@g"), ARRAYS.size())) {
            String more = name();
            String all = name();
            line(more + " = call i32 @checksum(ptr " + array + ")");
            line(all + " = xor i32 " + sum + ", " + more);
            sum = all;
        }
        line("ret i32 " + sum);
    }

    private void sequence(int depth) {
        int count = 1 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            int choice = random.nextInt(10);
            if (choice < 5 || depth > 2) {
                statement();
            } else if (choice < 8) {
                loop(depth);
            } else {
                branch(depth);
            }
        }
    }

    private void loop(int depth) {
        String id = "l" + names++;
        boolean early = random.nextInt(4) == 0;
        boolean first = random.nextInt(3) == 0;
        String before = block;
        line("br label %" + id);
        int place = text.length();
        start(id);
        String counter = "%" + id + ".i";
        int trips = random.nextInt(4);
        if (first) {
            String go = name();
            line(go + " = icmp ult i32 " + counter + ", " + trips);
            line("br i1 " + go + ", label %" + id + ".body, label %" + id + ".end");
            start(id + ".body");
        }
        sequence(depth + 1);
        if (early) {
            line("br i1 " + bit() + ", label %" + id + ".end, label %" + id + ".on");
            start(id + ".on");
            statement();
        }
        String next = name();
        line(next + " = add i32 " + counter + ", 1");
        String latch = block;
        if (first) {
            line("br label %" + id);
        } else {
            String more = name();
            line(more + " = icmp ult i32 " + next + ", " + trips);
            line("br i1 " + more + ", label %" + id + ", label %" + id + ".end");
        }
        String phi = "  " + counter + " = phi i32 [ 0, %" + before + " ], [ " + next + ", %" + latch + " ]\n";
        text.insert(place + id.length() + 2, phi);
        start(id + ".end");
    }

    private void branch(int depth) {
        String id = "i" + names++;
        line("br i1 " + bit() + ", label %" + id + ".then, label %" + id + ".else");
        start(id + ".then");
        sequence(depth + 1);
        if (random.nextInt(6) == 0) {
            finish();
        } else {
            line("br label %" + id + ".end");
        }
        start(id + ".else");
        if (random.nextBoolean()) {
            sequence(depth + 1);
        }
        line("br label %" + id + ".end");
        start(id + ".end");
    }

    /** Blocks that go anywhere, until the fuel is used up. */
    private void jungle() {
        int blocks = 3 + random.nextInt(6);
        line("br label %b0");
        for (int i = 0; i < blocks; i++) {
            start("b" + i);
            for (int j = random.nextInt(3); j >= 0; j--) {
                statement();
            }
            String left = name();
            String less = name();
            String dry = name();
            line(left + " = load i32, ptr %fuel");
            line(less + " = sub i32 " + left + ", 1");
            line("store i32 " + less + ", ptr %fuel");
            line(dry + " = icmp eq i32 " + less + ", 0");
            line("br i1 " + dry + ", label %end, label %b" + i + ".on");
            start("b" + i + ".on");
            line("br i1 " + bit() + ", label %b" + random.nextInt(blocks) + ", label %b" + random.nextInt(blocks));
        }
        start("end");
        finish();
    }

    private String bit() {
        String number = name();
        if (random.nextBoolean()) {
            line(number + " = call i32 @next(ptr %state)");
        } else {
            String old = name();
            String product = name();
            String now = name();
            line(old + " = load i32, ptr %state");
            line(product + " = mul i32 " + old + ", 1664525");
            line(now + " = add i32 " + product + ", 1013904223");
            line("store i32 " + now + ", ptr %state");
            line(number + " = lshr i32 " + now + ", 16");
        }
        String bit = name();
        line(bit + " = trunc i32 " + number + " to i1");
        return bit;
    }

    private void statement() {
        switch (random.nextInt(16)) {
            case 0 -> read();
            case 1 -> write(array());
            case 2 -> line("call void @rw(ptr " + array() + ", i32 " + random.nextInt(9) + ")");
            case 3, 4, 5, 6 -> launch();
            case 7, 8, 9, 10, 11 -> pointers.statement();
            default -> call();
        }
    }

    String array() {
        return ARRAYS.get(random.nextInt(ARRAYS.size()));
    }

    private String other(String array) {
        String other = array();
        // what may overlap is not what two arguments of one call are here
        return other.equals(array) || SAME.containsAll(List.of(array, other))
                ? (array.equals("%a") ? "%b" : "%a")
                : other;
    }

    private void read() {
        String place = place(array());
        String value = name();
        String before = name();
        String after = name();
        line(value + " = load i32, ptr " + place);
        line(before + " = load i32, ptr %sum");
        line(after + " = add i32 " + value + ", " + before);
        line("store i32 " + after + ", ptr %sum");
    }

    private void write(String array) {
        String place = place(array);
        String value = name();
        line(value + " = load i32, ptr %sum");
        line("store i32 " + value + ", ptr " + place);
    }

    private String place(String array) {
        String place = name();
        line(place + " = getelementptr i32, ptr " + array + ", i64 " + random.nextInt(LENGTH));
        return place;
    }

    private String bytes() {
        if (random.nextInt(3) > 0) {
            return "i64 " + BYTES;
        }
        String bytes = name();
        line(bytes + " = mul i64 %n, 4");
        return "i64 " + bytes;
    }

    private String to() {
        return random.nextBoolean() ? "1" : "3";
    }

    private String from() {
        return random.nextBoolean() ? "2" : "3";
    }

    private void call() {
        String x = array();
        String y = other(x);
        String host = "\"offload\"(i1 true, i64 " + device() + ")";
        switch (random.nextInt(12)) {
            case 6 -> one("walk", x, "3", host);
            case 7 -> two("choose", x, "3", y, "3", host);
            case 8 -> two("copied", x, "3", y, "3", host);
            case 9 -> two("passed_on", x, "3", y, "3", host);
            case 10 -> one(random.nextBoolean() ? "by_weak" : "weak", x, "3", host);
            case 11 -> two("ends", x, "3", y, to(), host);
            case 0, 1 -> one("rw", x, "3", host);
            case 2 -> two("mix", x, "3", y, to(), host);
            case 3 -> one("fill", x, from(), host);
            case 4 -> one("poke", x, "3", host);
            default -> two("scratch", x, "3", y, "1", host);
        }
    }

    private String device() {
        return random.nextInt(12) == 0 ? "1" : "-1";
    }

    private void launch() {
        String x = array();
        String y = other(x);
        String kernel = "\"offload\"(i1 false, i64 " + device() + "), \"offload.grid\"(i32 2, i32 1, i32 1),"
                + " \"offload.block\"(i32 8, i32 1, i32 1)";
        String alone = kernel.replace("i32 2,", "i32 1,").replace("i32 8,", "i32 1,");
        switch (random.nextInt(7)) {
            case 4 -> one("k_walk", x, "3", alone);
            case 5 -> two("k_choose", x, "3", y, "3", alone);
            case 6 -> two("k_copied", x, "3", y, "3", alone);
            case 0, 1 -> one("k_rw", x, "3", kernel);
            case 2 -> two("k_mix", x, "3", y, to(), kernel);
            default -> one("k_fill", x, from(), kernel);
        }
    }

    void one(String callee, String x, String map, String bundles) {
        String bytes = bytes();
        line("call void @" + callee + "(ptr " + x + ", i32 " + (1 + random.nextInt(9)) + ") [ " + bundles
                + ", \"offload.map\"(i32 0, " + bytes + ", i64 " + map + ") ]");
    }

    private void two(String callee, String x, String first, String y, String second, String bundles) {
        String bytes = bytes();
        String others = bytes();
        line("call void @" + callee + "(ptr " + x + ", ptr " + y + ") [ " + bundles + ", \"offload.map\"(i32 0, "
                + bytes + ", i64 " + first + "), \"offload.map\"(i32 1, " + others + ", i64 " + second + ") ]");
    }
}
