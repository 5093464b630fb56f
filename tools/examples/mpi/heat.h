/* What the heat equation needs of a library that connects its ranks: halo_mpi.c has it by MPI, halo_nccl.c by NCCL. */
#include <stdint.h>

/* A rank's strip of the grid, with one row of the rank above and one of the rank below around its own. */
typedef struct {
    int rank, ranks;
    int device; /* OpenMP's number of the device that has the strip */
    int64_t rows, columns;
} Strip;

/* Connects the ranks; 'grid' is on the device. */
void halo_open(const Strip *strip, double *grid);

/* Whether several ranks can have one device. */
extern const int halo_shares_devices;

/* Copies the outer rows of every strip into the strips beside it, on the devices. */
void halo_exchange(const Strip *strip, double *grid);

/* Makes of every number the largest that any rank has, on the devices. */
void halo_largest(const Strip *strip, double *values, int64_t count);

/* Ends the connection. */
void halo_close(void);
