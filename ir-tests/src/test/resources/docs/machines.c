/* What docs/machines.md shows of C, with as much of MPI and NCCL as that needs. */
#include "offload.h"

#include <stddef.h>

struct ncclComm;
typedef struct communicator *MPI_Comm;
typedef struct type *MPI_Datatype;
typedef struct status MPI_Status;
typedef struct info *MPI_Info;
extern struct communicator world;
extern struct type real;
#define MPI_COMM_WORLD (&world)
#define MPI_DOUBLE (&real)
#define MPI_STATUS_IGNORE ((MPI_Status *)0)
#define MPI_INFO_NULL ((MPI_Info)0)
enum { MPI_COMM_TYPE_SHARED = 0, ncclFloat64 = 8, ncclMax = 2 };
int MPI_Comm_split_type(MPI_Comm all, int type, int key, MPI_Info info, MPI_Comm *some);
int MPI_Comm_rank(MPI_Comm comm, int *rank);
int MPI_Sendrecv(
    const void *out, int n, MPI_Datatype as, int to, int tag, void *in, int m, MPI_Datatype of, int from, int other,
    MPI_Comm comm, MPI_Status *status);
int ncclAllReduce(const void *in, void *out, size_t count, int type, int op, struct ncclComm *comm, void *stream);
int omp_get_num_devices(void);

void everything(
    double *first, double *below, int columns, int up, int down, double *values, size_t count, struct ncclComm *comm) {
    MPI_Comm machine;
    int rank;
    size_t bytes = columns * sizeof *first;

    MPI_Comm_split_type(MPI_COMM_WORLD, MPI_COMM_TYPE_SHARED, 0, MPI_INFO_NULL, &machine);
    MPI_Comm_rank(machine, &rank);
    int device = rank % omp_get_num_devices();

    offload_host(device);
    offload_for(MPI_Sendrecv);
    offload_map_pointer(first, bytes, OFFLOAD_TO);
    offload_map_pointer(below, bytes, OFFLOAD_TOFROM);
    MPI_Sendrecv(first, columns, MPI_DOUBLE, up, 0, below, columns, MPI_DOUBLE, down, 0, MPI_COMM_WORLD, MPI_STATUS_IGNORE);

    offload_host(device);
    offload_for(ncclAllReduce);
    offload_map(0, bytes, OFFLOAD_TO); /* in place: both arguments are 'values' */
    offload_map(1, bytes, OFFLOAD_FROM);
    ncclAllReduce(values, values, count, ncclFloat64, ncclMax, comm, NULL);
}
