package io.github.offload4j.tools.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.offload4j.tools.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Source files on the command line, most of them bad ones. */
class SourceFilesTest {
    private static final String KERNEL = """
            #include <stddef.h>
            #include <stdint.h>
            int32_t offload_thread_id(int32_t);
            __attribute__((section("offload.kernel"), noinline, used)) void fill(int32_t *x) {
              x[offload_thread_id(0)] = VALUE;
            }
            """;

    @TempDir
    Path folder;

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private Run device(String source, String... more) {
        List<String> all = new ArrayList<>(List.of("device", source, "--target=x86_64", "--emit=ll"));
        all.addAll(List.of(more));
        return Run.irgen(all.toArray(String[]::new));
    }

    private Run build(String... inputs) {
        List<String> all =
                new ArrayList<>(List.of("build", "-o", folder.resolve("out.ll").toString()));
        all.addAll(List.of(inputs));
        return Run.irgen(all.toArray(String[]::new));
    }

    @Test
    void kernelInCIsCompiledByTheClangOfTheJar() throws IOException {
        Run run = device(file("fill.c", KERNEL), "-DVALUE=7");

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("define void @fill(").contains("store i32 7");
    }

    @Test
    void nameMayHaveSpacesAndLettersOfAnyLanguage() throws IOException {
        assertThat(device(file("füll 中.c", KERNEL), "-DVALUE=7").exitCode()).isZero();
    }

    @Test
    void includeFoldersAndStandardsReachTheCompiler() throws IOException {
        Path headers = Files.createDirectory(folder.resolve("headers"));
        Files.writeString(headers.resolve("value.h"), "#define VALUE __STDC_VERSION__\n");
        String source = file("fill.c", "#include \"value.h\"\n" + KERNEL);

        assertThat(device(source, "-I", headers.toString(), "-std=c99").out()).contains("store i32 199901");
    }

    @Test
    void errorIsShownAsTheCompilerPrintsIt() throws IOException {
        String source = file("fill.c", KERNEL);
        Run run = device(source);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .startsWith(source + ":5:29: error: use of undeclared identifier 'VALUE'\n")
                .doesNotContain("irgen:");
    }

    @Test
    void warningIsShownAndStopsNothing() throws IOException {
        Run run = device(file("fill.c", "#warning \"careful\"\n" + KERNEL), "-DVALUE=7");

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).contains("fill.c:1:2: warning: \"careful\"");
    }

    @Test
    void headerThatIsMissingIsTheCompilersToSay() throws IOException {
        Run run = device(file("fill.c", "#include <nowhere.h>\n"));

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("fatal error: 'nowhere.h' file not found");
    }

    @Test
    void argumentsOfAFunctionHaveTheNamesOfTheSource() throws IOException {
        String source = file("sum.c", "int sum(const int *x, int n) { return n ? x[0] + sum(x + 1, n - 1) : 0; }\n");
        Run run = Run.irgen("run", source, "n=3", "x=1,2,3:i32", "--runtime=embedded");

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).startsWith("result = 6\n");
    }

    @Test
    void programThatFailsFailsTheRun() throws IOException {
        Run run =
                Run.irgen("run", file("fail.c", "int main(int c, char **v) { return c + 3; }\n"), "--runtime=embedded");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).isEqualTo("irgen: error: the program returned 3\n");
    }

    @Test
    void sourceWithoutAKernelIsNoKernelModule() throws IOException {
        Run run = device(file("plain.c", "int f(void) { return 1; }\n"));

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("plain.c has no kernel");
    }

    @Test
    void sourceWithoutMarksAndKernelsHasNothingForADevice() throws IOException {
        Run run = build(file("plain.c", "int main(void) { return 1; }\n"));

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .contains("plain.c: error: no call is marked and no function is a kernel, so there is nothing for a"
                        + " device");
    }

    @Test
    void kernelsThatNothingLaunchesAreAnError() throws IOException {
        Run run = build(file("fill.c", KERNEL), "-DVALUE=7");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("no call is marked, so nothing would launch the kernels");
    }

    @Test
    void twoMainFunctionsAreNoProgram() throws IOException {
        String a = file("a.c", "int main(void) { return 1; }\n");
        String b = file("b.c", "int main(void) { return 2; }\n");
        Run run = build(a, b);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).isEqualTo("irgen: " + b + ": error: 'main' is defined here and in " + a + "\n");
    }

    @Test
    void fileThatIsNotThereIsToldBeforeACompilerIsAsked() {
        Run run = build(folder.resolve("nothing.rs").toString());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("nothing.rs: error: cannot be read: no such file");
    }

    @Test
    void folderIsNoSource() throws IOException {
        Run run = build(Files.createDirectory(folder.resolve("folder.c")).toString());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("folder.c: error: is a directory");
    }

    @Test
    void otherEndingIsRefusedByName() throws IOException {
        String source = file("fill.cu", KERNEL);
        String expected = "fill.cu: error: is no source file that is known; those end in .c, .cc, .cpp, .rs, .f90";

        assertThat(build(source).err()).contains(expected);
        assertThat(device(source).err()).contains(expected);
        assertThat(Run.irgen("run", source).err()).contains(expected);
    }

    @Test
    void standardInputIsNoPartOfSeveralFiles() throws IOException {
        Run run = build(file("a.c", "int main(void) { return 1; }\n"), "-");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("<stdin>: error: standard input cannot be one of several inputs");
    }

    @Test
    void specIsNoPartOfSeveralFiles() throws IOException {
        Run run = build(file("a.c", "int main(void) { return 1; }\n"), file("spec.yaml", "offloads: []\n"));

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("spec.yaml: error: is no module (.ll, .bc) or source file");
    }

    @Test
    void compilerThatIsKilledIsNamed() throws IOException {
        Path compiler = Files.writeString(folder.resolve("cc"), """
                #!/bin/sh
                [ "$1" = --version ] && echo 'clang version 22.1.0' && exit
                kill -KILL $$
                """);
        assertThat(compiler.toFile().setExecutable(true)).isTrue();
        String source = file("fill.c", KERNEL);
        Run run = device(source, "--cc=" + compiler);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .isEqualTo("irgen: " + source + ": error: '" + compiler
                        + "' was ended by signal 9 while it compiled this\n");
    }

    @Test
    void compilerThatWritesNothingIsNamed() throws IOException {
        Path compiler = Files.writeString(folder.resolve("cc"), "#!/bin/sh\necho 'clang version 22.1.0' >&2\n");
        assertThat(compiler.toFile().setExecutable(true)).isTrue();
        Run run = device(file("fill.c", KERNEL), "--cc=" + compiler);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("the compiler succeeded and wrote nothing");
    }

    @Test
    void constructThatIsTooNewIsNamedWithTheFile() throws IOException {
        Path compiler = Files.writeString(folder.resolve("cc"), """
                #!/bin/sh
                [ "$1" = --version ] && echo 'clang version 24.0.0' && exit
                while [ "$1" != -o ]; do shift; done
                echo 'define void @f() brandnew { ret void }' >"$2"
                """);
        assertThat(compiler.toFile().setExecutable(true)).isTrue();
        Run run = device(file("fill.c", KERNEL), "--cc=" + compiler);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("fill.c (as LLVM IR):1:18: error: ").contains("@f() brandnew");
    }
}
