package io.github.offload4j.irtests.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.offload4j.irtests.run.Execution;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What kernels print, and what they say when they stop, on the host. */
class PrintingTest {
    private static final String PROGRAM = """
            #include "offload.h"
            #include <assert.h>
            #include <stdio.h>
            #include <stdlib.h>

            OFFLOAD_KERNEL void show(const int *x, int n) {
              int i = offload_thread_id(0);
              assert(n != 1);
              if (n == 2) abort();
              if (n == 3) __builtin_trap();
              printf("%d %s %.2f %lld %c\\n", x[i], "text", i * 0.5f, 5000000000ll * n, 'x');
              if (i == 1) {
                printf("line\\n");
                puts("puts");
                putchar('z');
              }
            }

            int main(void) {
              int x[] = {7, 8};
              char *given = getenv("N");
              offload_kernel(-1);
              offload_grid(1, 1, 1);
              offload_block(2, 1, 1);
              offload_map_pointer(x, sizeof x, OFFLOAD_TO);
              show(x, given ? atoi(given) : 0);
              puts("end");
            }
            """;

    private static final String PRINTED = "7 text 0.00 0 x\n8 text 0.50 0 x\nline\nputs\nzend\n";

    @TempDir
    Path folder;

    private Workplace workplace;

    @BeforeEach
    void open() throws IOException {
        workplace = new Workplace(folder);
        workplace.write("p.c", PROGRAM);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-O0", "--cc=clang-22 -O2"})
    void isPrintedLikeTheHostsOwn(String options) {
        assertThat(workplace.run("irgen build p.c " + options + " -o out && ./out"))
                .isEqualTo(PRINTED);
    }

    @Test
    void isPrintedOnTheEmbeddedDevice() {
        assertThat(workplace.run("irgen run p.c --runtime=embedded")).isEqualTo(PRINTED);
    }

    @Test
    void aKernelThatStopsSaysInWhichFunctionAndWhy() {
        workplace.run("irgen build p.c -g -o out");

        assertThat(stopped("1")).startsWith("p.c:8: error: the kernel stopped in 'show': assertion 'n != 1' failed\n");
        assertThat(stopped("2"))
                .startsWith("p.c:9:15: error: the kernel stopped in 'show': 'abort' ends the program\n");
        assertThat(stopped("3")).startsWith("p.c:10:15: error: the kernel stopped in 'show': trap\n");
    }

    private String stopped(String n) {
        Execution run = workplace.shell(folder, Map.of("N", n), "./out");
        assertThat(run.exitCode()).isNotZero();
        return run.errors();
    }
}
