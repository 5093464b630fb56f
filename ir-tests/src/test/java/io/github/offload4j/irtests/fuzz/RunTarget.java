package io.github.offload4j.irtests.fuzz;

import io.github.offload4j.irtests.fixture.ChildJvm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * Specs and arguments for {@code run} on the embedded device, in a process of its own that says how it ended. The kernel
 * stays as it is; one that is asked for more than it can do in the time is cut off, and has done nothing wrong.
 */
final class RunTarget implements Target {
    private static final int MOST_SECONDS = 10;

    private static final String KERNEL = """
            define void @saxpy(i64 %n, float %a, ptr %x, ptr %y) "offload-kernel" {
              %t = call i32 @offload.thread.id(i32 0)
              %i = zext i32 %t to i64
              %in = icmp ult i64 %i, %n
              br i1 %in, label %work, label %done
            work:
              %p = getelementptr float, ptr %x, i64 %i
              %q = getelementptr float, ptr %y, i64 %i
              %u = load float, ptr %p
              store float %u, ptr %q
              br label %done
            done:
              ret void
            }
            declare i32 @offload.thread.id(i32)
            """;

    private static final String SPEC = """
            offloads:
              - name: run_saxpy
                callee: saxpy
                parameters:
                  - {name: n, type: i64}
                  - {name: a, type: float}
                  - {name: x, type: ptr, map: to, element: float, count: n}
                  - {name: y, type: ptr, map: tofrom, element: float, count: n}
                grid: "ceildiv(n, 256)"
                block: 256
            """;

    private static final List<String> ARGUMENTS = List.of(
            "n=8",
            "n=0",
            "n=-1",
            "n=9223372036854775807",
            "n=1e3",
            "a=2",
            "a=nan",
            "x=iota:8",
            "x=ones:8",
            "x=null",
            "x=iota:0",
            "x=ones:99999999999",
            "x=1,2,3",
            "x=[1,2]",
            "x=@missing",
            "y=ones:8",
            "y=ones:8:f32",
            "y=iota:8:i8",
            "z=1",
            "=",
            "n",
            "x=rand:8",
            "x=",
            "y=ones:-1",
            "--entry=none",
            "--summary",
            "--isolate");

    private final Commands commands;
    private final Path log;

    RunTarget(Commands commands) {
        this.commands = commands;
        this.log = Path.of(commands.file("run.log"));
    }

    @Override
    public List<String> corpus() {
        return List.of(SPEC);
    }

    @Override
    public List<String> words() {
        return List.of(
                "type: ptr",
                "map: from",
                "map: alloc",
                "count: 3",
                "host: true",
                "element: i8",
                "device: n",
                "block: 0",
                "block: n",
                "grid: n",
                "pass: host",
                "modifiers: [always]",
                "count: \"n * n\"",
                "type: i32");
    }

    /** Each second spec stays as it is: few that are changed run at all, and the arguments vary besides. */
    @Override
    public String mutate(String input, Random random) {
        return random.nextBoolean() ? input : Target.super.mutate(input, random);
    }

    @Override
    public boolean feed(String input, Random random) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx1g",
                "-XX:ErrorFile=" + commands.file("hs_err"),
                "-cp",
                ChildJvm.classPath(),
                "io.github.offload4j.tools.Irgen",
                "run",
                commands.write("in.yaml", input),
                "--device",
                commands.write("kernels.ll", KERNEL),
                "--runtime=embedded"));
        List<String> given = new ArrayList<>(List.of("n=8", "a=2", "x=iota:8", "y=ones:8"));
        while (random.nextBoolean()) {
            given.set(random.nextInt(given.size()), ARGUMENTS.get(random.nextInt(ARGUMENTS.size())));
        }
        command.addAll(given);
        try {
            return ended(command, given);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean ended(List<String> command, List<String> given) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
            return false;
        }
        int exitCode = process.exitValue();
        if (exitCode > 2) {
            throw new AssertionError("exit code " + exitCode + " with " + given + ": " + Files.readString(log));
        }
        return exitCode == 0;
    }
}
