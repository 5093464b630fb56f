/* Strips exchange their outer rows by MPI: in host mode MPI is called for the arrays as they are on the devices. */
#include "heat.h"
#include "offload.h"

#include <mpi.h>

const int halo_shares_devices = 1;

void halo_open(const Strip *strip, double *grid) {
    (void)strip;
    (void)grid;
}

void halo_close(void) {}

void halo_exchange(const Strip *strip, double *grid) {
    int up = strip->rank > 0 ? strip->rank - 1 : MPI_PROC_NULL;
    int down = strip->rank + 1 < strip->ranks ? strip->rank + 1 : MPI_PROC_NULL;
    int columns = (int)strip->columns;
    size_t bytes = columns * sizeof(double);
    double *above = grid, *first = grid + columns;
    double *last = grid + strip->rows * columns, *below = last + columns;

    offload_host(strip->device);
    offload_for(MPI_Sendrecv);
    offload_map_pointer(first, bytes, OFFLOAD_TO);
    offload_map_pointer(below, bytes, OFFLOAD_TOFROM); /* stays as it is at the end of the grid */
    MPI_Sendrecv(
        first, columns, MPI_DOUBLE, up, 0, below, columns, MPI_DOUBLE, down, 0, MPI_COMM_WORLD, MPI_STATUS_IGNORE);

    offload_host(strip->device);
    offload_for(MPI_Sendrecv);
    offload_map_pointer(last, bytes, OFFLOAD_TO);
    offload_map_pointer(above, bytes, OFFLOAD_TOFROM);
    MPI_Sendrecv(
        last, columns, MPI_DOUBLE, down, 1, above, columns, MPI_DOUBLE, up, 1, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
}

void halo_largest(const Strip *strip, double *values, int64_t count) {
    offload_host(strip->device);
    offload_for(MPI_Allreduce);
    offload_map_pointer(values, count * sizeof(double), OFFLOAD_TOFROM);
    MPI_Allreduce(MPI_IN_PLACE, values, (int)count, MPI_DOUBLE, MPI_MAX, MPI_COMM_WORLD);
}
