package io.github.offload4j.irtests.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.offload4j.irtests.run.Execution;
import io.github.offload4j.irtests.run.RuntimeInstallation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Marked calls of NCCL, whose communicators are pointers to the number of a device, with a driver that has the data on one. */
class NcclCallsTest {
    private static final String DRIVER = """
        #include <stdlib.h>
        int cuPointerGetAttribute(void *place, int attribute, const void *address) {
          if (getenv("ELSEWHERE")) return 1;
          if (attribute == 1) *(void **)place = &place;
          else *(int *)place = attribute == 9 ? 2 : -1;
          return 0;
        }
        int cuCtxGetCurrent(void **context) { *context = 0; return 0; }
        int cuCtxSetCurrent(void *context) { return 0; }
        int cuCtxSynchronize(void) { return 0; }
        """;

    private static final String NCCL = """
        int ncclCommCuDevice(const int *comm, int *device) {
          if (*comm < 0) return 4;
          *device = *comm;
          return 0;
        }
        int ncclSend(const int *x, long n, int type, int to, const int *comm, void *stream) {
          return *comm < 0 ? 4 : x[n - 1];
        }
        """;

    private static final String PROGRAM = """
        #include "offload.h"
        #include <stdio.h>
        #include <stdlib.h>
        int ncclSend(const int *, long, int, int, const int *, void *);
        __attribute__((noinline)) static int give(const int *x, long n, const int *comm) {
          offload_host(0);
          offload_for(ncclSend);
          offload_map(0, n * 4, OFFLOAD_TO);
          return ncclSend(x, n, 2, 1, comm, 0);
        }
        int main(int argc, char **argv) {
          int x[2] = {5, 6}, comm = atoi(argv[1]);
          printf("%d\\n", give(x, 2, &comm));
          return 0;
        }
        """;

    @TempDir
    Path folder;

    private Workplace workplace;

    @BeforeEach
    void build() throws IOException {
        RuntimeInstallation.require(22);
        Workplace.require("cc");
        workplace = new Workplace(folder);
        workplace.write("driver.c", DRIVER);
        workplace.write("nccl.c", NCCL);
        workplace.write("program.c", PROGRAM);
        workplace.run(
                "cc -w -shared -fPIC -Wl,-soname,libcuda.so.1 driver.c -o libcuda.so.1 && cc -w -shared -fPIC nccl.c"
                        + " -o libnccl.so && irgen build program.c --link libnccl.so --link libcuda.so.1 -o program");
    }

    private Execution run(String communicator, Map<String, String> environment) {
        return workplace.shell(folder, environment, "LD_LIBRARY_PATH=. ./program " + communicator);
    }

    @Test
    void communicatorOfTheDatasDeviceIsUsed() {
        assertThat(run("2", Map.of())).isEqualTo(new Execution(0, "6\n", ""));
    }

    @Test
    void communicatorOfAnotherDeviceStopsTheProgramAtTheCallsPlace() {
        Execution wrong = run("1", Map.of());

        assertThat(wrong.exitCode()).isEqualTo(Execution.ABORTED);
        assertThat(wrong.errors())
                .startsWith(
                        "offload4j: program.c:9:10: 'ncclSend' is given data of CUDA device 2, and its communicator is"
                                + " of device 1, in 'give'\n");
    }

    @Test
    void whatIsNoCommunicatorIsLeftToTheCall() {
        assertThat(run("-1", Map.of())).isEqualTo(new Execution(0, "4\n", ""));
    }

    @Test
    void dataThatIsOnNoGpuIsNotCompared() {
        assertThat(run("1", Map.of("ELSEWHERE", "1"))).isEqualTo(new Execution(0, "6\n", ""));
    }

    @Test
    void functionThatTheLibraryLacksIsSaidWithTheCallsPlace() {
        workplace.run("cc -w -shared -fPIC -DncclSend=other nccl.c -o libold.so");

        assertThat(workplace
                        .shell(folder, Map.of(), "irgen run program.c --library ./libold.so --runtime=embedded")
                        .errors())
                .isEqualTo("irgen: program.c: error: the program needs 'ncclSend' (called at program.c:9:10 in 'give'),"
                        + " which neither the embedded device nor ./libold.so has; define it, or name the library that"
                        + " has it\n");
        assertThat(workplace
                        .shell(folder, Map.of(), "irgen build program.c --link libold.so -o other")
                        .errors())
                .contains("undefined symbol: ncclSend\n>>> referenced by program.c:9 ");
    }

    @Test
    void explanationNamesTheLibrarysFunction() {
        assertThat(workplace.run("irgen build program.c -o program.ll && irgen explain program.ll"))
                .contains("give calls ncclSend with device pointers\n");
    }
}
