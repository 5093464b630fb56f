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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls of MPI in host mode, with a driver and an MPI that tell what they are asked for. */
class MpiCallsTest {
    /** Has every address that it has not been told to copy to or from for its device's. */
    private static final String DRIVER = """
        #include <stdio.h>
        #include <string.h>
        static const void *host[16];
        static int count;
        int on_device(const void *address) {
          for (int i = 0; i < count; i++) if (host[i] == address) return 0;
          return address > (void *)100;
        }
        int cuPointerGetAttribute(void **context, int attribute, const void *address) {
          if (attribute != 1 || !on_device(address)) return 1;
          *context = &host;
          return 0;
        }
        int cuCtxGetCurrent(void **context) { *context = 0; return 0; }
        int cuCtxSetCurrent(void *context) { return 0; }
        int cuCtxSynchronize(void) { return 0; }
        int cuMemcpy(void *to, const void *from, long bytes) {
          if (bytes == 4 * 13) return 700;
          int in = !on_device(from);
          if (!in) host[count++] = to;
          printf("%s %ld\\n", in ? "back" : "out", bytes);
          memcpy(to, from, bytes);
          return 0;
        }
        """;

    /** Type 4 is an int, type 8 every other int from the second on. What is sent is received ten times as large. */
    private static final String MPI = """
        #include <stdio.h>
        #include <stdlib.h>
        #include <string.h>
        #include "mpi.h"
        int on_device(const void *) __attribute__((weak));
        #ifdef AWARE
        int MPIX_Query_cuda_support(void) { return AWARE; }
        #endif
        static const char *place(const void *p) {
          return !on_device ? "an address" : on_device(p) ? "a device" : "the host";
        }
        static int *first(const void *p, Type type) { return (int *)((char *)p + (long)type - 4); }
        int MPI_Initialized(int *flag) { *flag = !getenv("NEVER"); return 0; }
        int MPI_Finalized(int *flag) { *flag = getenv("OVER") != 0; return 0; }
        int MPI_Type_get_extent(Type type, long *begin, long *extent) {
          *begin = 0;
          *extent = (long)type;
          return 0;
        }
        int MPI_Type_get_true_extent(Type type, long *begin, long *extent) {
          *begin = (long)type - 4;
          *extent = 4;
          return 0;
        }
        int MPI_Send(const void *p, int n, Type type, int to, int tag, Comm comm) {
          printf("%d elements from %s: %d\\n", n, place(first(p, type)), n ? *first(p, type) : 0);
          return 0;
        }
        int MPI_Recv(void *p, int n, Type type, int from, int tag, Comm comm, void *status) {
          for (int i = 0; i < n; i++) first(p, type)[i * (long)type / 4] *= 10;
          printf("%d elements to %s\\n", n, place(first(p, type)));
          return tag;
        }
        int MPI_Allreduce(const void *p, void *q, int n, Type type, int op, Comm comm) {
          printf("from %s to %s\\n", p == (void *)1 ? "there" : place(p), place(q));
          for (int i = 0; i < n; i++) ((int *)q)[i] += op;
          return 0;
        }
        """;

    private static final String HEADER = """
        #ifdef NUMBERS
        typedef int Type, Comm;
        #else
        typedef void *Type, *Comm;
        #endif
        int MPI_Send(const void *, int, Type, int, int, Comm);
        int MPI_Recv(void *, int, Type, int, int, Comm, void *);
        int MPI_Allreduce(const void *, void *, int, Type, int, Comm);
        """;

    private static final String PROGRAM = """
        #include "mpi.h"
        #include "offload.h"
        #include <stdio.h>
        #include <string.h>
        #define MARK(f, x, bits) \\
          do { offload_host(0); offload_for(f); offload_map_pointer(x, sizeof x, bits); } while (0)
        static int x[16];
        static void show(void) { printf("%d %d %d %d\\n", x[0], x[1], x[2], x[3]); }
        __attribute__((noinline)) static int send(int n) {
          MARK(MPI_Send, x, OFFLOAD_TO);
          return MPI_Send(x, n, (Type)4, 1, 0, (Comm)0);
        }
        __attribute__((noinline)) static int receive(int n, int type, int tag) {
          MARK(MPI_Recv, x, OFFLOAD_TOFROM);
          return MPI_Recv(x, n, (Type)(long)type, 1, tag, (Comm)0, 0);
        }
        __attribute__((noinline)) static void reduce(int n) {
          MARK(MPI_Allreduce, x, OFFLOAD_TOFROM);
          MPI_Allreduce((void *)1, x, n, (Type)4, 3, (Comm)0);
        }
        int main(int argc, char **argv) {
          setvbuf(stdout, 0, _IONBF, 0);
          for (int i = 0; i < 16; i++) x[i] = i + 1;
          switch (argv[1][0]) {
            case 's': send(2); break;
            case 'r': receive(2, 4, 0); show(); break;
            case 'a': reduce(4); show(); break;
            case 'v': receive(2, 8, 0); show(); break;
            case 'n': send(0); break;
            case 't': printf("tag %d\\n", receive(1, 4, 7)); break;
            case 'f': send(13); break;
          }
          return 0;
        }
        """;

    @TempDir
    Path folder;

    private Workplace workplace;

    @BeforeEach
    void write() throws IOException {
        RuntimeInstallation.require(22);
        Workplace.require("cc");
        workplace = new Workplace(folder);
        workplace.write("driver.c", DRIVER);
        workplace.write("mpi.c", MPI);
        workplace.write("mpi.h", HEADER);
        workplace.write("program.c", PROGRAM);
    }

    private static final String WITHOUT_DRIVER = "true";
    private static final String WITH_DRIVER =
            "cc -w -shared -fPIC -Wl,-soname,libcuda.so.1 driver.c -o libcuda.so.1 && LINK='--link libcuda.so.1'";

    private void build(String driver, String definitions) {
        workplace.run(driver + " && cc -w -shared -fPIC " + definitions
                + " mpi.c -o libmpi.so && irgen build program.c " + definitions
                + " --link libmpi.so $LINK -o program");
    }

    private Execution run(String what, Map<String, String> environment) {
        Execution run = workplace.shell(folder, environment, "LD_LIBRARY_PATH=. ./program " + what);
        return run;
    }

    private String output(String what) {
        Execution run = run(what, Map.of());
        assertThat(run.errors()).isEmpty();
        return run.output();
    }

    /** Data types and communicators are pointers in one implementation, and numbers in another. */
    @ParameterizedTest
    @ValueSource(strings = {"", "-DNUMBERS", "-DAWARE=0"})
    void memoryOfGpuTravelsThroughTheHostWhereMpiDoesNotTakeIt(String definitions) {
        build(WITH_DRIVER, definitions);

        assertThat(output("send")).isEqualTo("out 8\n2 elements from the host: 1\n");
        assertThat(output("receive")).isEqualTo("out 8\n2 elements to the host\nback 8\n10 20 3 4\n");
        assertThat(output("all-reduce")).isEqualTo("out 16\nfrom there to the host\nback 16\n4 5 6 7\n");
    }

    @Test
    void onlyWhatLiesBetweenTheFirstByteOfAnElementAndTheLastTravels() {
        build(WITH_DRIVER, "");

        assertThat(output("vector")).isEqualTo("out 12\n2 elements to the host\nback 12\n1 20 3 40\n");
        assertThat(output("nothing")).isEqualTo("0 elements from a device: 0\n");
    }

    @Test
    void mpiThatTakesAddressesOfGpuGetsThem() {
        build(WITH_DRIVER, "-DAWARE=1");

        assertThat(output("send")).isEqualTo("2 elements from a device: 1\n");
        assertThat(output("receive")).isEqualTo("2 elements to a device\n10 20 3 4\n");
        assertThat(output("all-reduce")).isEqualTo("from there to a device\n4 5 6 7\n");
    }

    @Test
    void memoryOfTheHostsDevicesIsGivenAsItIs() {
        build(WITHOUT_DRIVER, "");

        assertThat(output("receive")).isEqualTo("2 elements to an address\n10 20 3 4\n");
    }

    @Test
    void resultIsTheFunctions() {
        build(WITHOUT_DRIVER, "");

        assertThat(output("tag")).endsWith("tag 7\n");
    }

    @Test
    void mpiThatIsNotInitialisedOrOverIsSaid() {
        build(WITHOUT_DRIVER, "");

        Execution early = run("send", Map.of("NEVER", "1"));
        assertThat(early.exitCode()).isEqualTo(Execution.ABORTED);
        assertThat(early.errors())
                .startsWith("offload4j: program.c:11:10: 'MPI_Send' is called and MPI is not initialised, in 'send'\n");
        assertThat(run("receive", Map.of("OVER", "1")).errors())
                .startsWith("offload4j: program.c:15:10: 'MPI_Recv' is called and MPI is finalised, in 'receive'\n");
    }

    @Test
    void explanationNamesMpisFunction() {
        assertThat(workplace.run("irgen build program.c -o program.ll && irgen explain program.ll"))
                .contains("send calls MPI_Send with device pointers\n");
    }

    @Test
    void copyThatFailsIsSaid() {
        build(WITH_DRIVER, "");

        assertThat(run("fail", Map.of()).errors())
                .startsWith("offload4j: 52 bytes of a device cannot be copied for MPI: the status is 700\n");
    }

    @Test
    void functionOfTheProgramsOwnIsNoneOfMpis() throws IOException {
        workplace.write("own.c", """
            #include "offload.h"
            #include <stdio.h>
            __attribute__((noinline)) int MPI_Send(int *x) { return *x; }
            int main(void) {
              int x = 5;
              offload_host(0);
              offload_for(MPI_Send);
              offload_map_pointer(&x, sizeof x, OFFLOAD_TO);
              printf("%d\\n", MPI_Send(&x));
            }
            """);

        assertThat(workplace.run("irgen build own.c --check=host-use-of-device-memory=off -o own && ./own"))
                .isEqualTo("5\n");
    }
}
