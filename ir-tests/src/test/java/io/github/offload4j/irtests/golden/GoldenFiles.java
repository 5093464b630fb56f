package io.github.offload4j.irtests.golden;

import static java.util.stream.Collectors.toSet;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.approvaltests.Approvals;
import org.approvaltests.core.ApprovalFailureReporter;
import org.approvaltests.core.Options;
import org.approvaltests.reporters.AutoApproveReporter;

/** The folder with the approved texts: compares with them, and replaces them where that was asked for. */
final class GoldenFiles {
    static final String APPROVED = ".approved.ll";

    private static final int CONTEXT_LINES = 3;

    private final Path root;
    private final GoldenMode mode;

    GoldenFiles(Path root, GoldenMode mode) {
        this.root = root;
        this.mode = mode;
    }

    Path approved(GoldenText golden) {
        return root.resolve(golden.id() + APPROVED);
    }

    /**
     * Compares a case's text with the approved one, or approves it in accept mode.
     *
     * @throws AssertionError when they differ; it holds the difference and the command that accepts it
     */
    void verify(GoldenText golden) {
        ApprovalFailureReporter reporter = mode == GoldenMode.ACCEPT ? new AutoApproveReporter() : new Explain(golden);
        Options options = new Options().withReporter(reporter).forFile().withNamer(new GoldenNamer(root, golden.id()));
        Approvals.verify(content(golden), options.forFile().withExtension(".ll"));
    }

    /** Returns what an approved file holds: the question, then the module. */
    static String content(GoldenText golden) {
        return header(golden) + golden.text();
    }

    static String header(GoldenText golden) {
        return "; " + golden.question() + "\n\n";
    }

    /** Returns the approved files that no case answers for. */
    List<Path> stale(List<? extends GoldenText> cases) {
        Set<Path> expected = cases.stream().map(this::approved).collect(toSet());
        return approvedIn(root).stream()
                .filter(file -> !expected.contains(file))
                .toList();
    }

    /** Returns the approved files below a folder, in the order of their names. */
    static List<Path> approvedIn(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(APPROVED))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Explain implements ApprovalFailureReporter {
        private final GoldenText golden;

        Explain(GoldenText golden) {
            this.golden = golden;
        }

        @Override
        public boolean report(String received, String approved) {
            List<String> before = lines(Path.of(approved));
            List<String> after = lines(Path.of(received));
            List<String> difference = UnifiedDiffUtils.generateUnifiedDiff(
                    approved, received, before, DiffUtils.diff(before, after), CONTEXT_LINES);
            throw new AssertionError("the IR of " + golden + " is not the approved one ("
                    + golden.question() + ")\n" + String.join("\n", difference) + "\nIf it is right, accept it with\n  "
                    + GoldenMode.acceptCommand(golden.id()));
        }

        private static List<String> lines(Path file) {
            try {
                return Files.exists(file) ? Files.readAllLines(file) : List.of();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
