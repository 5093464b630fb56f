package io.github.offload4j.irtests.barriers;

import java.util.List;
import java.util.Random;

/**
 * A kernel in C, made by chance. Its threads wait for each other in loops, branches, switches and helper functions that all of
 * them go through alike, and do other things in those that they do not. No thread reads what another one writes without a
 * barrier in between.
 */
final class RandomKernel {
    private static final int VARIABLES = 4;
    private static final int DEEPEST = 3;
    private static final int[][] BLOCKS = {
        {32, 1, 1}, {64, 1, 1}, {40, 1, 1}, {7, 5, 1}, {8, 8, 1}, {4, 3, 3}, {1, 1, 1}, {3, 1, 2}, {2, 33, 1}
    };

    private final Random random;
    private final int number;
    private final int[] block;
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder helpers = new StringBuilder();
    private final boolean warps;
    private boolean mayReturnEarly;
    private int helperCount;
    private int loops;
    private int budget = 40;

    private RandomKernel(long seed, int number) {
        this.random = new Random(seed * 0x9e3779b97f4a7c15L + number);
        this.number = number;
        this.block = BLOCKS[random.nextInt(BLOCKS.length)];
        this.warps = random.nextInt(3) == 0;
        this.mayReturnEarly = random.nextInt(4) == 0;
    }

    static RandomKernel of(long seed, int number) {
        RandomKernel kernel = new RandomKernel(seed, number);
        kernel.write();
        return kernel;
    }

    String code() {
        return helpers + text.toString();
    }

    /** Returns what declares the kernel to the host. */
    String declaration() {
        return "extern Kernel k" + number + ";\n";
    }

    /** Returns what launches it and prints what it leaves. */
    String launch() {
        return "    try_out(k%d, %d, %d, %d, %d, %d, %d);\n"
                .formatted(number, number, 1 + random.nextInt(3), block[0], block[1], block[2], random.nextInt(7));
    }

    private void write() {
        int size = block[0] * block[1] * block[2];
        text.append("static OFFLOAD_SHARED unsigned s%d[%d];\n".formatted(number, size));
        text.append("static OFFLOAD_SHARED unsigned count%d;\n".formatted(number));
        helpers.append("static OFFLOAD_SHARED unsigned h%d[%d];\n".formatted(number, size));
        text.append("OFFLOAD_KERNEL void k%d(unsigned *g, const unsigned *u, int n) {\n".formatted(number));
        text.append(prologue("s" + number));
        text.append("    if (t == 0) count%d = 5;\n    s[t] = t * 3 + b;\n".formatted(number));
        text.append("    h%d[t] = t ^ b;\n    offload_barrier();\n".formatted(number));
        statements(1, 4 + random.nextInt(5), true);
        text.append("    g[b * size + t] = v0 + 3 * v1 + 5 * v2 + 7 * v3 + 11 * p[t & 3] + 13 * c;\n}\n\n");
    }

    private static String prologue(String shared) {
        return """
                    unsigned x = offload_thread_id(0), y = offload_thread_id(1), z = offload_thread_id(2);
                    unsigned size = offload_block_size(0) * offload_block_size(1) * offload_block_size(2);
                    unsigned t = (z * offload_block_size(1) + y) * offload_block_size(0) + x, b = offload_block_id(0);
                    unsigned *s = %s;
                    unsigned v0 = t * 17 + x, v1 = y + 5 * b, v2 = 1, v3 = z ^ t, c = n + b, p[4] = {t, 1, b, 2};
                """.formatted(shared);
    }

    /** Writes statements at which all threads are together, or not. */
    private void statements(int depth, int count, boolean together) {
        for (int i = 0; i < count && budget > 0; i++) {
            budget--;
            statement(depth, together);
        }
    }

    private void statement(int depth, boolean together) {
        int kind = random.nextInt(together ? 18 : 7);
        switch (kind) {
            case 0, 1, 2 -> line(depth, variable() + " " + operator() + "= " + value() + ";");
            case 3 -> line(depth, "p[" + value() + " & 3] " + operator() + "= " + value() + ";");
            case 4 -> block(depth, "if (" + condition() + ")", false, false);
            case 5 -> {
                String i = "j" + loops++;
                block(depth, "for (unsigned %s = 0; %s < (%s & 3); %s++)".formatted(i, i, value(), i), false, false);
            }
            case 6 -> strides(depth);
            case 7, 8, 9 -> exchange(depth);
            case 10 -> branch(depth);
            case 11 -> loop(depth);
            case 12 -> choose(depth);
            case 13 -> helper(depth);
            case 14 -> line(depth, "c = c * 3 + " + uniform() + ";");
            case 15 -> warp(depth);
            case 16 -> strides(depth);
            default -> rare(depth);
        }
    }

    private void exchange(int depth) {
        String to = variable();
        line(depth, "s[t] = " + value() + ";");
        line(depth, "offload_barrier();");
        line(depth, to + " += s[(" + value() + ") % size];");
        line(depth, "offload_barrier();");
    }

    private void branch(int depth) {
        if (depth >= DEEPEST) {
            exchange(depth);
            return;
        }
        block(depth, "if (" + uniform() + " % 3 == " + random.nextInt(3) + ")", true, false);
        if (random.nextBoolean()) {
            block(depth, "else", true, false);
        }
    }

    private void loop(int depth) {
        if (depth >= DEEPEST) {
            exchange(depth);
            return;
        }
        String i = "i" + loops++;
        block(depth, "for (unsigned %s = 0; %s < %s %% 4; %s++)".formatted(i, i, uniform(), i), true, true);
    }

    /** A loop that a thread begins at its number, and goes through in steps that are the same for all. */
    private void strides(int depth) {
        String i = "k" + loops++;
        String type = List.of("unsigned", "int", "long").get(random.nextInt(3));
        String begin = random.nextInt(3) == 0 ? "x + " + uniform() + " % 7" : random.nextInt(4) == 0 ? "t" : "x";
        String bound = "(" + type + ")(" + uniform() + " % 90)";
        String step = random.nextBoolean() ? "offload_block_size(0)" : "(" + type + ")(" + uniform() + " % 40 + 1)";
        line(depth, type + " " + i + " = " + begin + ";");
        String comparison = random.nextInt(3) == 0 ? " <= " : " < ";
        line(depth, "for (; " + i + comparison + bound + "; " + i + " += " + step + ") {");
        line(depth + 1, variable() + " " + operator() + "= (unsigned)" + i + " + " + value() + ";");
        statements(depth + 1, random.nextInt(3), false);
        if (random.nextInt(6) == 0) {
            line(depth + 1, "if (" + condition() + ") break;");
        }
        line(depth, "}");
        if (random.nextBoolean()) {
            line(depth, variable() + " += (unsigned)" + i + ";");
        }
    }

    private void choose(int depth) {
        if (depth >= DEEPEST) {
            exchange(depth);
            return;
        }
        line(depth, "switch (" + uniform() + " % 4) {");
        for (int i = 0; i < 3; i++) {
            line(depth, "case " + i + ":");
            statements(depth + 1, 1 + random.nextInt(2), true);
            if (random.nextInt(3) > 0) {
                line(depth + 1, "break;");
            }
        }
        line(depth, "default: v1 ^= 3;");
        line(depth, "}");
    }

    private void helper(int depth) {
        String name = "f" + number + "_" + helperCount++;
        helpers.append("static unsigned %s(unsigned v, unsigned t, unsigned size, unsigned c) {\n".formatted(name));
        helpers.append("    unsigned *s = h%d;\n    unsigned sum = v;\n".formatted(number));
        if (random.nextBoolean()) {
            helpers.append("    if (c % 3 == 1) return v + 1;\n");
        }
        helpers.append("""
                    for (unsigned i = 0; i < (c & 1) + 1; i++) {
                        s[t] = sum;
                        offload_barrier();
                        if (t %% 2) sum += s[(t + %d) %% size];
                        offload_barrier();
                    }
                    return sum;
                }
                """.formatted(1 + random.nextInt(5)));
        line(depth, variable() + " = " + name + "(" + value() + ", t, size, c);");
    }

    private void warp(int depth) {
        if (!warps) {
            exchange(depth);
            return;
        }
        String to = variable();
        String lane = "(int)(" + value() + " % 40)";
        line(
                depth,
                switch (random.nextInt(7)) {
                    case 0 -> to + " = (unsigned)offload_shuffle_i32((int)" + value() + ", " + lane + ");";
                    case 1 -> to + " += (unsigned)offload_shuffle_up_i32((int)" + value() + ", " + lane + ");";
                    case 2 -> to + " ^= (unsigned)offload_shuffle_down_i32((int)" + value() + ", " + lane + ");";
                    case 3 -> to + " += (unsigned)offload_shuffle_xor_i32((int)" + value() + ", " + lane + ");";
                    case 4 -> to + " ^= (unsigned)offload_ballot(" + condition() + ");";
                    case 5 -> to + " += offload_any(" + condition() + ");";
                    default -> to + " -= offload_all(" + condition() + ");";
                });
    }

    private void rare(int depth) {
        switch (random.nextInt(5)) {
            case 0 -> {
                line(depth, "__atomic_fetch_add(&count%d, %s & 7, __ATOMIC_RELAXED);".formatted(number, value()));
                line(depth, "offload_barrier();");
                line(depth, "c += count%d & 3;".formatted(number));
                line(depth, "offload_barrier();");
            }
            case 1 -> line(depth, "c += u[" + uniform() + " % 16];");
            case 2 -> {
                if (mayReturnEarly) {
                    line(depth, "if (" + condition() + ") { g[b * size + t] = v0; return; }");
                    mayReturnEarly = false;
                }
            }
            case 3 -> line(depth, "if (" + uniform() + " == 2) { g[b * size + t] = v1; return; }");
            default -> line(depth, "{ unsigned *q = &p[" + uniform() + " & 3]; *q += s[t]; v2 ^= *q; }");
        }
    }

    private void block(int depth, String head, boolean together, boolean loop) {
        line(depth, head + " {");
        statements(depth + 1, 1 + random.nextInt(3), together);
        if (loop && random.nextInt(3) == 0) {
            line(depth + 1, "if (" + uniform() + " % 5 == 2) " + (random.nextBoolean() ? "break;" : "continue;"));
        }
        line(depth, "}");
    }

    private String condition() {
        return "(" + value() + ") % " + (2 + random.nextInt(4)) + " == " + random.nextInt(2);
    }

    private String variable() {
        return "v" + random.nextInt(VARIABLES);
    }

    private String operator() {
        return switch (random.nextInt(4)) {
            case 0 -> "+";
            case 1 -> "^";
            case 2 -> "-";
            default -> "*";
        };
    }

    private String value() {
        return switch (random.nextInt(7)) {
            case 0 -> "t";
            case 1 -> variable();
            case 2 -> "(" + variable() + " + " + variable() + ")";
            case 3 -> "p[" + variable() + " & 3]";
            case 4 -> "(t ^ " + uniform() + ")";
            case 5 -> "(x + 2 * y + " + random.nextInt(9) + ")";
            default -> "(" + variable() + " >> " + random.nextInt(5) + ")";
        };
    }

    private String uniform() {
        return switch (random.nextInt(5)) {
            case 0 -> "(unsigned)n";
            case 1 -> "(b + " + random.nextInt(4) + ")";
            case 2 -> "c";
            case 3 -> String.valueOf(random.nextInt(6)) + "u";
            default -> "(c + n)";
        };
    }

    private void line(int depth, String line) {
        text.append("    ".repeat(depth)).append(line).append('\n');
    }
}
