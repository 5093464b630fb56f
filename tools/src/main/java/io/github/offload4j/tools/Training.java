package io.github.offload4j.tools;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.offload4j.tools.cli.StandardStreams;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;

/**
 * Runs the usual commands once, in silence. The launcher has the virtual machine note which classes that takes, and keeps
 * them in an archive from which later runs start faster.
 */
final class Training {
    private static final String MARKED = """
            declare void @kernel(ptr, ptr, i64)
            define void @run(ptr noalias %x, ptr %y, i64 %n) {
              %bytes = mul i64 %n, 4
              call void @kernel(ptr %x, ptr %y, i64 %n) [
                "offload"(i1 false, i64 -1), "offload.grid"(i32 1, i32 1, i32 1), "offload.block"(i32 1, i32 1, i32 1),
                "offload.map"(i32 0, i64 %bytes, i64 1), "offload.map"(i32 1, i64 8, i64 3) ]
              ret void
            }
            """;

    private Training() {}

    /**
     * Runs.
     *
     * @param arguments the folder with the examples
     */
    public static void main(String[] arguments) {
        run(Path.of(arguments[0]));
    }

    /** Runs each command, and returns the exit codes. */
    static List<Integer> run(Path examples) {
        String saxpy = examples.resolve("saxpy.yaml").toString();
        String kernel = examples.resolve("saxpy-kernel.ll").toString();
        return List.of(
                irgen("--version"),
                irgen("--help"),
                irgen("emit", saxpy),
                irgen("lower", "-"),
                irgen("check", "-"),
                irgen("explain", "-"),
                irgen("run", saxpy, "--device", kernel, "--runtime=embedded", "n=4", "a=2", "x=iota", "y=ones"),
                irgen("run", saxpy, "--device", kernel, "n=4", "a=2", "x=iota", "y=ones"));
    }

    private static int irgen(String... arguments) {
        InputStream marked = new ByteArrayInputStream(MARKED.getBytes(UTF_8));
        OutputStream nowhere = OutputStream.nullOutputStream();
        return Irgen.execute(new StandardStreams(marked, nowhere, nowhere, false, false), arguments);
    }
}
