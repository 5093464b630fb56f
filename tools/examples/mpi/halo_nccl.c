/*
 * Strips exchange their outer rows by NCCL. A function that calls NCCL several times, as a group wants it, is called in host
 * mode itself: it gets the arrays as they are on the device, the device is the thread's current one meanwhile, and when it
 * has returned the program waits for what NCCL does.
 */
#include "heat.h"
#include "nccl_functions.h"
#include "offload.h"

#include <mpi.h>
#include <stdio.h>

static ncclComm_t comm;

const int halo_shares_devices = 0;

static void check(int result, const char *what) {
    if (result != 0) {
        fprintf(stderr, "heat: %s: %s\n", what, ncclGetErrorString(result));
        MPI_Abort(MPI_COMM_WORLD, 2);
    }
}

/* A communicator belongs to the device that is current when it is made: the one that has the grid. */
__attribute__((noinline)) static int join(const double *grid, int ranks, const ncclUniqueId *id, int rank) {
    (void)grid;
    return ncclCommInitRank(&comm, ranks, *id, rank);
}

void halo_open(const Strip *strip, double *grid) {
    ncclUniqueId id;
    if (strip->rank == 0) {
        check(ncclGetUniqueId(&id), "NCCL cannot start");
    }
    MPI_Bcast(&id, sizeof id, MPI_BYTE, 0, MPI_COMM_WORLD);
    offload_host(strip->device);
    offload_for(join);
    offload_map_pointer(grid, strip->columns * sizeof *grid, OFFLOAD_TO);
    int joined = join(grid, strip->ranks, &id, strip->rank);
    check(joined, "NCCL cannot connect the ranks");
}

__attribute__((noinline)) static int exchange(
    double *grid, int64_t rows, int64_t columns, int up, int down, ncclComm_t among) {
    ncclGroupStart();
    if (up >= 0) {
        ncclSend(grid + columns, columns, ncclFloat64, up, among, NULL);
        ncclRecv(grid, columns, ncclFloat64, up, among, NULL);
    }
    if (down >= 0) {
        ncclSend(grid + rows * columns, columns, ncclFloat64, down, among, NULL);
        ncclRecv(grid + (rows + 1) * columns, columns, ncclFloat64, down, among, NULL);
    }
    return ncclGroupEnd();
}

void halo_exchange(const Strip *strip, double *grid) {
    int up = strip->rank - 1;
    int down = strip->rank + 1 < strip->ranks ? strip->rank + 1 : -1;
    offload_host(strip->device);
    offload_for(exchange);
    offload_map_pointer(grid, (strip->rows + 2) * strip->columns * sizeof *grid, OFFLOAD_TOFROM);
    int exchanged = exchange(grid, strip->rows, strip->columns, up, down, comm);
    check(exchanged, "NCCL cannot exchange rows");
}

void halo_largest(const Strip *strip, double *values, int64_t count) {
    offload_host(strip->device);
    offload_for(ncclAllReduce);
    offload_map(0, count * sizeof *values, OFFLOAD_TO); /* in place: both are 'values' */
    offload_map(1, count * sizeof *values, OFFLOAD_FROM);
    int reduced = ncclAllReduce(values, values, count, ncclFloat64, ncclMax, comm, NULL);
    check(reduced, "NCCL cannot reduce");
}

void halo_close(void) { check(ncclCommDestroy(comm), "NCCL cannot end"); }
