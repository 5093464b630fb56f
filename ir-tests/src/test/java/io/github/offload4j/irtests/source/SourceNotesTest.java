package io.github.offload4j.irtests.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.offload4j.irtests.run.Execution;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is said of source files that nothing is wrong with. */
class SourceNotesTest extends WorkplaceTest {
    private static final String RUST = """
            use ::offload::*;

            kernel! {
                pub fn fill(x: &mut [i32]) {
                    let unread = 1;
                    x[0] = 7;
                }
            }

            fn main() {
                let mut x = vec![1i32; 10];
                launch!(-1, 1, 1, fill(tofrom(&mut x[..])));
            }
            """;

    private String errors(String command) throws IOException {
        Execution run = workplace.shell(folder, Map.of(), command);
        assertThat(run.exitCode()).as(run.errors()).isZero();
        return run.errors();
    }

    @Test
    void aKernelThatPrintsWhereADeviceDoesNot() throws IOException {
        workplace.write("k.c", """
                #include "offload.h"
                #include <stdio.h>
                OFFLOAD_KERNEL void k(int *x) {
                  printf("%d\\n", x[0]);
                }
                """);

        assertThat(errors("irgen device k.c -g --target=amdgcn:gfx90a --target=x86_64 -o out"))
                .isEqualTo("irgen: k.c: note: AMD's GPUs print nothing: a kernel that comes to 'printf' stops there\n");
    }

    @Test
    void warningsOfRustsCompilerAreShownOnce() throws IOException {
        Workplace.require("rustc");
        workplace.write("k.rs", RUST);
        String warning = "warning: unused variable: `unread`";

        assertThat(errors("irgen device k.rs --target=x86_64 -o out")).containsOnlyOnce(warning);
        assertThat(errors("irgen build k.rs -o out")).containsOnlyOnce(warning);
    }
}
