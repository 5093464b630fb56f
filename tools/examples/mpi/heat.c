/*
 * Heat spreads over a grid of rows x columns: every step gives each cell a part of what its four neighbours have. The ranks of
 * MPI share the rows; each works on a device, which has the rank's strip from the first step to the last. What ranks need of
 * each other goes from device to device.
 *
 *     heat ROWS COLUMNS STEPS [--own] [--time] [--out FILE]
 *
 * --own: a device for each rank, no sharing; --time: the time of a step, on standard error; --out: the cells, row by row.
 */
#include "heat.h"
#include "offload.h"

#include <inttypes.h>
#include <math.h>
#include <mpi.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int omp_get_num_devices(void);

/* One thread computes one cell; the outermost columns keep what they have. */
OFFLOAD_KERNEL void heat_step(int64_t rows, int64_t columns, const double *restrict now, double *restrict next) {
    int32_t across = (int32_t)((columns + offload_block_size(0) - 1) / offload_block_size(0));
    int64_t column = (int64_t)(offload_block_id(0) % across) * offload_block_size(0) + offload_thread_id(0);
    int64_t row = offload_block_id(0) / across + 1;
    if (row <= rows && column < columns) {
        int64_t cell = row * columns + column;
        double here = now[cell];
        if (column > 0 && column < columns - 1) {
            here += 0.2 * (now[cell - columns] + now[cell + columns] + now[cell - 1] + now[cell + 1] - 4 * here);
        }
        next[cell] = here;
    }
}

/* One thread finds the largest change of a column. */
OFFLOAD_KERNEL void heat_changes(
    int64_t rows, int64_t columns, const double *restrict now, const double *restrict next, double *restrict changes) {
    int64_t column = (int64_t)offload_block_id(0) * offload_block_size(0) + offload_thread_id(0);
    if (column < columns) {
        double largest = 0;
        for (int64_t cell = columns + column; cell < (rows + 1) * columns; cell += columns) {
            double change = next[cell] - now[cell];
            change = change < 0 ? -change : change;
            largest = change > largest ? change : largest;
        }
        changes[column] = largest;
    }
}

enum { THREADS = 256 };

/* Blocks for a row. */
static int32_t blocks(int64_t columns) { return (int32_t)((columns + THREADS - 1) / THREADS); }

static void run(const Strip *strip, int steps, double **grids, double *changes) {
    size_t bytes = (size_t)(strip->rows + 2) * strip->columns * sizeof(double);
    size_t line = strip->columns * sizeof(double);
    int device = strip->device;
    for (int i = 0; i < steps; i++) {
        double *now = grids[0], *next = grids[1];
        halo_exchange(strip, now);
        offload_kernel(device);
        offload_grid(blocks(strip->columns) * (int32_t)strip->rows, 1, 1);
        offload_block(THREADS, 1, 1);
        offload_map_pointer(now, bytes, OFFLOAD_TO);
        offload_map_pointer(next, bytes, OFFLOAD_FROM);
        heat_step(strip->rows, strip->columns, now, next);
        grids[0] = next;
        grids[1] = now;
    }
    double *now = grids[0], *before = grids[1];
    offload_kernel(device);
    offload_grid(blocks(strip->columns), 1, 1);
    offload_block(THREADS, 1, 1);
    offload_map_pointer(before, bytes, OFFLOAD_TO);
    offload_map_pointer(now, bytes, OFFLOAD_TO);
    offload_map_pointer(changes, line, OFFLOAD_FROM);
    heat_changes(strip->rows, strip->columns, before, now, changes);
    halo_largest(strip, changes, strip->columns);
}

/* Ends all ranks. Where all come here one of them speaks, and ends the others that wait. */
static void fail(int speaks, const char *message) {
    if (speaks) {
        fprintf(stderr, "heat: %s\n", message);
        MPI_Abort(MPI_COMM_WORLD, 2);
    }
    MPI_Barrier(MPI_COMM_WORLD);
}

/* Ranks of one machine share its devices. */
static int choose_device(int own) {
    MPI_Comm machine;
    int rank, ranks, devices = omp_get_num_devices();
    MPI_Comm_split_type(MPI_COMM_WORLD, MPI_COMM_TYPE_SHARED, 0, MPI_INFO_NULL, &machine);
    MPI_Comm_rank(machine, &rank);
    MPI_Comm_size(machine, &ranks);
    MPI_Comm_free(&machine);
    if (devices == 0) {
        fail(rank == 0, "there is no device: offloading is disabled, or the program has no image for this machine's");
    }
    if ((own || !halo_shares_devices) && ranks > devices) {
        char message[128];
        snprintf(
            message, sizeof message, "%d ranks on this machine and %d devices: start fewer ranks%s", ranks, devices,
            halo_shares_devices ? ", or leave out --own" : "");
        fail(rank == 0, message);
    }
    return rank % devices;
}

static double first_value(int64_t row, int64_t column) { return row == 0 ? 1 : (double)((row * 31 + column * 17) % 97) / 97; }

/* Does not depend on which rank adds what. */
static uint64_t sum_of_bits(const Strip *strip, int64_t first, const double *grid) {
    uint64_t sum = 0, all;
    for (int64_t i = 0; i < strip->rows * strip->columns; i++) {
        uint64_t bits;
        memcpy(&bits, &grid[strip->columns + i], sizeof bits);
        sum += bits * (2 * (uint64_t)(first * strip->columns + i) + 1);
    }
    MPI_Allreduce(&sum, &all, 1, MPI_UINT64_T, MPI_SUM, MPI_COMM_WORLD);
    return all;
}

static void save(const char *name, const Strip *strip, int64_t first, const double *grid) {
    MPI_File file;
    if (MPI_File_open(MPI_COMM_WORLD, name, MPI_MODE_CREATE | MPI_MODE_WRONLY, MPI_INFO_NULL, &file) != MPI_SUCCESS) {
        fail(strip->rank == 0, "the file for the cells cannot be written");
    }
    for (int64_t row = 0; row < strip->rows; row++) {
        MPI_Offset offset = (first + row) * strip->columns * (MPI_Offset)sizeof(double);
        MPI_File_write_at(
            file, offset, &grid[(row + 1) * strip->columns], (int)strip->columns, MPI_DOUBLE, MPI_STATUS_IGNORE);
    }
    MPI_File_close(&file);
}

int main(int argc, char **argv) {
    MPI_Init(&argc, &argv);
    int64_t total = argc > 1 ? atoll(argv[1]) : 0;
    int64_t columns = argc > 2 ? atoll(argv[2]) : 0;
    int steps = argc > 3 ? atoi(argv[3]) : 0;
    int own = 0, timed = 0;
    const char *out = NULL;
    for (int i = 4; i < argc; i++) {
        own |= strcmp(argv[i], "--own") == 0;
        timed |= strcmp(argv[i], "--time") == 0;
        out = strcmp(argv[i], "--out") == 0 && i + 1 < argc ? argv[++i] : out;
    }
    Strip strip = {.columns = columns};
    MPI_Comm_rank(MPI_COMM_WORLD, &strip.rank);
    MPI_Comm_size(MPI_COMM_WORLD, &strip.ranks);
    if (total < strip.ranks || columns < 3 || columns > INT32_MAX || steps < 1) {
        fail(
            strip.rank == 0,
            "usage: heat ROWS COLUMNS STEPS [--own] [--time] [--out FILE], with a row for each rank and 3 columns at least");
    }
    if (total / strip.ranks + 1 > INT32_MAX / blocks(columns)) {
        fail(strip.rank == 0, "a rank's part of the grid has too many blocks: start more ranks");
    }
    strip.device = choose_device(own);
    int64_t first = total / strip.ranks * strip.rank + (strip.rank < total % strip.ranks ? strip.rank : total % strip.ranks);
    strip.rows = total / strip.ranks + (strip.rank < total % strip.ranks);

    /* Around the grid lie a hot row, row 0, and a cold one; both stay as they are. */
    size_t bytes = (size_t)(strip.rows + 2) * columns * sizeof(double);
    double *grids[2] = {malloc(bytes), malloc(bytes)};
    double *changes = malloc(columns * sizeof(double));
    if (grids[0] == NULL || grids[1] == NULL || changes == NULL) {
        fail(1, "there is not enough memory");
    }
    for (int64_t row = 0; row < strip.rows + 2; row++) {
        for (int64_t column = 0; column < columns; column++) {
            grids[0][row * columns + column] = first + row == total + 1 ? 0 : first_value(first + row, column);
        }
    }
    memcpy(grids[1], grids[0], bytes);

    double *a = grids[0], *b = grids[1];
    offload_map_pointer(a, bytes, OFFLOAD_TO);
    offload_map_pointer(b, bytes, OFFLOAD_TO);
    offload_map_pointer(changes, columns * sizeof(double), OFFLOAD_ALLOC);
    offload_enter(strip.device);
    halo_open(&strip, a);

    if (timed) { /* the first steps find and load what the others find loaded; an even number leaves the grids in their order */
        run(&strip, 2, grids, changes);
    }
    MPI_Barrier(MPI_COMM_WORLD);
    double start = MPI_Wtime();
    run(&strip, steps, grids, changes);
    MPI_Barrier(MPI_COMM_WORLD);
    double seconds = MPI_Wtime() - start;

    double *now = grids[0];
    halo_close();
    offload_map_pointer(now, bytes, OFFLOAD_FROM);
    offload_map_pointer(changes, columns * sizeof(double), OFFLOAD_FROM);
    offload_update(strip.device);
    offload_map_pointer(a, bytes, OFFLOAD_ALLOC);
    offload_map_pointer(b, bytes, OFFLOAD_ALLOC);
    offload_map_pointer(changes, columns * sizeof(double), OFFLOAD_ALLOC);
    offload_exit(strip.device);

    double largest = 0;
    for (int64_t i = 0; i < columns; i++) {
        largest = fmax(largest, changes[i]);
    }
    uint64_t bits = sum_of_bits(&strip, first, now);
    if (out != NULL) {
        save(out, &strip, first, now);
    }
    if (strip.rank == 0) {
        printf("largest change %a, sum of bits %016" PRIx64 "\n", largest, bits);
        if (timed) {
            fprintf(stderr, "%d ranks: %.6f ms a step\n", strip.ranks, seconds / steps * 1e3);
        }
    }
    free(a);
    free(b);
    free(changes);
    MPI_Finalize();
    return 0;
}
