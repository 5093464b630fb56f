/* The loops as C with OpenMP. */
#include "loops.h"

void plain_triad(int64_t n, double *restrict a, const double *restrict b, const double *restrict c) {
#pragma omp parallel for
    for (int64_t i = 0; i < n; i++) {
        triad(i, a, b, c);
    }
}

void plain_jacobi(int64_t n, double *restrict to, const double *restrict from, const double *restrict unused) {
#pragma omp parallel for
    for (int y = 1; y < n; y++) {
        for (int x = 1; x < PLANE - 1; x++) {
            jacobi(x, y, to, from);
        }
    }
}

void plain_stencil(int64_t n, float *restrict to, const float *restrict from, const float *restrict unused) {
#pragma omp parallel for collapse(2)
    for (int z = 1; z < n; z++) {
        for (int y = 1; y < CUBE - 1; y++) {
            for (int x = 1; x < CUBE - 1; x++) {
                stencil(x, y, z, to, from);
            }
        }
    }
}

void plain_product(int64_t n, float *restrict c, const float *restrict a, const float *restrict b) {
#pragma omp parallel for
    for (int y = 0; y < n; y++) {
        for (int x = 0; x < SIDE; x++) {
            product(x, y, c, a, b);
        }
    }
}

void plain_bodies(int64_t n, Body *restrict force, const Body *restrict all, const Body *restrict unused) {
#pragma omp parallel for
    for (int i = 0; i < n; i++) {
        body(i, force, all);
    }
}

void plain_options(int64_t n, float *restrict call, const float *restrict price, const float *restrict strike) {
#pragma omp parallel for
    for (int64_t i = 0; i < n; i++) {
        option(i, call, price, strike, strike + n);
    }
}
