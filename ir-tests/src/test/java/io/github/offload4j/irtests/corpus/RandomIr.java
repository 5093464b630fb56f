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
        List<Long> seeds = LongStream.range(first, end).boxed().toList();
        String functions = seeds.stream().map(RandomProgram::of).collect(Collectors.joining("\n"));
        return program("ir", seeds, List.of(read("random.ll") + functions), modes, directory);
    }

    /** Returns the same of programs of many functions, which may be in several modules. */
    static MarkedProgram calls(long first, long end, int modules, List<Mode> modes, Path directory) {
        List<Long> seeds = LongStream.range(first, end).boxed().toList();
        return program("calls", seeds, RandomCalls.modules(seeds, modules), modes, directory);
    }

    private static MarkedProgram program(
            String name, List<Long> seeds, List<String> hosts, List<Mode> modes, Path directory) {
        String drivers = seeds.stream().map(seed -> "PROGRAM(" + seed + ")\n").collect(Collectors.joining());
        try {
            Path driver = directory.resolve("driver.c");
            Files.writeString(driver, read("random-driver.c") + drivers);
            return new MarkedProgram(
                    name,
                    read("random-kernels.ll"),
                    seeds.get(0) % 2 == 0 ? OptimizationLevel.O2 : OptimizationLevel.O0,
                    hosts.get(0),
                    hosts.subList(1, hosts.size()),
                    Clang.emitLlvm(driver, "-O1", "-Wall", "-Werror"),
                    seeds.stream().map(seed -> "case_" + seed).toList(),
                    modes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(String file) {
        try {
            return Files.readString(CSource.folder().resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
