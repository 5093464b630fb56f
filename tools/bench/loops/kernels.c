/* The kernels of tools/bench/vectors: what a thread computes by itself. */
#include "offload.h"
#include <math.h>

#define ROW(d) (offload_block_id(d) * offload_block_size(d) + offload_thread_id(d))

OFFLOAD_KERNEL void stream_copy(const float *restrict a, const float *restrict b, float *restrict c, int n) {
    int i = ROW(0);
    if (i < n) {
        c[i] = a[i];
    }
}

OFFLOAD_KERNEL void stream_mul(const float *restrict a, const float *restrict b, float *restrict c, int n) {
    int i = ROW(0);
    if (i < n) {
        c[i] = 0.4f * a[i];
    }
}

OFFLOAD_KERNEL void stream_add(const float *restrict a, const float *restrict b, float *restrict c, int n) {
    int i = ROW(0);
    if (i < n) {
        c[i] = a[i] + b[i];
    }
}

OFFLOAD_KERNEL void stream_triad(const float *restrict a, const float *restrict b, float *restrict c, int n) {
    int i = ROW(0);
    if (i < n) {
        c[i] = a[i] + 0.4f * b[i];
    }
}

enum { THREADS = 256 };

/* Threads in strides of the grid, then a tree, as one writes it for a GPU; a number for each block. */
OFFLOAD_KERNEL void stream_dot(const float *restrict a, const float *restrict b, float *restrict c, int n) {
    static OFFLOAD_SHARED float part[THREADS];
    int t = offload_thread_id(0), size = offload_block_size(0);
    float sum = 0;
    for (int i = ROW(0); i < n; i += size * offload_grid_size(0)) {
        sum += a[i] * b[i];
    }
    part[t] = sum;
    for (int s = size / 2; s > 0; s /= 2) {
        offload_barrier();
        if (t < s) {
            part[t] += part[t + s];
        }
    }
    if (t == 0) {
        c[offload_block_id(0)] = part[0];
    }
}

OFFLOAD_KERNEL void jacobi(const float *restrict a, const float *restrict b, float *restrict c, int n) {
    int x = ROW(0), y = ROW(1);
    if (x > 0 && x < n - 1 && y > 0 && y < n - 1) {
        c[y * n + x] = 0.25f * (a[y * n + x - 1] + a[y * n + x + 1] + a[(y - 1) * n + x] + a[(y + 1) * n + x]);
    }
}

OFFLOAD_KERNEL void stencil(const float *restrict a, const float *restrict b, float *restrict c, int n) {
    int x = ROW(0), y = ROW(1), z = ROW(2);
    if (x > 0 && x < n - 1 && y > 0 && y < n - 1 && z > 0 && z < n - 1) {
        int i = (z * n + y) * n + x;
        c[i] = 0.5f * a[i]
                + 0.1f * (a[i - 1] + a[i + 1] + a[i - n] + a[i + n] + a[i - n * n] + a[i + n * n]);
    }
}

OFFLOAD_KERNEL void product(const float *restrict a, const float *restrict b, float *restrict c, int n) {
    int x = ROW(0), y = ROW(1);
    if (x < n && y < n) {
        float sum = 0;
        for (int k = 0; k < n; k++) {
            sum += a[y * n + k] * b[k * n + x];
        }
        c[y * n + x] = sum;
    }
}

/* Forces of n bodies on each other; x, y, z behind each other in a, the forces in c. */
OFFLOAD_KERNEL void bodies(const float *restrict a, const float *restrict b, float *restrict c, int n) {
    int i = ROW(0);
    if (i < n) {
        float x = a[i], y = a[n + i], z = a[2 * n + i], fx = 0, fy = 0, fz = 0;
        for (int j = 0; j < n; j++) {
            float dx = a[j] - x, dy = a[n + j] - y, dz = a[2 * n + j] - z;
            float r = dx * dx + dy * dy + dz * dz + 0.01f;
            float f = b[j] / (r * sqrtf(r));
            fx += f * dx;
            fy += f * dy;
            fz += f * dz;
        }
        c[i] = fx;
        c[n + i] = fy;
        c[2 * n + i] = fz;
    }
}

static OFFLOAD_DEVICE float normal(float d) {
    float k = 1.0f / (1.0f + 0.2316419f * fabsf(d));
    float sum = 0.39894228f * expf(-0.5f * d * d)
            * (k * (0.31938153f + k * (-0.356563782f + k * (1.781477937f + k * (-1.821255978f + k * 1.330274429f)))));
    return d > 0 ? 1.0f - sum : sum;
}

OFFLOAD_KERNEL void black_scholes(const float *restrict a, const float *restrict b, float *restrict c, int n) {
    int i = ROW(0);
    if (i < n) {
        float price = a[i], strike = b[i], years = 0.25f + 0.01f * (float)(i & 63), rate = 0.02f, volatility = 0.3f;
        float root = sqrtf(years);
        float d1 = (logf(price / strike) + (rate + 0.5f * volatility * volatility) * years) / (volatility * root);
        float d2 = d1 - volatility * root;
        c[i] = price * normal(d1) - strike * expf(-rate * years) * normal(d2);
    }
}

OFFLOAD_KERNEL void histogram(const float *restrict a, const float *restrict b, float *restrict c, int n) {
    int i = ROW(0);
    if (i < n) {
        __atomic_fetch_add((int *)c + ((int)a[i] & 255), 1, __ATOMIC_RELAXED);
    }
}
