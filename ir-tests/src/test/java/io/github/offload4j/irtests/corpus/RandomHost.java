package io.github.offload4j.irtests.corpus;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** A body with offload sites among its statements. */
final class RandomHost extends RandomBody {
    /** Parameters, a global, a stack array and memory from two allocators. */
    static final List<String> ARRAYS = List.of("a", "b", "c", "g", "l", "m", "o");

    private static final List<RandomC.Shape> SHAPES = List.of(RandomC.Shape.values());

    private final String suffix;

    RandomHost(Random random, String suffix, Cut cut) {
        this(random, suffix, some(random), cut);
    }

    private RandomHost(Random random, String suffix, List<String> touched, Cut cut) {
        super(random, touched, touched, true, cut);
        this.suffix = suffix;
    }

    /** The host leaves the others alone, so that they can stay on the device. */
    private static List<String> some(Random random) {
        List<String> arrays = new ArrayList<>(ARRAYS);
        Collections.shuffle(arrays, random);
        return arrays.subList(0, 1 + random.nextInt(3));
    }

    @Override
    void statement(int depth) {
        int choice = chance(20);
        if (choice < 9) {
            site();
        } else if (choice == 9) {
            rare();
        } else {
            super.statement(depth);
        }
    }

    private void site() {
        String first = pick(ARRAYS);
        String second = pick(ARRAYS);
        if (first.equals(second)) {
            second = first.equals("a") ? "b" : "a";
        }
        String chosen = "";
        if (chance(5) == 0) {
            String other = pick(ARRAYS);
            chosen = first.equals(other) || second.equals(other) ? "" : other;
        }
        line("{");
        if (!chosen.isEmpty()) {
            line("word *chosen = " + pick(List.of("x", "y", "a[1]")) + " & 1 ? " + first + " : " + chosen + ";");
            first = "chosen";
        }
        RandomC.Shape shape = SHAPES.get(chance(SHAPES.size()));
        boolean kernel = chance(2) == 0;
        line(kernel ? "offload_kernel(-1); offload_grid(1, 1, 1); offload_block(1, 1, 1);" : "offload_host(-1);");
        line("offload_map(0, " + bytes() + ", " + (shape.fills() && chance(2) == 0 ? 2 : 3) + ");");
        line("offload_map(1, " + bytes() + ", " + (shape.readsSecond() && chance(2) == 0 ? 1 : 3) + ");");
        line((kernel ? "k_" : "h_") + suffix + "_" + shape.label() + "(" + first + ", " + second + ", n);");
        line("}");
    }

    private String bytes() {
        return chance(3) == 0 ? "n * 4" : "64";
    }

    private void rare() {
        switch (chance(5)) {
            case 0 -> line("omp_set_default_device(" + chance(2) + ");");
            case 1 -> line("x += omp_target_is_present(" + pick(ARRAYS) + ", omp_get_default_device());");
            case 2 -> line("printf(\"%u\\n\", *" + pointer() + ");");
            case 3 -> line("weak_add(" + pick(ARRAYS) + ", " + number() + ");");
            default -> line("kept_" + suffix + " = " + pointer() + "; use_" + suffix + "(" + number() + ");");
        }
    }
}
