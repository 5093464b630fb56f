package io.github.offload4j.irtests.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.offload4j.irtests.run.Execution;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where in a source file something is wrong that its compiler had nothing against. */
class SourceErrorsTest extends WorkplaceTest {
    private static final String HOST = """
            int main(void) {
              int y[4], z[4];
              offload_kernel(-1);
              offload_grid(1, 1, 1);
              offload_block(4, 1, 1);
              offload_map_pointer(y, sizeof y, OFFLOAD_TOFROM);
              fill(y, z);
            }
            """;

    private String errors(String source) throws IOException {
        workplace.write("a.c", source);
        Execution run = workplace.shell(folder, Map.of(), "irgen build a.c -o out");
        assertThat(run.exitCode()).isEqualTo(1);
        return run.errors();
    }

    @Test
    void aKernelThatCannotBeCompiled() throws IOException {
        assertThat(errors("""
                        #include "offload.h"
                        void missing(int);
                        OFFLOAD_KERNEL void fill(int *y, int *z) {
                          missing(*z);
                          y[0] = 1;
                        }
                        """ + HOST)).isEqualTo("""
                        irgen: a.c:4:3: error: 'fill' cannot be compiled for x86_64: it calls 'missing', which has no body; \
                        link its definition into the kernel module
                          missing(*z);
                          ^
                        """);
    }

    @Test
    void aMarkThatIsMissing() throws IOException {
        assertThat(errors("""
                        #include "offload.h"
                        OFFLOAD_KERNEL void fill(int *y, int *z) { y[0] = z[0]; }
                        """ + HOST))
                .startsWith("irgen: a.c:9:3: error: argument 1 is a pointer into the host's memory,")
                .endsWith(" [function 'main']\n  fill(y, z);\n  ^\n");
    }
}
