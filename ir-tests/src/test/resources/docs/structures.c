/* What docs/structures.md shows of C. */
#include "offload.h"

#include <stddef.h>

struct matrix { int64_t rows, columns; double *values; };

OFFLOAD_KERNEL void scale(struct matrix *m, double factor) {
    m->values[offload_thread_id(0)] *= factor;
}

void twice(struct matrix *m, int blocks) {
    offload_kernel(-1);
    offload_grid(blocks, 1, 1);
    offload_block(256, 1, 1);
    offload_map_pointer(m, sizeof *m, OFFLOAD_TO);
    offload_member(m, m->rows * m->columns * sizeof(double), OFFLOAD_TOFROM, offsetof(struct matrix, values));
    scale(m, 2.0);
}

void mapList(void *handle, void *base, void *begin, int64_t bytes, int64_t bits, void *name);
