package io.github.offload4j.irtests.golden;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A process that tries some breakages and prints a line for each. */
final class BreakageWorker {
    /** What stands in front of a result, behind the number of the breakage. */
    static final String RESULT = " is caught by ";

    private BreakageWorker() {}

    /**
     * Tries breakages.
     *
     * @param arguments the list, an empty folder, and the numbers of the first and of the one behind the last
     */
    public static void main(String[] arguments) throws Exception {
        List<Breakage> all = Breakage.readAll(Path.of(arguments[0]));
        for (int i = Integer.parseInt(arguments[2]); i < Integer.parseInt(arguments[3]); i++) {
            Path folder = Files.createDirectory(Path.of(arguments[1]).resolve(String.valueOf(i)));
            try (BrokenLibrary library = BrokenLibrary.with(all.get(i), folder)) {
                System.out.println(i + RESULT + library.firstDifference());
                System.out.flush();
            }
        }
        // threads of the library that wait for work would keep the process
        System.exit(0);
    }
}
