package io.github.offload4j.irtests.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.offload4j.irtests.run.Execution;
import io.github.offload4j.irtests.run.RuntimeInstallation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expressions of a spec that name fields of structures, in programs of their own. */
class FieldExpressionsTest {
    private static final String SPEC = """
            offloads:
              - name: run_scale
                callee: scale
                parameters:
                  - {name: factor, type: i64}
                  - name: m
                    type: ptr
                    map: to
                    pointee: "{ i32, i32, ptr, ptr }"
                    fields: [rows, columns, values, more]
                    members:
                      - {at: values, map: tofrom, element: double, count: rows * columns}
                      - at: more
                        map: to
                        pointee: "<{ i8, i16, ptr }>"
                        fields: [_, n, extra]
                        members:
                          - {at: extra, map: tofrom, element: double, count: n + factor - m.rows}
                  - {name: x, type: ptr, map: tofrom, element: double, count: m.more.n * 2}
                grid: "max(m.rows * m.columns, 1)"
                block: 1
              - name: run_many
                callee: scale_many
                parameters:
                  - {name: n, type: i64}
                  - name: m
                    type: ptr
                    map: to
                    pointee: "{ i32, i32, ptr, ptr }"
                    count: n
                    fields: [rows, columns, values, _]
                    members:
                      - {at: values, map: tofrom, element: double, section: {offset: columns, count: (rows - 1) * columns}}
                grid: 1
                block: 1
            """;

    private static final String KERNELS = """
            #include "offload.h"
            struct more { char c; int16_t n; double *extra; } __attribute__((packed));
            struct matrix { int32_t rows, columns; double *values; struct more *more; };
            OFFLOAD_KERNEL void scale(int64_t factor, struct matrix *m, double *x) {
              if (!m) return;
              int i = offload_block_id(0);
              m->values[i] *= factor;
              if (i > 0 || !m->more) return;
              for (int k = 0; k < m->more->n + factor - m->rows; k++) m->more->extra[k] += factor;
              for (int k = 0; k < m->more->n * 2; k++) x[k] += factor;
            }
            OFFLOAD_KERNEL void scale_many(int64_t n, struct matrix *m) {
              for (int64_t k = 0; k < n; k++)
                for (int i = m[k].columns; i < m[k].rows * m[k].columns; i++) m[k].values[i] *= 10;
            }
            """;

    private static final String MAIN = """
            #include <stdint.h>
            #include <stdio.h>
            #include <string.h>
            struct more { char c; int16_t n; double *extra; } __attribute__((packed));
            struct matrix { int32_t rows, columns; double *values; struct more *more; };
            void run_scale(int64_t factor, struct matrix *m, double *x);
            void run_many(int64_t n, struct matrix *m);
            static void tell(int n, const double *x) {
              for (int i = 0; i < n; i++) printf(" %g", x[i]);
              printf("\\n");
            }
            int main(int argc, char **argv) {
              double values[6] = {1, 2, 3, 4, 5, 6}, extra[4] = {0}, x[6] = {0};
              struct more more = {7, 3, extra};
              struct matrix m = {2, 3, values, &more}, two[2] = {{1, 2, values}, {2, 2, values + 2}};
              if (argc > 1 && !strcmp(argv[1], "one")) m.rows = m.columns = -2147483648, run_scale(INT64_MAX, &m, x);
              run_scale(2, &m, x);
              tell(6, values), tell(4, extra), tell(6, x);
              run_scale(2, NULL, x);
              m.more = NULL, run_scale(2, &m, x);
              tell(6, values), tell(6, x);
              if (argc > 1) two[1].rows = -2147483648, two[1].columns = 2147483647;
              run_many(2, two);
              tell(6, values);
              return 0;
            }
            """;

    @TempDir
    private static Path folder;

    private static Workplace workplace;

    @BeforeAll
    static void build() throws IOException {
        Workplace.require("cc");
        workplace = new Workplace(folder);
        workplace.write("fields.yaml", SPEC);
        workplace.write("kernels.c", KERNELS);
        workplace.write("main.c", MAIN);
        workplace.run("cc -O1 -c main.c -o main.o");
    }

    private static Execution run(String abi, String transfers, String version, String argument) {
        workplace.run("irgen build fields.yaml --device kernels.c --target=x86_64 --link main.o --runtime-abi=" + abi
                + " --transfers=" + transfers + " -o " + abi);
        Path library =
                RuntimeInstallation.require(Integer.parseInt(version)).offload().getParent();
        return workplace.shell(
                folder,
                Map.of("OMP_TARGET_OFFLOAD", "MANDATORY"),
                "LD_LIBRARY_PATH=" + library + " ./" + abi + " " + argument);
    }

    @ParameterizedTest
    @CsvSource({
        "llvm-22, split, 22",
        "llvm-22, fused, 22",
        "portable, split, 19",
        "portable, fused, 22",
    })
    void nameFieldsHereAndBehindPointers(String abi, String transfers, String version) {
        Execution execution = run(abi, transfers, version, "");

        assertThat(execution.output()).as(execution.toString()).isEqualTo("""
                 2 4 6 8 10 12
                 2 2 2 0
                 2 2 2 2 2 2
                 4 8 12 16 20 24
                 2 2 2 2 2 2
                 4 8 12 16 200 240
                """);
    }

    @Test
    void stopTheProgramWhereAFieldIsTooLarge() {
        Execution execution = run("llvm-22", "split", "22", "one");

        assertThat(execution.errors())
                .contains("offload4j: fields.yaml:2:5: 'n + factor - m.rows', the count of argument 'm->16->3', ");
    }
}
