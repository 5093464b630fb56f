package io.github.offload4j.tools.build;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.offload4j.tools.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The blocks that a program launches its kernels with become launch bounds of those in its own images. */
class LaunchedBlocksTest {
    private static final String KERNEL = """
            define void @set(ptr %x) section "offload.kernel" {
              store i32 7, ptr %x
              ret void
            }
            """;

    private static final String SOURCE = """
            #include <stdbool.h>
            #include <stdint.h>
            void offload_mark(bool, int64_t);
            void offload_grid(int32_t, int32_t, int32_t);
            void offload_block(int32_t, int32_t, int32_t);
            void offload_map(int32_t, int64_t, int64_t);
            __attribute__((section("offload.kernel"), noinline, used)) void set(int32_t *x) {
              *x = 7;
            }
            static void launch(int32_t *x, int threads) {
              offload_mark(false, -1);
              offload_grid(1, 1, 1);
              offload_block(threads, 1, 1);
              offload_map(0, 4, 3);
              set(x);
            }
            int main(void) {
              int32_t x = 0;
              int threads = 96;
              launch(&x, threads);
              return x;
            }
            """;

    /** How the notes of a code object say it: what is below 128 in one byte, then up to 255 and 65535 with a type. */
    private static final Pattern NOTE = Pattern.compile("\\.max_flat_workgroup_size(\\\\[0-9A-F]{2}|.)(.{6})");

    @TempDir
    Path folder;

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private static String host(String function, String block) {
        return """
                declare void @set(ptr)
                define i32 @FUNCTION(i32 %n) {
                  %x = alloca i32
                  call void @set(ptr %x) [
                      "offload"(i1 false, i64 -1),
                      "offload.grid"(i32 1, i32 1, i32 1),
                      "offload.block"(BLOCK),
                      "offload.map"(i32 0, i64 4, i64 3) ]
                  %r = load i32, ptr %x
                  ret i32 %r
                }
                """.replace("FUNCTION", function).replace("BLOCK", block);
    }

    private String built(String target, String... arguments) throws IOException {
        Path output = folder.resolve("out.ll");
        List<String> all = new ArrayList<>(List.of("build", "--target=" + target, "-o", output.toString()));
        all.addAll(List.of(arguments));
        assertThat(Run.irgen(all.toArray(String[]::new)).err()).isEmpty();
        return Files.readString(output);
    }

    /** Returns the most threads of a block that the image for an AMD GPU says. */
    private int bound(String... arguments) throws IOException {
        Matcher note = NOTE.matcher(built("amdgcn:gfx90a", arguments));
        assertThat(note.find()).isTrue();
        return switch (note.group(1)) {
            case "\\CC" -> Integer.parseInt(note.group(2).substring(1, 3), 16);
            case "\\CD" -> Integer.parseInt(note.group(2).replace("\\", ""), 16);
            default -> note.group(1).charAt(0);
        };
    }

    @Test
    void launchesThatAgreeBindTheKernel() throws IOException {
        String one = file("one.ll", host("one", "i32 128, i32 1, i32 1"));
        String kernel = file("kernel.ll", KERNEL);
        String two = file("two.ll", host("two", "i32 128, i32 1, i32 1"));

        assertThat(bound(one, kernel, two)).isEqualTo(128);
    }

    @Test
    void launchesOfTwoFilesThatDifferDoNot() throws IOException {
        String one = file("one.ll", host("one", "i32 128, i32 1, i32 1"));
        String kernel = file("kernel.ll", KERNEL);
        String two = file("two.ll", host("two", "i32 64, i32 1, i32 1"));

        assertThat(bound(one, kernel, two)).isEqualTo(1024);
    }

    @Test
    void aLaunchWithAComputedBlockDoesNot() throws IOException {
        assertThat(bound(file("one.ll", host("one", "i32 %n, i32 1, i32 1")), file("kernel.ll", KERNEL)))
                .isEqualTo(1024);
    }

    @Test
    void kernelsOfAFileOfTheirOwnAreBoundToo() throws IOException {
        String kernel = file("kernel.ll", KERNEL.replace("section \"offload.kernel\"", ""));
        String one = file("one.ll", host("one", "i32 16, i32 4, i32 2"));

        assertThat(bound(one, "--device=" + kernel, "--mark-kernel=set")).isEqualTo(128);
    }

    @Test
    void blockIsSeenThroughUnoptimisedSourceCode() throws IOException {
        assertThat(bound(file("one.c", SOURCE))).isEqualTo(96);
    }

    @Test
    void codeForTheLinkerWrapperIsNotBoundSinceOtherFilesLaunchItToo() throws IOException {
        String one = file("one.ll", host("one", "i32 128, i32 1, i32 1"));
        String module = built("nvptx64:sm_90", one, file("kernel.ll", KERNEL), "--registration=linker-wrapper");

        assertThat(module).contains(".visible .entry set(").doesNotContain("maxntid");
    }

    @Test
    void imageFilesAreForOthersAndNotBound() throws IOException {
        String whole =
                file("whole.ll", KERNEL + host("one", "i32 128, i32 1, i32 1").replace("declare void @set(ptr)\n", ""));
        Run run = Run.irgen("device", whole, "--target=nvptx64:sm_90", "--emit=asm");

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains(".visible .entry set(").doesNotContain("maxntid");
    }

    @Test
    void assemblerForNvidiaSeesTheBound() throws IOException {
        Path seen = folder.resolve("seen.ptx");
        Path assembler = Files.writeString(
                folder.resolve("ptxas"), "#!/bin/sh\nfor last; do :; done\ncp \"$last\" '" + seen + "'\nexit 1\n");
        assertThat(assembler.toFile().setExecutable(true)).isTrue();
        String one = file("one.ll", host("one", "i32 32, i32 4, i32 2"));

        Run.irgen(
                "build",
                one,
                file("kernel.ll", KERNEL),
                "--target=nvptx64:sm_90",
                "--ptxas=" + assembler,
                "-o",
                folder.resolve("out.ll").toString());

        assertThat(Files.readString(seen)).contains(".maxntid 32, 4, 2");
    }

    @Test
    void faultsOfMarksAndKernelsAreToldAsEver() throws IOException {
        String wrong = file("wrong.ll", host("one", "i32 0, i32 1, i32 1"));
        String kernel = file("kernel.ll", KERNEL);
        String broken = file("broken.ll", "define void @set( {\n");
        String right = file("right.ll", host("one", "i32 8, i32 1, i32 1"));
        String output = folder.resolve("out.ll").toString();

        assertThat(Run.irgen("build", wrong, kernel, "--target=amdgcn:gfx90a", "-o", output)
                        .err())
                .contains("a size of 0 in \"offload.block\" launches nothing");
        assertThat(Run.irgen("build", right, "--device=" + broken, "--target=amdgcn:gfx90a", "-o", output)
                        .err())
                .startsWith("irgen: " + broken + ":2:1: error: expected type\n");
    }
}
