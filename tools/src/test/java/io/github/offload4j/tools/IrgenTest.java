package io.github.offload4j.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Path;
import org.bytedeco.llvm.global.LLVM;
import org.junit.jupiter.api.Test;

class IrgenTest {
    @Test
    void helpNamesTheCommandsAndTheExitCodes() {
        Run run = Run.irgen("--help");

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains(
                        "Usage: irgen [OPTIONS] [COMMAND]",
                        "Writes host stubs",
                        "Says what emitted programs can run on")
                .contains("  0    done", "  1    the input", "  2    the command line", "  70   irgen itself");
    }

    @Test
    void helpOfACommandListsTheExitCodesToo() {
        assertThat(Run.irgen("emit", "--help").out()).contains("Usage: irgen emit [OPTIONS] SPEC.yaml", "  70   ");
    }

    @Test
    void helpIsAlsoACommand() {
        assertThat(Run.irgen("help").out()).isEqualTo(Run.irgen("--help").out());
        assertThat(Run.irgen("help", "emit").out())
                .isEqualTo(Run.irgen("emit", "--help").out());
    }

    @Test
    void helpOfAnUnknownCommandNamesThoseThatThereAre() {
        Run run = Run.irgen("help", "emt");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .contains("no command 'emt'; there are doctor, emit, ")
                .doesNotContain("link");
    }

    @Test
    void completionKnowsEveryCommandsOptions() {
        assertThat(Run.irgen("completion").out()).contains("_picocli_irgen_emit", "--device-pointers", "--save");
    }

    @Test
    void versionNamesWhatAReportNeeds() {
        Run run = Run.irgen("--version");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out().lines())
                .satisfiesExactly(
                        line -> assertThat(line).matches("irgen \\d+\\.\\d+\\.\\d+\\S*"),
                        line -> assertThat(line).isEqualTo("LLVM " + loadedLlvmVersion()),
                        line -> assertThat(line).isEqualTo("default runtime ABI llvm-22"),
                        line -> assertThat(line).startsWith("JDK " + Runtime.version()));
    }

    private static String loadedLlvmVersion() {
        int[] major = new int[1];
        int[] minor = new int[1];
        int[] patch = new int[1];
        LLVM.LLVMGetVersion(major, minor, patch);
        return major[0] + "." + minor[0] + "." + patch[0];
    }

    @Test
    void theFolderWithWhatProgramsIncludeIsPrinted() {
        Run run = Run.irgen("--include-dir");

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        Path folder = Path.of(run.out().strip());
        assertThat(folder).isAbsolute();
        assertThat(folder.resolve("offload.h")).isRegularFile();
        assertThat(folder.resolve("offload.rs")).isRegularFile();
        assertThat(folder.resolve("offload.f90")).isRegularFile();
    }

    @Test
    void noCommandIsWrongUsage() {
        assertUsage(Run.irgen(), "no command given", "irgen");
    }

    @Test
    void misspeltCommandGetsASuggestion() {
        assertUsage(Run.irgen("emti"), "unknown command 'emti'; did you mean 'emit'?", "irgen");
    }

    @Test
    void misspeltOptionGetsASuggestion() {
        assertUsage(
                Run.irgen("emit", "--fromat=bc", "x.yaml"),
                "unknown option '--fromat'; did you mean '--format'?",
                "irgen emit");
    }

    @Test
    void misspeltChoiceGetsASuggestion() {
        assertUsage(
                Run.irgen("emit", "--preset=rust", "x.yaml"),
                "invalid value for option '--preset': 'rust'; did you mean 'rustc'?",
                "irgen emit");
    }

    @Test
    void strangeChoiceGetsTheList() {
        assertUsage(
                Run.irgen("emit", "--transfers=unified", "x.yaml"),
                "invalid value for option '--transfers': 'unified' is none of split, fused, resident",
                "irgen emit");
    }

    @Test
    void missingInputIsWrongUsage() {
        assertUsage(Run.irgen("emit"), "missing required parameter: 'SPEC.yaml'", "irgen emit");
    }

    @Test
    void secondInputIsWrongUsage() {
        assertUsage(Run.irgen("emit", "a.yaml", "b.yaml"), "unexpected argument 'b.yaml'", "irgen emit");
    }

    private static void assertUsage(Run run, String message, String command) {
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).isEqualTo("irgen: error: " + message + "\nirgen: note: try '" + command + " --help'\n");
    }

    @Test
    void faultOfOursAsksForAReport() {
        Run run = Run.run(new BrokenInput(new IllegalStateException("broken")), false, "emit", "-");

        assertThat(run.exitCode()).isEqualTo(70);
        assertThat(run.err())
                .isEqualTo("irgen: error: internal fault, please report it with the input:"
                        + " java.lang.IllegalStateException: broken (--debug shows where)\n");
    }

    @Test
    void faultOfOursShowsItsTraceWithDebug() {
        Run run = Run.run(new BrokenInput(new IllegalStateException("broken")), false, "--debug", "emit", "-");

        assertThat(run.exitCode()).isEqualTo(70);
        assertThat(run.err())
                .contains("IllegalStateException: broken\n", "\tat " + IrgenTest.class.getName() + ".faultOfOurs");
    }

    @Test
    void optionsBehindTheEndOfOptionsAreToldSo() {
        assertUsage(
                Run.irgen("lower", "--", "-dash.ll", "-o", "out.ll"),
                "options stand before '--', and '-o' stands behind it",
                "irgen lower");
    }

    @Test
    void memoryThatIsNotThereIsNoFaultOfOurs() {
        Run run = Run.run(new BrokenInput(new OutOfMemoryError("Java heap space")), false, "emit", "-");
        assertThat(run.err()).isEqualTo("irgen: error: out of memory: Java heap space\n");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void anInputThatIsNestedTooDeepIsNoFaultOfOurs() {
        Run run = Run.run(new BrokenInput(new StackOverflowError()), false, "emit", "-");
        assertThat(run.err()).isEqualTo("irgen: error: the input is nested too deep\n");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void errorOfTheVirtualMachineIsAFaultOfOurs() {
        assertThat(Run.run(new BrokenInput(new UnsatisfiedLinkError("no LLVM")), false, "emit", "-")
                        .exitCode())
                .isEqualTo(70);
    }

    /** Fails as nothing that a user does can make it fail. */
    private static final class BrokenInput extends InputStream {
        private final Throwable fault;

        BrokenInput(Throwable fault) {
            this.fault = fault;
        }

        @Override
        public int read() {
            return read(new byte[1], 0, 1);
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
            if (fault instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) fault;
        }
    }
}
