package io.github.offload4j.irtests.fuzz;

import java.util.List;
import java.util.Random;

/** Marked modules that {@code build} makes objects and modules of, with an image inside. */
final class BuildTarget implements Target {
    private static final String KERNEL = """
            define void @k(ptr %x, i32 %n) "offload-kernel" {
              store i32 %n, ptr %x
              ret void
            }
            """;

    private final Commands commands;

    BuildTarget(Commands commands) {
        this.commands = commands;
    }

    @Override
    public List<String> corpus() {
        return new LowerTarget().corpus();
    }

    @Override
    public List<String> words() {
        return new LowerTarget().words();
    }

    @Override
    public boolean feed(String input, Random random) {
        String in = commands.write("in.ll", input);
        String out = commands.file("out" + (random.nextBoolean() ? ".o" : ".bc"));
        String level = "-O=" + random.nextInt(4);
        String transfers =
                "--transfers=" + List.of("split", "fused", "resident").get(random.nextInt(3));
        return commands.succeed(
                random.nextInt(4) == 0
                        ? List.of(
                                "build",
                                in,
                                "-o",
                                out,
                                level,
                                transfers,
                                "--target=x86_64",
                                "--device",
                                commands.write("kernels.ll", KERNEL))
                        : List.of("build", in, "-o", out, level, transfers));
    }
}
