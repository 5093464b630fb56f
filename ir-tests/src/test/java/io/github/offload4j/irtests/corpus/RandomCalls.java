package io.github.offload4j.irtests.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Text of a function {@code i32 @run_SEED(ptr, ptr, ptr, i64, i32)} and of some that it calls, in loops and branches: with
 * sites, with host code, with both, of two arrays that they are given and one that all know. They call each other, themselves
 * and what they are given as a callback; keep addresses, and use what is kept; and map parts of arrays.
 */
final class RandomCalls {
    private static final String KERNELS = """
            declare void @k_rw(ptr, i32)
            declare void @k_mix(ptr, ptr)
            declare void @k_fill(ptr, i32)
            declare ptr @fresh(i64) nounwind
            declare noalias ptr @own(i64) nounwind willreturn memory(inaccessiblemem: readwrite)
            declare void @abort() noreturn nounwind
            """;

    /** What all programs of a module share. */
    private static final String COMMON = """
            @g = LINKAGE global [16 x i32] zeroinitializer
            @kept = LINKAGE global ptr @g
            define i32 @at(ptr %x, i64 %i) noinline nounwind {
              %p = getelementptr i32, ptr %x, i64 %i
              %v = load i32, ptr %p
              ret i32 %v
            }
            define void @apply(ptr %f, ptr %x, ptr %y, i64 %n, i32 %k) noinline nounwind {
              call void %f(ptr %x, ptr %y, i64 %n, i32 %k)
              ret void
            }
            define i32 @personality() {
              ret i32 0
            }
            """;

    /** The same for a module that is linked to that. */
    private static final String ELSEWHERE = """
            @g = external global [16 x i32]
            @kept = external global ptr
            declare i32 @at(ptr, i64) nounwind
            declare void @apply(ptr, ptr, ptr, i64, i32) nounwind
            declare i32 @personality()
            """;

    private static final String PARAMETERS = "(ptr %x, ptr %y, i64 %n, i32 %k)";
    private static final String KERNEL = "\"offload\"(i1 false, i64 -1), \"offload.grid\"(i32 2, i32 1, i32 1),"
            + " \"offload.block\"(i32 8, i32 1, i32 1)";

    private final long seed;
    private final Random random;
    private final int functions;
    private final List<String> bodies = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private boolean handles;
    private int names;

    private RandomCalls(long seed) {
        this.seed = seed;
        this.random = new Random(seed);
        this.functions = 2 + random.nextInt(3);
    }

    /** Returns the modules that programs are, each function in one of them. */
    static List<String> modules(List<Long> seeds, int count) {
        List<StringBuilder> modules = new ArrayList<>();
        for (int module = 0; module < count; module++) {
            String common = module > 0 ? ELSEWHERE : COMMON.replace("LINKAGE ", count > 1 ? "" : "internal ");
            modules.add(new StringBuilder(KERNELS).append(common));
        }
        for (long seed : seeds) {
            RandomCalls program = new RandomCalls(seed);
            for (int i = 0; i < program.functions; i++) {
                program.define(i, count == 1);
            }
            program.run();
            for (int i = 0; i < program.functions; i++) {
                for (int module = 0; module < count; module++) {
                    String here = program.bodies.get(i);
                    boolean elsewhere = i % count != module;
                    modules.get(module)
                            .append(elsewhere ? "declare void " + program.name(i) + "(ptr, ptr, i64, i32)\n" : here);
                }
            }
            modules.get(0).append(program.bodies.get(program.functions));
        }
        return modules.stream().map(StringBuilder::toString).toList();
    }

    private String name(int function) {
        return "@f_" + seed + "_" + function;
    }

    private String value() {
        return "%v" + names++;
    }

    private void line(String instruction) {
        text.append("  ").append(instruction).append('\n');
    }

    private boolean once(int in) {
        return random.nextInt(in) == 0;
    }

    /** A function calls those with higher numbers, and perhaps itself as long as it is told to. */
    private void define(int function, boolean alone) {
        String linkage = once(8) ? "weak " : once(3) && alone ? "internal " : "";
        begin("define " + linkage + "void " + name(function) + PARAMETERS + " noinline", once(5));
        line("%own = alloca [16 x i32]");
        line("call void @llvm.memset.p0.i64(ptr %own, i8 " + random.nextInt(9) + ", i64 64, i1 false)");
        List<String> arrays = once(4) ? List.of("%x", "%y", "@g", "%own") : List.of("%x", "%y");
        statements(1 + random.nextInt(3), function, arrays, 0);
        if (once(6)) {
            String more = value();
            String less = value();
            String id = "r" + names++;
            line(more + " = icmp sgt i32 %k, 0");
            line("br i1 " + more + ", label %" + id + ", label %" + id + ".end");
            text.append(id).append(":\n");
            line(less + " = sub i32 %k, 4");
            line("call void " + name(function) + "(ptr %y, ptr %x, i64 %n, i32 " + less + ")");
            line("br label %" + id + ".end");
            text.append(id).append(".end:\n");
        }
        end("ret void");
    }

    private void begin(String head, boolean mayThrow) {
        text.setLength(0);
        handles = false;
        text.append(head).append(mayThrow ? "" : " nounwind").append(" personality ptr @personality {\n");
    }

    private void end(String last) {
        line(last);
        if (handles) {
            handler("handler");
        }
        text.append("}\n");
        bodies.add(text.toString());
    }

    /** Nothing ever throws here. */
    private void handler(String label) {
        text.append(label).append(":\n");
        line("%" + label + ".pad = landingpad { ptr, i32 } cleanup");
        line("call void @abort()");
        line("unreachable");
    }

    private void run() {
        boolean nounwind = !once(4);
        begin(
                "define i32 @run_" + seed
                        + "(ptr noalias nonnull %a, ptr noalias nonnull %b, ptr nonnull %c, i64 %n, i32 %seed)",
                !nounwind);
        line("%k = and i32 %seed, 7");
        line("%s = alloca [16 x i32]");
        line("call void @llvm.memset.p0.i64(ptr %s, i8 7, i64 64, i1 false)");
        line("%h = call ptr @" + (once(2) ? "own" : "fresh") + "(i64 64)");
        line("store ptr @g, ptr @kept");
        line("call void @llvm.memset.p0.i64(ptr @g, i8 3, i64 64, i1 false)");
        statements(2 + random.nextInt(4), -1, List.of("%a", "%b", "%c", "%s", "%h", "@g"), 0);
        String sum = "0";
        for (String array : List.of("%s", "%h", "@g")) {
            for (int i = 0; i < 16; i += 5) {
                String read = value();
                String next = value();
                String scaled = value();
                line(read + " = call i32 @at(ptr " + array + ", i64 " + i + ")");
                line(scaled + " = mul i32 " + sum + ", 31");
                line(next + " = add i32 " + read + ", " + scaled);
                sum = next;
            }
        }
        end("ret i32 " + sum);
    }

    private void statements(int count, int function, List<String> arrays, int depth) {
        for (int i = 0; i < count; i++) {
            statement(function, arrays, depth);
        }
    }

    private void statement(int function, List<String> arrays, int depth) {
        int choice = random.nextInt(function < 0 ? 14 : 12);
        if (choice < 2 && depth < (function < 0 ? 2 : 1)) {
            loop(function, arrays, depth);
        } else if (choice == 2 && depth < 2) {
            branch(function, arrays, depth);
        } else if (choice < 6) {
            site(arrays);
        } else if (choice == 6) {
            touch(arrays);
        } else if (choice == 7 && once(2)) {
            keep(arrays);
        } else if (function + 1 < functions) {
            call(function + 1 + random.nextInt(functions - function - 1), arrays);
        } else {
            site(arrays);
        }
    }

    private void loop(int function, List<String> arrays, int depth) {
        String id = "l" + names++;
        String count = "%" + id + ".count";
        line(count + " = alloca i32");
        line("store i32 0, ptr " + count);
        line("br label %" + id);
        text.append(id).append(":\n");
        statements(1 + random.nextInt(3), function, arrays, depth + 1);
        String old = value();
        String next = value();
        String more = value();
        line(old + " = load i32, ptr " + count);
        line(next + " = add i32 " + old + ", 1");
        line("store i32 " + next + ", ptr " + count);
        line(more + " = icmp ult i32 " + next + ", " + (1 + random.nextInt(function < 0 ? 4 : 2)));
        line("br i1 " + more + ", label %" + id + ", label %" + id + ".end");
        text.append(id).append(".end:\n");
    }

    private void branch(int function, List<String> arrays, int depth) {
        String id = "i" + names++;
        String shifted = value();
        String bit = value();
        line(shifted + " = lshr i32 %k, " + random.nextInt(3));
        line(bit + " = trunc i32 " + shifted + " to i1");
        line("br i1 " + bit + ", label %" + id + ", label %" + id + ".else");
        text.append(id).append(":\n");
        statements(1, function, arrays, depth + 1);
        line("br label %" + id + ".end");
        text.append(id).append(".else:\n");
        if (once(2)) {
            statements(1, function, arrays, depth + 1);
        }
        line("br label %" + id + ".end");
        text.append(id).append(".end:\n");
    }

    private String pick(List<String> arrays) {
        return arrays.get(random.nextInt(arrays.size()));
    }

    private String bytes() {
        if (once(3)) {
            String bytes = value();
            line(bytes + " = " + (once(2) ? "mul i64 %n, 4" : "shl i64 %n, 2"));
            return bytes;
        }
        return "64";
    }

    private void site(List<String> arrays) {
        String array = pick(arrays);
        if (once(10)) {
            String half = value();
            line(half + " = getelementptr i32, ptr " + array + ", i64 " + 8 * random.nextInt(2));
            String small = KERNEL.replace("i32 8,", "i32 4,");
            line("call void @k_rw(ptr " + half + ", i32 2) [ " + small + ", \"offload.map\"(i32 0, i64 32, i64 3) ]");
        } else if (once(4)) {
            String other = pick(arrays);
            if (!other.equals(array)) {
                line("call void @k_mix(ptr " + array + ", ptr " + other + ") [ " + KERNEL
                        + ", \"offload.map\"(i32 0, i64 " + "64, i64 3), \"offload.map\"(i32 1, i64 64, i64 "
                        + (once(2) ? "1" : "3") + ") ]");
            }
        } else if (once(4)) {
            line("call void @k_fill(ptr " + array + ", i32 3) [ " + KERNEL + ", \"offload.map\"(i32 0, i64 " + bytes()
                    + ", i64 " + (once(2) ? "2" : "3") + ") ]");
        } else {
            line("call void @k_rw(ptr " + array + ", i32 " + random.nextInt(9) + ") [ " + KERNEL
                    + ", \"offload.map\"(i32 0, i64 " + bytes() + ", i64 3) ]");
        }
    }

    private void touch(List<String> arrays) {
        String array = pick(arrays);
        String place = value();
        String old = value();
        line(place + " = getelementptr i32, ptr " + array + ", i64 " + random.nextInt(16));
        line(old + " = load i32, ptr " + place);
        if (once(2)) {
            String now = value();
            line(now + " = mul i32 " + old + ", 7");
            line("store i32 " + now + ", ptr " + place);
        } else {
            String to = value();
            line(to + " = getelementptr i32, ptr " + pick(arrays) + ", i64 " + random.nextInt(16));
            line("store i32 " + old + ", ptr " + to);
        }
    }

    private void keep(List<String> arrays) {
        if (once(2)) {
            line("store ptr "
                    + pick(arrays.stream().filter(a -> !a.equals("%own")).toList()) + ", ptr @kept");
        } else {
            String kept = value();
            line(kept + " = load ptr, ptr @kept");
            touch(List.of(kept));
        }
    }

    private void call(int callee, List<String> arrays) {
        String first = pick(arrays);
        String second = pick(arrays);
        if (first.equals(second)) {
            second = first.equals("@g") ? arrays.get(0) : "@g";
        }
        String passed = "(ptr " + first + ", ptr " + second + ", i64 " + (once(3) ? "16" : "%n") + ", i32 "
                + (once(2) ? "%k" : Integer.toString(random.nextInt(9))) + ")";
        if (once(10)) {
            line("call void @apply" + passed.replaceFirst("\\(", "(ptr " + name(callee) + ", "));
        } else if (once(4)) {
            String id = "c" + names++;
            boolean shared = once(2);
            handles |= shared;
            line("invoke void " + name(callee) + passed + " to label %" + id + " unwind label %"
                    + (shared ? "handler" : id + ".off"));
            if (!shared) {
                handler(id + ".off");
            }
            text.append(id).append(":\n");
        } else {
            line("call void " + name(callee) + passed);
        }
    }
}
