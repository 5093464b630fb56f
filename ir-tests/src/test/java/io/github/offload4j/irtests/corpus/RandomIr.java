package io.github.offload4j.irtests.corpus;

import io.github.offload4j.codegen.ir.OptimizationLevel;
import io.github.offload4j.irtests.run.Clang;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** Programs in LLVM IR made by chance, many in one module. */
final class RandomIr {
    private RandomIr() {}

    /** Returns a program with a case for each of some numbers. */
    static MarkedProgram batch(long first, long end, List<Mode> modes, Path directory) {
        return batch("ir", first, end, modes, directory);
    }

    /** Returns the same of programs of many functions. */
    static MarkedProgram calls(long first, long end, List<Mode> modes, Path directory) {
        return batch("calls", first, end, modes, directory);
    }

    private static MarkedProgram batch(String name, long first, long end, List<Mode> modes, Path directory) {
        boolean calls = name.equals("calls");
        List<Long> seeds = LongStream.range(first, end).boxed().toList();
        String drivers = seeds.stream().map(seed -> "PROGRAM(" + seed + ")\n").collect(Collectors.joining());
        String functions =
                seeds.stream().map(calls ? RandomCalls::of : RandomProgram::of).collect(Collectors.joining("\n"));
        try {
            Path driver = directory.resolve("driver.c");
            Files.writeString(driver, read("random-driver.c") + drivers);
            return new MarkedProgram(
                    name,
                    read("random-kernels.ll"),
                    first % 2 == 0 ? OptimizationLevel.O2 : OptimizationLevel.O0,
                    (calls ? RandomCalls.COMMON : read("random.ll")) + functions,
                    Clang.emitLlvm(driver, "-O1", "-Wall", "-Werror"),
                    seeds.stream().map(seed -> "case_" + seed).toList(),
                    modes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(String file) throws IOException {
        return Files.readString(CSource.folder().resolve(file));
    }
}
