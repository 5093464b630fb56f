/* What docs/marks.md shows of C. */
#include "offload.h"

OFFLOAD_KERNEL void saxpy(int n, float a, const float *x, float *y) {
    int i = offload_block_id(0) * offload_block_size(0) + offload_thread_id(0);
    if (i < n) {
        y[i] += a * x[i];
    }
}

void launch(int n, float a, float *x, float *y) {
    offload_kernel(-1);
    offload_grid((n + 255) / 256, 1, 1);
    offload_block(256, 1, 1);
    offload_map_pointer(x, n * sizeof *x, OFFLOAD_TO);
    offload_map_pointer(y, n * sizeof *y, OFFLOAD_TOFROM);
    saxpy(n, a, x, y);
}

void stay(int n, float *table, float *sums) {
    offload_map_pointer(table, n * sizeof *table, OFFLOAD_TO);
    offload_map_pointer(sums, n * sizeof *sums, OFFLOAD_ALLOC);
    offload_enter(-1);
    offload_map_pointer(table, n * sizeof *table, OFFLOAD_ALLOC);
    offload_map_pointer(sums, n * sizeof *sums, OFFLOAD_FROM);
    offload_exit(-1);
}

OFFLOAD_DEVICE float table[256];
OFFLOAD_DEVICE int limit;

void fill(void) {
    offload_map_pointer(table, sizeof table, OFFLOAD_TO);
    offload_map_pointer(&limit, sizeof limit, OFFLOAD_TO);
    offload_update(-1);
}

void column(double *matrix, int64_t rows, int64_t columns, int64_t j) {
    offload_map_pointer(matrix, 0, OFFLOAD_FROM);
    offload_section(sizeof(double), 0, rows, columns);
    offload_section(sizeof(double), j, 1, 1);
    offload_update(-1);
}
