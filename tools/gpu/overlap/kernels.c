/* A kernel of few threads, which takes as long as it is told to and leaves most of a device to others. */
#include "offload.h"

/* y[i] += 1 for all, and after so many rounds that change nothing. */
OFFLOAD_KERNEL void step(int64_t n, int64_t rounds, float *y) {
    int64_t thread = (int64_t)offload_block_id(0) * offload_block_size(0) + offload_thread_id(0);
    int64_t threads = (int64_t)offload_grid_size(0) * offload_block_size(0);
    float value = (float)thread;
    for (int64_t i = 0; i < rounds; i++) {
        value = value * 0.999f + 0.5f;
    }
    float one = value > -1 ? 1 : value;
    for (int64_t i = thread; i < n; i += threads) {
        y[i] += one;
    }
}
