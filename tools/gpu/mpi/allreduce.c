/*
 * The same all-reduce of NCCL as a site of host mode and by hand, on data that is on the devices: milliseconds of each, and
 * whether both are right. Arguments: MiB, and how often.
 */
#include "../../examples/mpi/nccl_functions.h"
#include "offload.h"

#include <mpi.h>
#include <stdio.h>
#include <stdlib.h>

int omp_get_num_devices(void);
int cuCtxSynchronize(void);

static ncclComm_t comm;

/* One thread computes one element of what the ranks add up. */
OFFLOAD_KERNEL void fill(int64_t count, int rank, float *in) {
    int64_t i = (int64_t)offload_block_id(0) * offload_block_size(0) + offload_thread_id(0);
    if (i < count) {
        in[i] = (float)(i % 1000) + (float)rank;
    }
}

__attribute__((noinline)) static int join(const float *place, int ranks, const ncclUniqueId *id, int rank) {
    (void)place;
    return ncclCommInitRank(&comm, ranks, *id, rank);
}

static int stop(const char *what, int status) {
    fprintf(stderr, "all-reduce: %s: %s\n", what, ncclGetErrorString(status));
    MPI_Abort(MPI_COMM_WORLD, 1);
    return 1;
}

static double site(const float *in, float *out, size_t bytes, int device) {
    double start = MPI_Wtime();
    offload_host(device);
    offload_for(ncclAllReduce);
    offload_map_pointer(in, bytes, OFFLOAD_TO);
    offload_map_pointer(out, bytes, OFFLOAD_FROM);
    int status = ncclAllReduce(in, out, bytes / sizeof *in, ncclFloat32, ncclSum, comm, NULL);
    double end = MPI_Wtime();
    return status == 0 ? end - start : stop("a site fails", status);
}

/* Gets addresses of the device, as all that host mode calls. */
__attribute__((noinline)) static int by_hand(const float *in, float *out, size_t bytes, int rounds, double *seconds) {
    for (int i = 0; i < rounds; i++) {
        double start = MPI_Wtime();
        int status = ncclAllReduce(in, out, bytes / sizeof *in, ncclFloat32, ncclSum, comm, NULL);
        if (status != 0 || cuCtxSynchronize() != 0) {
            return stop("a call fails", status);
        }
        seconds[i] = MPI_Wtime() - start;
    }
    return 0;
}

static int order(const void *a, const void *b) { return *(const double *)a < *(const double *)b ? -1 : 1; }

int main(int argc, char **argv) {
    int rank, ranks, rounds = argc > 2 ? atoi(argv[2]) : 20;
    size_t bytes = (size_t)(argc > 1 ? atoi(argv[1]) : 256) << 20, count = bytes / sizeof(float);
    MPI_Init(&argc, &argv);
    MPI_Comm_rank(MPI_COMM_WORLD, &rank);
    MPI_Comm_size(MPI_COMM_WORLD, &ranks);
    int device = rank % omp_get_num_devices();
    float *in = malloc(bytes), *out = malloc(bytes);
    double *ours = malloc(rounds * sizeof *ours), *hand = malloc(rounds * sizeof *hand);
    for (size_t i = 0; i < count; i++) {
        in[i] = out[i] = -1;
    }
    offload_map_pointer(in, bytes, OFFLOAD_TO);
    offload_map_pointer(out, bytes, OFFLOAD_TO);
    offload_enter(device);
    offload_kernel(device);
    offload_grid((int32_t)((count + 255) / 256), 1, 1);
    offload_block(256, 1, 1);
    offload_map_pointer(in, bytes, OFFLOAD_TOFROM);
    fill((int64_t)count, rank, in);
    ncclUniqueId id;
    if (rank == 0) {
        ncclGetUniqueId(&id);
    }
    MPI_Bcast(&id, sizeof id, MPI_BYTE, 0, MPI_COMM_WORLD);
    offload_host(device);
    offload_for(join);
    offload_map_pointer(in, bytes, OFFLOAD_TO);
    int status = join(in, ranks, &id, rank);
    if (status != 0) {
        return stop("the ranks cannot be connected", status);
    }
    for (int half = 0; half < 2; half++) { /* in turns, after a first time of each that does not count */
        for (int i = 0; i < 3; i++) {
            site(in, out, bytes, device);
        }
        for (int i = half * rounds / 2; i < (half + 1) * rounds / 2; i++) {
            MPI_Barrier(MPI_COMM_WORLD);
            ours[i] = site(in, out, bytes, device);
        }
        int first = half * rounds / 2, some = (half + 1) * rounds / 2 - first;
        MPI_Barrier(MPI_COMM_WORLD);
        offload_host(device);
        offload_for(by_hand);
        offload_map_pointer(in, bytes, OFFLOAD_TO);
        offload_map_pointer(out, bytes, OFFLOAD_FROM);
        by_hand(in, out, bytes, some, hand + first);
    }
    offload_map_pointer(out, bytes, OFFLOAD_FROM);
    offload_update(device);
    offload_map_pointer(in, bytes, OFFLOAD_ALLOC);
    offload_map_pointer(out, bytes, OFFLOAD_ALLOC);
    offload_exit(device);
    int wrong = 0, all;
    for (size_t i = 0; i < count; i++) {
        wrong |= out[i] != (float)(i % 1000) * ranks + (float)(ranks * (ranks - 1) / 2);
    }
    MPI_Allreduce(&wrong, &all, 1, MPI_INT, MPI_MAX, MPI_COMM_WORLD);
    if (rank == 0) {
        int version;
        ncclGetVersion(&version);
        qsort(ours, rounds, sizeof *ours, order);
        qsort(hand, rounds, sizeof *hand, order);
        printf("| all-reduce of %zu MiB, %d ranks, NCCL %d | %s, a site %.3f ms, by hand %.3f ms: %.3f of it |\n", bytes >> 20,
               ranks, version, all ? "WRONG" : "right", ours[rounds / 2] * 1e3, hand[rounds / 2] * 1e3,
               hand[rounds / 2] / ours[rounds / 2]);
    }
    ncclCommDestroy(comm);
    MPI_Finalize();
    return all;
}
