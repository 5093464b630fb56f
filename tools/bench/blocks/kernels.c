/* The kernels of tools/bench/barriers: threads of a block that wait for each other. */
#include "offload.h"

enum { TILE = 16, THREADS = 256 };

OFFLOAD_KERNEL void product(const float *a, const float *b, float *c, int n) {
    static OFFLOAD_SHARED float as[TILE][TILE], bs[TILE][TILE];
    int x = offload_thread_id(0), y = offload_thread_id(1);
    int row = offload_block_id(1) * TILE + y, column = offload_block_id(0) * TILE + x;
    float sum = 0;
    for (int k = 0; k < n; k += TILE) {
        as[y][x] = a[row * n + k + x];
        bs[y][x] = b[(k + y) * n + column];
        offload_barrier();
        for (int j = 0; j < TILE; j++) {
            sum += as[y][j] * bs[j][x];
        }
        offload_barrier();
    }
    c[row * n + column] = sum;
}

OFFLOAD_KERNEL void sums(const float *in, float *out, float *unused, int n) {
    static OFFLOAD_SHARED float part[THREADS];
    int t = offload_thread_id(0), size = offload_block_size(0), i = offload_block_id(0) * size + t;
    part[t] = i < n ? in[i] : 0;
    offload_barrier();
    for (int s = size / 2; s > 0; s /= 2) {
        if (t < s) {
            part[t] += part[t + s];
        }
        offload_barrier();
    }
    if (t == 0) {
        out[offload_block_id(0)] = part[0];
    }
}
