package io.github.offload4j.irtests.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.offload4j.irtests.run.Execution;
import io.github.offload4j.irtests.run.RuntimeInstallation;
import java.io.IOException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sections of arrays that are mapped or updated, each program in a process of its own. */
class SectionsTest extends WorkplaceTest {
    private static final String UPDATES = """
            #include "offload.h"
            #include <stdint.h>
            #include <stdio.h>

            enum { PLANES = 3, ROWS = 4, COLUMNS = 5, SIZE = PLANES * ROWS * COLUMNS };
            static int cube[SIZE], expected[SIZE];

            OFFLOAD_KERNEL void fill(int *x) { x[offload_thread_id(0)] = 1; }

            __attribute__((noinline)) static void update(int64_t o1, int64_t c1, int64_t s1, int64_t o2, int64_t c2,
                                                         int64_t s2, int64_t o3, int64_t c3, int64_t s3) {
              offload_map_pointer(cube, 0, OFFLOAD_FROM);
              offload_section(4, o1, c1, s1);
              offload_section(4, o2, c2, s2);
              offload_section(4, o3, c3, s3);
              offload_update(0);
            }

            int main(void) {
              static const int64_t sections[][9] = {
                  {0, 3, 20, 0, 4, 5, 0, 5, 1},   /* all, every dimension filling the next */
                  {0, 1, 20, 0, 4, 5, 2, 1, 1},   /* a column */
                  {20, 2, 20, 5, 2, 5, 1, 3, 1},  /* a block */
                  {0, 2, 40, 0, 2, 10, 0, 3, 2},  /* every other */
                  {0, 0, 20, 0, 4, 5, 0, 5, 1},   /* nothing: the outermost */
                  {0, 3, 20, 0, 0, 5, 0, 5, 1},   /* the middle, beside a dimension that it fills */
                  {0, 3, 20, 0, 4, 5, 0, 0, 1},   /* the innermost */
                  {0, 3, 20, 0, 4, 5, 0, -1, 1},  /* less than nothing */
                  {3, 1, 7, 1, 1, 9, 0, 1, 4},    /* one element */
                  {0, 2, 1, 0, 2, 2, 0, 2, 4},    /* dimensions in another order */
                  {0, 4, 5, 1, 1, 1, 0, 4, 1},    /* a part of rows */
              };
              int wrong = 0;
              offload_map_pointer(cube, sizeof cube, OFFLOAD_ALLOC);
              offload_enter(0);
              offload_kernel(0);
              offload_grid(1, 1, 1);
              offload_block(SIZE, 1, 1);
              offload_map_pointer(cube, sizeof cube, OFFLOAD_ALLOC);
              fill(cube);
              for (unsigned k = 0; k < sizeof sections / sizeof *sections; k++) {
                const int64_t *s = sections[k];
                for (int i = 0; i < SIZE; i++) cube[i] = expected[i] = 0;
                for (int64_t a = 0; a < s[1]; a++)
                  for (int64_t b = 0; b < s[4]; b++)
                    for (int64_t c = 0; c < s[7]; c++) expected[s[0] + a * s[2] + s[3] + b * s[5] + s[6] + c * s[8]] = 1;
                update(s[0], s[1], s[2], s[3], s[4], s[5], s[6], s[7], s[8]);
                for (int i = 0; i < SIZE; i++)
                  if (cube[i] != expected[i]) { printf("section %u: element %d is %d\\n", k, i, cube[i]); wrong++; break; }
              }
              offload_map_pointer(cube, sizeof cube, OFFLOAD_DELETE);
              offload_exit(0);
              printf("%d wrong\\n", wrong);
              return 0;
            }
            """;

    private static final String CALLS = """
            #include "offload.h"
            #include <stdint.h>
            #include <stdio.h>

            OFFLOAD_KERNEL void scale(float *m, long row) { m[row * 8 + offload_thread_id(0)] *= 2; }

            void library(float *m, long row) { for (int i = 0; i < 8; i++) m[row * 8 + i] += 100; }

            __attribute__((noinline)) static void run(float *m, int64_t row) {
              offload_kernel(0);
              offload_grid(1, 1, 1);
              offload_block(8, 1, 1);
              offload_map_pointer(m, 0, OFFLOAD_TOFROM);
              offload_section(4, row * 8, 1, 1);
              offload_section(4, 0, 8, 1);
              scale(m, row);
              offload_host(0);
              offload_for(library);
              offload_map_pointer(m, 0, OFFLOAD_TOFROM);
              offload_section(4, row * 8, 8, 1);
              library(m, row);
            }

            int main(void) {
              static float m[32];
              for (int i = 0; i < 32; i++) m[i] = (float)i;
              run(m, 2);
              run(m, 0);
              printf("%g %g %g %g %g\\n", m[0], m[7], m[8], m[16], m[23]);
              return 0;
            }
            """;

    private static final String COLUMNS = """
            #include "offload.h"
            enum { N = 4096 };
            static double matrix[N * N];
            OFFLOAD_KERNEL void touch(double *m) { m[0] = 1; }
            int main(void) {
              offload_map_pointer(matrix, sizeof matrix, OFFLOAD_ALLOC);
              offload_enter(0);
              offload_kernel(0);
              offload_grid(1, 1, 1);
              offload_block(1, 1, 1);
              offload_map_pointer(matrix, sizeof matrix, OFFLOAD_ALLOC);
              touch(matrix);
              for (long j = 0; j < 10; j++) {
                offload_map_pointer(matrix, 0, OFFLOAD_TO);
                offload_section(8, 0, N, N);
                offload_section(8, j, 1, 1);
                offload_update(0);
              }
              offload_map_pointer(matrix, sizeof matrix, OFFLOAD_DELETE);
              offload_exit(0);
              return 0;
            }
            """;

    @ParameterizedTest
    @ValueSource(strings = {"embedded", "19", "22"})
    void anUpdateCopiesTheElementsThatItNamesAndNoOthers(String name) throws IOException {
        workplace.write("updates.c", UPDATES);

        assertThat(workplace.run("irgen run updates.c --runtime=" + Workplace.runtime(name)))
                .isEqualTo("0 wrong\n");
    }

    @Test
    void tenUpdatesOfAColumnMoveItsBytesAndNoOthers() throws IOException {
        workplace.write("columns.c", COLUMNS);

        workplace.run("irgen run columns.c --trace=trace.json --runtime=embedded");

        Matcher copies = Pattern.compile("\"copy (in|out) [^}]*\"bytes\" *: *(\\d+)")
                .matcher(Workplace.text(folder.resolve("trace.json")));
        assertThat(copies.results().map(copy -> copy.group(1) + " " + copy.group(2)))
                .hasSize(10 * 4096)
                .containsOnly("in 8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"19", "22"})
    void tenUpdatesOfAColumnMoveItsBytesAndNoOthersByLibomptarget(String version) throws IOException {
        workplace.write("columns.c", COLUMNS);

        Execution execution = workplace.shell(
                folder,
                Map.of("LIBOMPTARGET_INFO", DeviceReport.LEVEL),
                "irgen run columns.c --runtime=" + Workplace.runtime(version));

        Matcher copies = Pattern.compile("Copying data from (host|device) .* Size=(\\d+),")
                .matcher(execution.errors());
        assertThat(copies.results().map(copy -> copy.group(1) + " " + copy.group(2)))
                .hasSize(10 * 4096)
                .containsOnly("host 8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"embedded", "19", "22"})
    void calleesGetThePointerThatTheSectionIsCountedFrom(String name) throws IOException {
        workplace.write("calls.c", CALLS);

        assertThat(workplace.run(
                        "irgen run calls.c --check host-use-of-device-memory=off --runtime=" + Workplace.runtime(name)))
                .isEqualTo("100 114 8 132 146\n");
    }

    @ParameterizedTest
    @CsvSource({"split, return-param", "split, get-mapped-ptr", "fused, return-param", "resident, return-param"})
    void alsoHoweverDataTravels(String transfers, String pointers) throws IOException {
        RuntimeInstallation.require(22);
        workplace.write("calls.c", CALLS);

        assertThat(workplace.run("irgen build calls.c --check host-use-of-device-memory=off --transfers=" + transfers
                        + " --device-pointers=" + pointers + " -o calls && OMP_TARGET_OFFLOAD=MANDATORY ./calls"))
                .isEqualTo("100 114 8 132 146\n");
    }
}
