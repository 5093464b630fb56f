package io.github.offload4j.irtests.barriers;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.offload4j.codegen.device.DeviceCode;
import io.github.offload4j.codegen.device.DeviceCompiler;
import io.github.offload4j.codegen.image.DeviceTarget;
import io.github.offload4j.codegen.ir.OptimizationLevel;
import io.github.offload4j.irtests.run.Clang;
import io.github.offload4j.irtests.run.LlvmTool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Some random kernels in one file, which three programs run: by loops where that is possible, by coroutines, by threads. */
final class RandomKernels {
    private static final Path HEADERS =
            Path.of("src/test/resources/random-kernels").toAbsolutePath();
    private static final Path MARKS = Path.of("../tools/include").toAbsolutePath();
    private static final DeviceTarget HOST = DeviceTarget.parse("x86_64");

    private final Path folder;
    private final long seed;
    private final List<RandomKernel> kernels;
    private int coroutines;

    private RandomKernels(Path folder, long seed, List<RandomKernel> kernels) {
        this.folder = folder;
        this.seed = seed;
        this.kernels = kernels;
    }

    static RandomKernels of(Path folder, long seed, int count) throws IOException {
        Files.createDirectories(folder);
        return new RandomKernels(
                folder,
                seed,
                IntStream.range(0, count)
                        .mapToObj(i -> RandomKernel.of(seed, i))
                        .toList());
    }

    /** Runs them, and returns a line for each that does not leave the same in all three. */
    List<String> differences() throws IOException {
        StringBuilder code = new StringBuilder("#include \"random.h\"\n\n");
        kernels.forEach(kernel -> code.append(kernel.code()));
        Path source = Files.writeString(folder.resolve("kernels.c"), code);
        Path main = Files.writeString(folder.resolve("main.c"), main());
        // each batch has another pair of levels
        String front = seed % 2 == 0 ? "-O0" : "-O2";
        OptimizationLevel back = seed % 3 == 0 ? OptimizationLevel.O0 : OptimizationLevel.O3;
        byte[] module =
                Clang.emitLlvm(source, front, "-I" + HEADERS, "-I" + MARKS).getBytes(UTF_8);
        DeviceCompiler compiler = DeviceCompiler.create().withLevel(back);
        List<String> best = run(compiler, module, main, "best");
        List<String> coroutine = run(compiler.withCoroutines(), module, main, "coroutines");
        List<String> threads = threads(main);
        List<String> found = new ArrayList<>();
        for (int i = 0; i < kernels.size(); i++) {
            String expected = threads.get(i);
            if (!best.get(i).equals(expected) || !coroutine.get(i).equals(expected)) {
                found.add("seed %d, kernel %s of %s, %s and %s: best %s, coroutines %s"
                        .formatted(seed, expected, folder, front, back, best.get(i), coroutine.get(i)));
            }
        }
        return found;
    }

    /** Returns how many cannot be run by loops. */
    int coroutines() {
        return coroutines;
    }

    private String main() {
        StringBuilder text =
                new StringBuilder("#ifdef THREADS\n#include \"kernels.c\"\n#endif\n#include \"host.h\"\n\n");
        kernels.forEach(kernel -> text.append(kernel.declaration()));
        text.append("\nint main(void) {\n");
        kernels.forEach(kernel -> text.append(kernel.launch()));
        return text.append("    return 0;\n}\n").toString();
    }

    private List<String> run(DeviceCompiler compiler, byte[] module, Path main, String name) throws IOException {
        Path object = folder.resolve(name + ".o");
        try (DeviceCode code = compiler.lower(module, "kernels.ll", HOST)) {
            if (name.equals("best")) {
                coroutines = (int) code.ir()
                        .lines()
                        .filter(line -> line.startsWith("define") && line.contains(".item.resume"))
                        .count();
            }
            Files.write(object, code.relocatable().content());
        }
        return run(List.of(main.toString(), object.toString(), "-O1", "-lm"), name);
    }

    private List<String> threads(Path main) {
        return run(List.of(main.toString(), "-O1", "-DTHREADS", "-lpthread"), "threads");
    }

    private List<String> run(List<String> arguments, String name) {
        Path program = folder.resolve(name);
        List<String> all = new ArrayList<>(arguments);
        all.addAll(List.of("-w", "-I" + HEADERS, "-I" + folder, "-o", program.toString()));
        LlvmTool.require("clang").run(all);
        return Program.output(program).lines().toList();
    }
}
