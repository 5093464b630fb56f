/*
 * The kernels that are compared, in what C and CUDA have in common. Included by kernels.c, which clang and irgen compile,
 * and by compare.cu, which nvcc does.
 */
#ifdef __CUDACC__
#define KERNEL extern "C" __global__ void
#define RESTRICT __restrict__
#define THREAD(d) ((d) == 0 ? threadIdx.x : (d) == 1 ? threadIdx.y : threadIdx.z)
#define BLOCK(d) ((d) == 0 ? blockIdx.x : (d) == 1 ? blockIdx.y : blockIdx.z)
#define SIZE(d) ((d) == 0 ? blockDim.x : (d) == 1 ? blockDim.y : blockDim.z)
#define ADD(place, value) atomicAdd(place, value)
#else
#include "offload.h"
#include <math.h>
#define KERNEL OFFLOAD_KERNEL void
#define RESTRICT restrict
#define THREAD(d) offload_thread_id(d)
#define BLOCK(d) offload_block_id(d)
#define SIZE(d) offload_block_size(d)
#define ADD(place, value) __atomic_fetch_add(place, value, __ATOMIC_RELAXED)
#endif
#define INDEX(d) ((int)(BLOCK(d) * SIZE(d) + THREAD(d)))

KERNEL copy(int n, const double *RESTRICT a, double *RESTRICT c) {
    int i = INDEX(0);
    if (i < n) {
        c[i] = a[i];
    }
}

KERNEL add(int n, const double *RESTRICT a, const double *RESTRICT b, double *RESTRICT c) {
    int i = INDEX(0);
    if (i < n) {
        c[i] = a[i] + b[i];
    }
}

KERNEL triad(int n, const double *RESTRICT a, const double *RESTRICT b, double *RESTRICT c) {
    int i = INDEX(0);
    if (i < n) {
        c[i] = a[i] + 0.4 * b[i];
    }
}

KERNEL transpose(int n, const float *RESTRICT a, float *RESTRICT c) {
    int x = INDEX(0);
    int y = INDEX(1);
    if (x < n && y < n) {
        c[x * n + y] = a[y * n + x];
    }
}

/* 8 x 8 results a thread, in a private array. */
enum { TILE = 8 };

KERNEL matrix_product(int n, const float *RESTRICT a, const float *RESTRICT b, float *RESTRICT c) {
    int x = INDEX(0) * TILE;
    int y = INDEX(1) * TILE;
    float sum[TILE][TILE];
    for (int i = 0; i < TILE; i++) {
        for (int j = 0; j < TILE; j++) {
            sum[i][j] = 0;
        }
    }
    for (int k = 0; k < n; k++) {
        float row[TILE];
        float column[TILE];
        for (int i = 0; i < TILE; i++) {
            row[i] = a[(y + i) * n + k];
            column[i] = b[k * n + x + i];
        }
        for (int i = 0; i < TILE; i++) {
            for (int j = 0; j < TILE; j++) {
                sum[i][j] += row[i] * column[j];
            }
        }
    }
    for (int i = 0; i < TILE; i++) {
        for (int j = 0; j < TILE; j++) {
            c[(y + i) * n + x + j] = sum[i][j];
        }
    }
}

KERNEL stencil_2d(int n, const float *RESTRICT a, float *RESTRICT c) {
    int x = INDEX(0);
    int y = INDEX(1);
    if (x > 0 && y > 0 && x < n - 1 && y < n - 1) {
        c[y * n + x] = 0.5f * a[y * n + x]
                + 0.125f * (a[y * n + x - 1] + a[y * n + x + 1] + a[(y - 1) * n + x] + a[(y + 1) * n + x]);
    }
}

KERNEL stencil_7(int n, const float *RESTRICT a, float *RESTRICT c) {
    int x = INDEX(0);
    int y = INDEX(1);
    int z = INDEX(2);
    if (x > 0 && y > 0 && z > 0 && x < n - 1 && y < n - 1 && z < n - 1) {
        int i = (z * n + y) * n + x;
        c[i] = 0.4f * a[i] + 0.1f * (a[i - 1] + a[i + 1] + a[i - n] + a[i + n] + a[i - n * n] + a[i + n * n]);
    }
}

KERNEL stencil_27(int n, const float *RESTRICT a, float *RESTRICT c) {
    int x = INDEX(0);
    int y = INDEX(1);
    int z = INDEX(2);
    if (x > 0 && y > 0 && z > 0 && x < n - 1 && y < n - 1 && z < n - 1) {
        float sum = 0;
        for (int k = -1; k <= 1; k++) {
            for (int j = -1; j <= 1; j++) {
                for (int i = -1; i <= 1; i++) {
                    sum += a[((z + k) * n + y + j) * n + x + i];
                }
            }
        }
        c[(z * n + y) * n + x] = sum / 27.0f;
    }
}

KERNEL n_body(int n, const float *RESTRICT a, float *RESTRICT c) {
    int i = INDEX(0);
    if (i < n) {
        float x = a[i];
        float y = a[n + i];
        float z = a[2 * n + i];
        float fx = 0;
        float fy = 0;
        float fz = 0;
        for (int k = 0; k < n; k++) {
            float dx = a[k] - x;
            float dy = a[n + k] - y;
            float dz = a[2 * n + k] - z;
            float inverse = 1.0f / sqrtf(dx * dx + dy * dy + dz * dz + 0.01f);
            float f = inverse * inverse * inverse;
            fx += dx * f;
            fy += dy * f;
            fz += dz * f;
        }
        c[i] = fx + fy + fz;
    }
}

KERNEL black_scholes(int n, const float *RESTRICT a, const float *RESTRICT b, float *RESTRICT c) {
    int i = INDEX(0);
    if (i < n) {
        float price = 5.0f + 25.0f * a[i];
        float strike = 1.0f + 99.0f * b[i];
        float root = 0.3f * sqrtf(2.0f);
        float d1 = (logf(price / strike) + (0.02f + 0.045f) * 2.0f) / root;
        float d2 = d1 - root;
        c[i] = price * 0.5f * erfcf(-d1 * 0.70710678f) - strike * expf(-0.04f) * 0.5f * erfcf(-d2 * 0.70710678f);
    }
}

KERNEL histogram(int n, const int *RESTRICT a, int *RESTRICT c) {
    int i = INDEX(0);
    if (i < n) {
        ADD(&c[a[i] & 4095], 1);
    }
}

KERNEL row_sums(int n, const float *RESTRICT a, float *RESTRICT c) {
    int i = INDEX(0);
    if (i < n) {
        float sum = 0;
        float most = -1.0f;
        for (int k = 0; k < n; k++) {
            sum += a[k * n + i];
            most = fmaxf(most, a[k * n + i]);
        }
        c[i] = sum / most;
    }
}
