package io.github.offload4j.irtests.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.offload4j.irtests.run.Execution;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The catalogue's functions of Open MPI, and of what stands in for NCCL, do on three ranks what MPI's and NCCL's do. */
class MessagesTest {
    private static final String SPEC = """
        offloads:
          - {name: send_to, library: openmpi, callee: send, constants: {datatype: int32, tag: 5}, device: device}
          - {name: receive, library: openmpi, callee: recv, constants: {datatype: int32, tag: 5}, device: device}
          - name: swap
            library: openmpi
            callee: MPI_Sendrecv
            constants: {sendtype: double, recvtype: double, sendtag: 0, recvtag: 0}
            device: device
            on-status: abort
          - {name: largest, library: openmpi, callee: allreduce, constants: {op: maximum}, device: device}
          - {name: spread, library: openmpi, callee: bcast, constants: {datatype: int64, root: 1}, device: device}
          - {name: add_up, library: nccl, callee: allReduce, constants: {datatype: float, op: sum}, device: device}
          - {name: give, library: nccl, callee: broadcast, constants: {datatype: double, root: 2}, device: device}
          - {name: gather, library: nccl, callee: allGather, constants: {datatype: int32}, device: device}
          - name: scatter
            library: nccl
            callee: reduceScatter
            constants: {datatype: int64, op: product}
            device: device
          - {name: nccl_send, library: nccl, callee: send, constants: {datatype: int32}, device: device}
          - {name: nccl_receive, library: nccl, callee: recv, constants: {datatype: int32}, device: device}
        """;

    private static final String PROGRAM = """
        #include "nccl_functions.h"
        #include <mpi.h>
        #include <stdio.h>
        #include <stdlib.h>
        #include <string.h>
        enum { N = 1000, DEVICE = 0 };
        int send_to(const int *, int n, int to, MPI_Comm, int device);
        int receive(int *, int n, int from, MPI_Comm, MPI_Status *, int device);
        int swap(const double *, int n, int to, double *, int m, int from, MPI_Comm, MPI_Status *, int device);
        int largest(const double *, double *, int n, int type, MPI_Comm, int device);
        int spread(long *, int n, MPI_Comm, int device);
        int add_up(const float *, float *, long n, ncclComm_t, void *stream, int device);
        int give(const double *, double *, long n, ncclComm_t, void *stream, int device);
        int gather(const int *, int *, long n, ncclComm_t, void *stream, int ranks, int device);
        int scatter(const long *, long *, long n, ncclComm_t, void *stream, int ranks, int device);
        int nccl_send(const int *, long n, int to, ncclComm_t, void *stream, int device);
        int nccl_receive(int *, long n, int from, ncclComm_t, void *stream, int device);
        int cuCtxSetCurrent(void *);

        static int rank, ranks, wrong;
        static void check(int right, const char *what) {
          if (!right) { printf("rank %d: %s is wrong\\n", rank, what); wrong = 1; }
        }
        static int i[3 * N], j[3 * N];
        static double d[N], e[N];
        static float f[N], g[N];
        static long l[3 * N], m[N];

        static void mpi(void) {
          int next = (rank + 1) % ranks, before = (rank + ranks - 1) % ranks;
          if (rank == 0) {
            for (int k = 0; k < N; k++) i[k] = k;
            check(send_to(i, N, 2, MPI_COMM_WORLD, DEVICE) == 0, "the status of send");
          } else if (rank == 2) {
            MPI_Status status;
            int count;
            receive(i, 2 * N, 0, MPI_COMM_WORLD, &status, DEVICE);
            MPI_Get_count(&status, MPI_INT, &count);
            check(count == N && i[N - 1] == N - 1 && i[N] == -1, "what is received");
          }
          for (int k = 0; k < N; k++) d[k] = rank * N + k;
          swap(d, N, next, e, N, before, MPI_COMM_WORLD, MPI_STATUS_IGNORE, DEVICE);
          check(e[0] == before * N && e[N - 1] == before * N + N - 1, "what is swapped");
          d[rank] = 1e9 + rank;
          largest(d, e, N, 7, MPI_COMM_WORLD, DEVICE);
          check(e[0] == 1e9 && e[2] == 1e9 + 2 && e[3] == 2 * N + 3 && e[N - 1] == 3 * N - 1, "the largest");
          for (int k = 0; k < N; k++) l[k] = rank * 100L;
          spread(l, N, MPI_COMM_WORLD, DEVICE);
          check(l[0] == 100 && l[N - 1] == 100, "what is spread");
        }

        static void nccl(void) {
          ncclComm_t comm;
          ncclUniqueId id;
          if (rank == 0) ncclGetUniqueId(&id);
          MPI_Bcast(&id, sizeof id, MPI_BYTE, 0, MPI_COMM_WORLD);
          cuCtxSetCurrent(&comm);
          check(ncclCommInitRank(&comm, ranks, id, rank) == 0, "the communicator");
          for (int k = 0; k < N; k++) f[k] = k + rank;
          check(add_up(f, g, N, comm, 0, DEVICE) == 0, "the status of allReduce");
          check(g[0] == 3 && g[N - 1] == 3 * (N - 1) + 3, "the sum");
          for (int k = 0; k < N; k++) d[k] = rank;
          give(d, e, N, comm, 0, DEVICE);
          check(e[0] == 2 && e[N - 1] == 2, "what is given");
          for (int k = 0; k < N; k++) i[k] = rank * N + k;
          gather(i, j, N, comm, 0, ranks, DEVICE);
          for (int k = 0; k < 3 * N; k++) check(j[k] == k, "what is gathered");
          for (int k = 0; k < 3 * N; k++) l[k] = k / N + 1;
          scatter(l, m, N, comm, 0, ranks, DEVICE);
          long part = rank + 1;
          check(m[0] == part * part * part && m[N - 1] == part * part * part, "what is scattered");
          memset(j, 0, sizeof j);
          if (rank == 1) nccl_send(i, N, 2, comm, 0, DEVICE);
          if (rank == 2) nccl_receive(j, N, 1, comm, 0, DEVICE);
          check(rank != 2 || (j[0] == N && j[N - 1] == 2 * N - 1), "what is sent");
          ncclCommDestroy(comm);
        }

        static int alone(int said) {
          ncclComm_t comm;
          ncclUniqueId id;
          ncclGetUniqueId(&id);
          cuCtxSetCurrent(&comm);
          ncclCommInitRank(&comm, 1, id, 0);
          return scatter(l, m, N, comm, 0, said, DEVICE);
        }

        int main(int argc, char **argv) {
          for (int k = 0; k < 3 * N; k++) i[k] = -1;
          if (argc > 2) return alone(atoi(argv[2]));
          if (argc > 1 && argv[1][0] == 'n') return gather(i, j, N, NULL, 0, 2, DEVICE);
          if (argc > 1) return swap(d, N, 0, e, N, 0, MPI_COMM_WORLD, MPI_STATUS_IGNORE, DEVICE);
          MPI_Init(&argc, &argv);
          MPI_Comm_rank(MPI_COMM_WORLD, &rank);
          MPI_Comm_size(MPI_COMM_WORLD, &ranks);
          mpi();
          nccl();
          MPI_Allreduce(MPI_IN_PLACE, &wrong, 1, MPI_INT, MPI_MAX, MPI_COMM_WORLD);
          if (rank == 0) puts(wrong ? "wrong" : "right");
          MPI_Finalize();
          return wrong;
        }
        """;

    private static final Map<String, String> MPI = Map.of(
            "OMPI_ALLOW_RUN_AS_ROOT", "1",
            "OMPI_ALLOW_RUN_AS_ROOT_CONFIRM", "1",
            "OMPI_MCA_rmaps_base_oversubscribe", "1",
            "OMPI_MCA_mpi_yield_when_idle", "1",
            "LD_LIBRARY_PATH", ".");

    @TempDir
    Path folder;

    private Workplace workplace;

    @BeforeEach
    void build() throws IOException {
        Workplace.require("mpicc", "mpirun", "cc");
        workplace = new Workplace(folder);
        workplace.example("mpi");
        workplace.write("messages.yaml", SPEC);
        workplace.write("program.c", PROGRAM);
        workplace.run("cc -O1 -shared -fPIC tools/examples/mpi/nccl_standin.c -lpthread -Wl,-soname,libnccl.so.2 -o"
                + " libnccl.so.2 && ln -s libnccl.so.2 libcuda.so.1 && mpicc -O1 -I tools/examples/mpi -c"
                + " program.c -o program.o && irgen build messages.yaml --link program.o --link libnccl.so.2"
                + " $(mpicc --showme:link) -o program");
    }

    @Test
    void everyFunctionDoesWhatTheLibrarysDoes() {
        Execution run = workplace.shell(folder, MPI, "mpirun -n 3 ./program");

        assertThat(run).isEqualTo(new Execution(0, "right\n", ""));
    }

    @Test
    void placeInTheSpecIsSaidWhereMpiIsNotInitialised() {
        assertThat(workplace.shell(folder, MPI, "./program early").errors())
                .startsWith("offload4j: messages.yaml:4:5: 'MPI_Sendrecv' is called and MPI is not initialised, in"
                        + " 'swap'\n");
    }

    @Test
    void otherNumberOfRanksThanTheCommunicatorHasStopsTheProgram() {
        Execution wrong = workplace.shell(folder, MPI, "./program alone 3");

        assertThat(wrong.exitCode()).isNotZero();
        assertThat(wrong.errors())
                .startsWith(
                        "offload4j: messages.yaml:15:5: 'ncclReduceScatter' is given ranks = 3, and its communicator"
                                + " has 1, in 'scatter'\n");
        assertThat(workplace.shell(folder, MPI, "./program alone 1")).isEqualTo(new Execution(0, "", ""));
    }

    @Test
    void communicatorOfAnotherDeviceThanTheDataStopsTheProgram() {
        Map<String, String> other = new HashMap<>(MPI);
        other.put("NCCL_STANDIN_DEVICE", "3");

        Execution wrong = workplace.shell(folder, other, "./program alone 1");

        assertThat(wrong.exitCode()).isNotZero();
        assertThat(wrong.errors())
                .startsWith("offload4j: messages.yaml:15:5: 'ncclReduceScatter' is given data of CUDA device 0, and its"
                        + " communicator is of device 3, in 'scatter'\n");
    }

    @Test
    void libraryThatTellsNothingOfItsCommunicatorsIsLinkedAndCalled() {
        workplace.run("cc -O1 -shared -fPIC -DncclCommCount=other -DncclCommCuDevice=third"
                + " tools/examples/mpi/nccl_standin.c -lpthread -Wl,-soname,libnccl.so.2 -o libnccl.so.2 && irgen build"
                + " messages.yaml --link program.o --link libnccl.so.2 $(mpicc --showme:link) -o program");

        assertThat(workplace.shell(folder, MPI, "mpirun -n 3 ./program")).isEqualTo(new Execution(0, "right\n", ""));
    }

    @Test
    void whatIsNoCommunicatorIsRefusedByTheCall() {
        assertThat(workplace.shell(folder, MPI, "./program null")).isEqualTo(new Execution(4, "", ""));
    }

    @Test
    void functionThatTheLoadedLibraryLacksIsSaidByItsName() {
        workplace.run("cc -O1 -shared -fPIC -DncclReduceScatter=other tools/examples/mpi/nccl_standin.c -lpthread"
                + " -Wl,-soname,libnccl.so.2 -o libnccl.so.2");

        Execution run = workplace.shell(folder, MPI, "mpirun -n 3 ./program");

        assertThat(run.exitCode()).isNotZero();
        assertThat(run.errors())
                .contains("./program: symbol lookup error: ./program: undefined symbol: ncclReduceScatter\n");
    }
}
