/* A kernel that costs little beside the copies of what it works on. */
#include "offload.h"

OFFLOAD_KERNEL void increment(int64_t n, float *y) {
    int64_t step = (int64_t)offload_grid_size(0) * offload_block_size(0);
    for (int64_t i = (int64_t)offload_block_id(0) * offload_block_size(0) + offload_thread_id(0); i < n; i += step) {
        y[i] += 1;
    }
}
