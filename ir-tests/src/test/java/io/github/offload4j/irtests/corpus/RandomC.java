package io.github.offload4j.irtests.corpus;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/**
 * A C program made by chance: kernels, callees of library calls, and a function with sites of both, which prints all
 * memory at its end. Its behaviour is defined, and it ends.
 *
 * @param suffix what its names end in
 * @param kernels the kernels' text
 * @param host the host's text
 * @param statements how many statements there are, those left out included
 */
record RandomC(String suffix, String kernels, String host, int statements) {
    /** What a kernel or callee does with its two arrays. */
    enum Shape {
        ANY,
        ANY_AGAIN,
        READS_SECOND,
        FILLS_FIRST;

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        boolean readsSecond() {
            return this == READS_SECOND;
        }

        boolean fills() {
            return this == FILLS_FIRST;
        }
    }

    private static final String RUN = """
            static word *kept_@;
            static NOINLINE void use_@(word k) {
            *kept_@ += k;
            }
            static word g_@[N];
            static word a_@[N];
            static word b_@[N];
            static word c_@[N];
            NOINLINE word run_@(word a[restrict static N], word b[restrict static N], word *c, long n, word *m) {
            word *g = g_@;
            word *o = take();
            word l[N];
            fill(l, 5);
            """;

    private static final String END = """
            show(l);
            return x + y;
            }
            void case_@(void) {
            word *m = malloc(N * sizeof *m);
            if (!m) abort();
            fill(m, 1); fill(pool, 2); fill(a_@, 3); fill(b_@, 4); fill(c_@, 6); fill(g_@, 7);
            printf("%u\\n", run_@(a_@, b_@, c_@, N, m));
            show(a_@); show(b_@); show(c_@); show(g_@); show(m); show(pool);
            free(m);
            omp_set_default_device(0);
            fflush(NULL);
            }
            """;

    /** Returns the program that a number stands for. */
    static RandomC of(long seed) {
        return of(seed, Long.toString(seed), Set.of());
    }

    /** Returns the program that a number stands for, under other names and without some of its statements. */
    static RandomC of(long seed, String suffix, Set<Integer> left) {
        Random random = new Random(seed);
        Cut cut = new Cut(left);
        StringBuilder kernels = new StringBuilder();
        StringBuilder host = new StringBuilder();
        for (Shape shape : Shape.values()) {
            kernels.append(function(random, "k_" + suffix, shape, false, cut));
            host.append(function(random, "h_" + suffix, shape, true, cut));
        }
        for (Shape shape : Shape.values()) {
            host.append("void k_" + suffix + "_" + shape.label() + "(word *a, word *b, long n);\n");
        }
        RandomHost body = new RandomHost(random, suffix, cut);
        body.statements(6 + random.nextInt(8), 0);
        host.append(RUN.replace("@", suffix)).append(body.text()).append(END.replace("@", suffix));
        return new RandomC(suffix, kernels.toString(), host.toString(), cut.statements());
    }

    private static String function(Random random, String name, Shape shape, boolean host, Cut cut) {
        List<String> both = List.of("a", "b");
        RandomBody body = new RandomBody(random, shape.readsSecond() ? List.of("a") : both, both, host, cut);
        body.statements(2 + random.nextInt(5), 1);
        String fill = shape.fills() ? "for (word i = 0; i < N; i++) a[i] = b[i] + i;\n" : "";
        // LLVM would pass poison where a callee of the same module makes no use of an argument, and the site would map
        // that
        String use = host ? "sink = a[0] + b[0] + (word)n;\n" : "";
        return "NOINLINE void " + name + "_" + shape.label() + "(word *a, word *b, long n) {\n" + fill + body.text()
                + use + "}\n";
    }
}
