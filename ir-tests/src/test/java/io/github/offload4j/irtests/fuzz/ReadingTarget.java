package io.github.offload4j.irtests.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Modules that {@code check} and {@code explain} read, marked ones and lowered ones. */
final class ReadingTarget implements Target {
    private final Commands commands;

    ReadingTarget(Commands commands) {
        this.commands = commands;
    }

    @Override
    public List<String> corpus() {
        List<String> all = new ArrayList<>(new LowerTarget().corpus());
        all.addAll(Corpora.lowered());
        return all;
    }

    @Override
    public List<String> words() {
        return new LowerTarget().words();
    }

    @Override
    public boolean feed(String input, Random random) {
        String file = commands.write("in.ll", input);
        return commands.succeed(
                switch (random.nextInt(3)) {
                    case 0 -> List.of("check", file);
                    case 1 -> List.of("explain", file);
                    default -> List.of("explain", file, "--format=json");
                });
    }
}
