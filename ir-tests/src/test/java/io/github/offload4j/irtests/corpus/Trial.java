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
    private final Runner runner;
    private final Map<Work, Outcome> outcomes;

    private Trial(Runner runner, Map<Work, Outcome> outcomes) {
        this.runner = runner;
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
            for (Mode mode : modes(program, runner)) {
                Path file = file(runner.directory(), program, mode);
                program.cases().forEach(function -> work.add(new Work(file, function)));
            }
        }
        return new Trial(runner, runner.run(work));
    }

    /** A program without images has no devices on libomptarget, which those may see that ask for presence. */
    private static List<Mode> modes(MarkedProgram program, Runner runner) {
        return program.modes().stream()
                .filter(mode -> mode != Mode.PLAIN || runner.library().isEmpty())
                .toList();
    }

    private static Path file(Path directory, MarkedProgram program, Mode mode) {
        return directory.resolve(program.name() + "-" + mode + ".bc");
    }

    /** Returns a line for each case that leaves other memory than in the first mode, or that copies more than split does. */
    List<String> failures(MarkedProgram program) {
        List<String> failures = new ArrayList<>();
        List<Mode> modes = modes(program, runner);
        for (String function : program.cases()) {
            Outcome right = outcome(program, modes.get(0), function);
            for (Mode mode : modes) {
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
        Outcome outcome = outcomes.get(new Work(file(runner.directory(), program, mode), function));
        if (outcome == null) {
            throw new IllegalArgumentException("'" + function + "' of '" + program.name() + "' did not run");
        }
        return outcome;
    }
}
