package io.github.offload4j.irtests.corpus;

import io.github.offload4j.codegen.image.DeviceImage;
import io.github.offload4j.irtests.corpus.Runner.Work;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs programs in several modes, and tells what is not the same. */
final class Trial {
    private final Path directory;
    private final Map<Work, Outcome> outcomes;

    private Trial(Path directory, Map<Work, Outcome> outcomes) {
        this.directory = directory;
        this.outcomes = outcomes;
    }

    /** Compiles programs in every mode, and writes them to files in a directory. */
    static void compile(List<MarkedProgram> programs, Path directory) {
        for (MarkedProgram program : programs) {
            DeviceImage image = program.image();
            for (Mode mode : program.modes()) {
                try {
                    Files.write(file(directory, program, mode), program.bitcode(mode, image));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    /** Runs programs that {@link #compile} has written. */
    static Trial run(List<MarkedProgram> programs, Runner runner) {
        List<Work> work = new ArrayList<>();
        for (MarkedProgram program : programs) {
            for (Mode mode : program.modes()) {
                Path file = file(runner.directory(), program, mode);
                program.cases().forEach(function -> work.add(new Work(file, function)));
            }
        }
        return new Trial(runner.directory(), runner.run(work));
    }

    private static Path file(Path directory, MarkedProgram program, Mode mode) {
        return directory.resolve(program.name() + "-" + mode + ".bc");
    }

    /** Returns a line for each case that leaves other memory than in the first mode, or that copies more than split does. */
    List<String> failures(MarkedProgram program) {
        List<String> failures = new ArrayList<>();
        for (String function : program.cases()) {
            Outcome right = outcome(program, program.modes().get(0), function);
            for (Mode mode : program.modes()) {
                Outcome found = outcome(program, mode, function);
                String where = function + ", " + mode + ", " + program.name() + ": ";
                if (!found.memory().equals(right.memory())) {
                    failures.add(where + found.difference(right));
                } else if (mode == Mode.RESIDENT) {
                    long split = outcome(program, Mode.SPLIT, function).bytes();
                    if (found.bytes() > split) {
                        failures.add(where + "copies " + found.bytes() + " bytes, split " + split);
                    }
                }
            }
        }
        return failures;
    }

    /** Returns how many bytes all cases of a program copy. */
    long bytes(MarkedProgram program, Mode mode) {
        return program.cases().stream()
                .mapToLong(function -> outcome(program, mode, function).bytes())
                .sum();
    }

    private Outcome outcome(MarkedProgram program, Mode mode, String function) {
        Outcome outcome = outcomes.get(new Work(file(directory, program, mode), function));
        if (outcome == null) {
            throw new IllegalArgumentException("'" + function + "' of '" + program.name() + "' did not run");
        }
        return outcome;
    }
}
