/* The kernel of saxpy.c, for every target: one thread for each element. */
#include "offload.h"

OFFLOAD_KERNEL void saxpy(int64_t n, float a, const float *restrict x, float *restrict y) {
    int64_t i = (int64_t)offload_block_id(0) * offload_block_size(0) + offload_thread_id(0);
    if (i < n) {
        y[i] += a * x[i];
    }
}
