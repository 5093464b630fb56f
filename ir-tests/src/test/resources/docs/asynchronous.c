/* What docs/asynchronous.md shows of C. */
#include "offload.h"

OFFLOAD_KERNEL void scale(int n, float a, float *x) {
    int i = offload_block_id(0) * offload_block_size(0) + offload_thread_id(0);
    if (i < n) {
        x[i] *= a;
    }
}

void spawn(int n, float a, float *x) {
    offload_kernel(-1);
    offload_grid((n + 255) / 256, 1, 1);
    offload_block(256, 1, 1);
    offload_map_pointer(x, n * sizeof *x, OFFLOAD_TOFROM);
    offload_nowait();
    offload_depend(x, OFFLOAD_INOUT);
    scale(n, a, x);
    offload_wait(-1);
}
