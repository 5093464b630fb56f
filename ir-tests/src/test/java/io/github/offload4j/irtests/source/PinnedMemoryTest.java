package io.github.offload4j.irtests.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.offload4j.irtests.run.Execution;
import io.github.offload4j.irtests.run.FakeDriver;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a CUDA driver is asked to register while memory is mapped. The runtime's devices are on the host, and know nothing of it. */
class PinnedMemoryTest {
    private static final String PROGRAM = """
            #include "offload.h"
            #include <pthread.h>
            #include <stdio.h>
            #include <stdlib.h>

            OFFLOAD_KERNEL void increment(int n, int *y) {
              int i = offload_block_id(0) * offload_block_size(0) + offload_thread_id(0);
              if (i < n) y[i]++;
            }

            static void site(int *y, int n, int device) {
              offload_kernel(device);
              offload_grid((n + 255) / 256, 1, 1);
              offload_block(256, 1, 1);
              offload_map_pointer(y, n * 4l, OFFLOAD_TOFROM);
              increment(n, y);
            }

            static void *many(void *y) {
              for (int k = 0; k < 200; k++) site(y, 1024, 0);
              return NULL;
            }

            int main(int count, char **arguments) {
              int *y = calloc(2048, 4);
              switch (atoi(arguments[1])) {
                case 1: site(y, 1024, 0); break;
                case 2: for (int k = 0; k < 5; k++) site(y, 1024, 0); break;
                case 3: site(y, 1023, 0); break;
                case 4:
                  for (int k = 0; k < 2; k++) { site(y, 1024, 0); fprintf(stderr, "%d\\n", y[9]); }
                  break;
                case 5: {
                  pthread_t thread;
                  pthread_create(&thread, NULL, many, y);
                  for (int k = 0; k < 200; k++) {
                    offload_kernel(1);
                    offload_grid(2, 1, 1);
                    offload_block(256, 1, 1);
                    offload_map_pointer(y, 8192, OFFLOAD_TO);
                    increment(512, y);
                  }
                  pthread_join(thread, NULL);
                  break;
                }
                case 6:
                  offload_map_pointer(y, 4096, OFFLOAD_TO);
                  offload_enter(0);
                  offload_map_pointer(y, 4096, OFFLOAD_FROM);
                  offload_exit(0);
                  break;
              }
              printf("%d %d\\n", y[0], y[1023]);
              return 0;
            }
            """;

    private static final String CALLS = """
            #include "offload.h"
            #include <stdio.h>
            #include <stdlib.h>

            OFFLOAD_KERNEL void increment(int n, int *y) {
              int i = offload_block_id(0) * offload_block_size(0) + offload_thread_id(0);
              if (i < n) y[i]++;
            }

            __attribute__((noinline)) void once(int *y, int n) {
              offload_kernel(-1);
              offload_grid((n + 255) / 256, 1, 1);
              offload_block(256, 1, 1);
              offload_map_pointer(y, n * 4l, OFFLOAD_TOFROM);
              increment(n, y);
            }

            __attribute__((noinline)) void twice(int *y, int n) { once(y, n); y[1]++; once(y, n); }

            int main(int count, char **arguments) {
              int *y = calloc(2048, 4);
              for (int k = 0; k < 5; k++) {
                if (atoi(arguments[1]) == 1) once(y, 1024); else twice(y, 1024);
              }
              printf("%d %d %d\\n", y[0], y[1], y[1023]);
              return 0;
            }
            """;

    @TempDir
    static Path folder;

    private static Workplace workplace;
    private static Path driver;

    @BeforeAll
    static void build() throws IOException {
        Workplace.require("cc");
        workplace = new Workplace(folder);
        driver = FakeDriver.pinningIn(folder.resolve("driver"));
        workplace.write("pins.c", PROGRAM);
        for (String transfers : new String[] {"split", "resident"}) {
            workplace.run("irgen build pins.c --pin=4096 --transfers=" + transfers + " -o " + transfers);
        }
        workplace.write("calls.c", CALLS);
        for (String transfers : new String[] {"split", "resident"}) {
            workplace.run("irgen build calls.c --pin=4096 --transfers=" + transfers + " -o calls-" + transfers);
        }
    }

    private static Execution run(String transfers, int part, Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(more);
        environment.putIfAbsent("LD_LIBRARY_PATH", driver.toString());
        return workplace.shell(folder, environment, "./" + transfers + " " + part);
    }

    private static void assertRun(int part, String output, String asked) {
        Execution execution = run("split", part, Map.of());
        assertThat(execution.output()).as(execution::toString).isEqualTo(output);
        assertThat(execution.errors()).isEqualTo(asked);
    }

    @Test
    void aSitePinsWhatItMaps() {
        assertRun(1, "1 1\n", "register 4096\nunregister 4096\n");
    }

    @Test
    void aLoopPinsOnceAlthoughItCopiesEachTime() {
        assertRun(2, "5 5\n", "register 4096\nunregister 4096\n");
    }

    @Test
    void residentTransfersPinAsLongAsTheyMap() {
        assertThat(run("resident", 2, Map.of()).toString()).contains("5 5\n", "register 4096\nunregister 4096\n");
    }

    @Test
    void aLoopThatCallsAFunctionPinsOnce() {
        Execution execution = run("calls-split", 1, Map.of());
        assertThat(execution.output()).isEqualTo("5 5 5\n");
        assertThat(execution.errors()).isEqualTo("register 4096\nunregister 4096\n");
    }

    @Test
    void aFunctionPinsWhatItsCallerCannotKeepPinned() {
        for (String transfers : new String[] {"split", "resident"}) {
            Execution execution = run("calls-" + transfers, 2, Map.of());
            assertThat(execution.output()).isEqualTo("10 15 10\n");
            assertThat(execution.errors()).isEqualTo("register 4096\nunregister 4096\n".repeat(10));
        }
    }

    @Test
    void smallMemoryIsLeftAlone() {
        assertRun(3, "1 0\n", "");
    }

    @Test
    void theHostGetsItsMemoryBackUnpinned() {
        String once = "register 4096\nunregister 4096\n";
        assertRun(4, "2 2\n", once + "1\n" + once + "2\n");
    }

    @Test
    void dataThatLivesOnIsNotPinned() {
        assertRun(6, "0 0\n", "");
    }

    @Test
    void aThreadWithoutAContextGetsThatOfTheFirstDevice() {
        assertThat(run("split", 1, Map.of("FAKE_CUDA_NO_CONTEXT", "1")).errors())
                .isEqualTo("retain 0\npush\nregister 4096\npop\nretain 0\npush\nunregister 4096\npop\n");
    }

    @Test
    void aDriverThatRefusesIsLeftAlone() {
        assertThat(run("split", 2, Map.of("FAKE_CUDA_REFUSES", "1")).output()).isEqualTo("5 5\n");
    }

    @Test
    void withoutADriverNothingHappens() {
        Execution execution = run("split", 2, Map.of("LD_LIBRARY_PATH", folder.toString()));
        assertThat(execution.output()).isEqualTo("5 5\n");
        assertThat(execution.errors()).isEmpty();
    }

    /** The second copies all of an array of which the first pins a half, now and then at the same time. */
    @Test
    void twoThreadsThatMapOtherPartsToOtherDevicesGetOnWithEachOther() {
        Execution execution = run("split", 5, Map.of());
        assertThat(execution.output()).as(execution::toString).isEqualTo("200 200\n");
        assertThat(execution.errors()).doesNotContain("BAD");
        assertThat(execution.errors()).contains("register ");
    }
}
