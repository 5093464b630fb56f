package io.github.offload4j.irtests.corpus;

import io.github.offload4j.irtests.fixture.ChildJvm;
import io.github.offload4j.irtests.run.RuntimeInstallation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Runs functions of compiled programs in processes of their own; one that ends its process does not keep the others from
 * running.
 *
 * @param directory where lists are put
 * @param library libomptarget, or nothing for the embedded device
 */
record Runner(Path directory, Optional<Path> library) {
    /** Runs on the embedded device. */
    static Runner embedded(Path directory) {
        return new Runner(directory, Optional.empty());
    }

    /** Runs on libomptarget 22, which has to be there. */
    static Runner installed(Path directory) {
        return new Runner(directory, Optional.of(RuntimeInstallation.require(22).offload()));
    }

    private static final List<String> OPTIONS =
            List.of("-XX:TieredStopAtLevel=1", "-XX:-CreateCoredumpOnCrash", "-XX:ErrorFile=/dev/null");

    /** A function of a program's file. */
    record Work(Path file, String function) {
        @Override
        public String toString() {
            return file + " " + function;
        }
    }

    /** Returns what each function does. */
    Map<Work, Outcome> run(List<Work> work) {
        Map<Work, Outcome> outcomes = new LinkedHashMap<>();
        while (outcomes.size() < work.size()) {
            List<Work> rest = work.subList(outcomes.size(), work.size());
            int before = outcomes.size();
            runSome(rest, outcomes);
            if (outcomes.size() == before) {
                throw new AssertionError("nothing runs from " + rest.get(0) + " on");
            }
        }
        return outcomes;
    }

    /** Runs functions until one ends the process. */
    private void runSome(List<Work> work, Map<Work, Outcome> outcomes) {
        ChildJvm.Result result =
                ChildJvm.run(CaseProcess.class, OPTIONS, where(), list(work).toString());
        int begun = 0;
        long bytes = 0;
        List<String> memory = new ArrayList<>();
        for (String line : result.output().lines().toList()) {
            if (line.startsWith(CaseProcess.BEGIN)) {
                if (begun > 0) {
                    outcomes.put(work.get(begun - 1), new Outcome(memory, bytes));
                }
                begun++;
                bytes = 0;
                memory.clear();
            } else if (line.startsWith(CaseProcess.BYTES)) {
                bytes = Long.parseLong(line.substring(CaseProcess.BYTES.length()));
            } else {
                memory.add(line);
            }
        }
        if (begun == 0) {
            throw new AssertionError(result.toString());
        }
        if (result.status() != 0) {
            memory.add(0, "ended the process with status " + result.status());
        }
        outcomes.put(work.get(begun - 1), new Outcome(memory, bytes));
    }

    String where() {
        return library.map(Path::toString).orElse(CaseProcess.EMBEDDED);
    }

    private Path list(List<Work> work) {
        Path list = directory.resolve("work.txt");
        try {
            return Files.write(list, work.stream().map(Work::toString).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
