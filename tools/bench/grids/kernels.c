/* The loops as kernels. */
#include "loops.h"
#include "offload.h"

#define X (offload_block_id(0) * offload_block_size(0) + offload_thread_id(0))
#define Y (offload_block_id(1) * offload_block_size(1) + offload_thread_id(1))
#define Z (offload_block_id(2) * offload_block_size(2) + offload_thread_id(2))

OFFLOAD_KERNEL void run_triad(int64_t n, double *restrict a, const double *restrict b, const double *restrict c) {
    int64_t i = (int64_t)offload_block_id(0) * offload_block_size(0) + offload_thread_id(0);
    if (i < n) {
        triad(i, a, b, c);
    }
}

OFFLOAD_KERNEL void run_jacobi(int64_t n, double *restrict to, const double *restrict from, const double *restrict unused) {
    int x = X + 1, y = Y + 1;
    if (x < PLANE - 1 && y < n) {
        jacobi(x, y, to, from);
    }
}

OFFLOAD_KERNEL void run_stencil(int64_t n, float *restrict to, const float *restrict from, const float *restrict unused) {
    int x = X + 1, y = Y + 1, z = Z + 1;
    if (x < CUBE - 1 && y < CUBE - 1 && z < n) {
        stencil(x, y, z, to, from);
    }
}

OFFLOAD_KERNEL void run_product(int64_t n, float *restrict c, const float *restrict a, const float *restrict b) {
    int x = X, y = Y;
    if (x < SIDE && y < n) {
        product(x, y, c, a, b);
    }
}

OFFLOAD_KERNEL void run_bodies(int64_t n, Body *restrict force, const Body *restrict all, const Body *restrict unused) {
    int i = X;
    if (i < n) {
        body(i, force, all);
    }
}

OFFLOAD_KERNEL void run_options(int64_t n, float *restrict call, const float *restrict price, const float *restrict strike) {
    int64_t i = (int64_t)offload_block_id(0) * offload_block_size(0) + offload_thread_id(0);
    if (i < n) {
        option(i, call, price, strike, strike + n);
    }
}
