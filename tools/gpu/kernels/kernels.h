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
#define SHARED __shared__
#define BARRIER() __syncthreads()
#define XOR_LANE(value, bits) __shfl_xor_sync(0xffffffff, value, bits)
#define UP_LANE(value, lanes) __shfl_up_sync(0xffffffff, value, lanes)
#define HELPER static __device__ __forceinline__
#else
#include "offload.h"
#include <math.h>
#define KERNEL OFFLOAD_KERNEL void
#define RESTRICT restrict
#define THREAD(d) offload_thread_id(d)
#define BLOCK(d) offload_block_id(d)
#define SIZE(d) offload_block_size(d)
#define ADD(place, value) __atomic_fetch_add(place, value, __ATOMIC_RELAXED)
#define SHARED OFFLOAD_SHARED static
#define BARRIER() offload_barrier()
#define XOR_LANE(value, bits) offload_shuffle_xor_f32(value, bits)
#define UP_LANE(value, lanes) offload_shuffle_up_f32(value, lanes)
#define HELPER static inline
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

/* From here on the threads of a block work together. */
KERNEL shared_transpose(int n, const float *RESTRICT a, float *RESTRICT c) {
    SHARED float tile[32][33];
    int x = (int)(BLOCK(0) * 32 + THREAD(0));
    int y = (int)(BLOCK(1) * 32 + THREAD(1));
    for (int k = 0; k < 32; k += 8) {
        tile[THREAD(1) + k][THREAD(0)] = a[(y + k) * n + x];
    }
    BARRIER();
    x = (int)(BLOCK(1) * 32 + THREAD(0));
    y = (int)(BLOCK(0) * 32 + THREAD(1));
    for (int k = 0; k < 32; k += 8) {
        c[(y + k) * n + x] = tile[THREAD(0)][THREAD(1) + k];
    }
}

KERNEL tiled_product(int n, const float *RESTRICT a, const float *RESTRICT b, float *RESTRICT c) {
    SHARED float left[32][32];
    SHARED float right[32][32];
    int x = (int)(BLOCK(0) * 32 + THREAD(0));
    int y = (int)(BLOCK(1) * 32 + THREAD(1));
    float sum = 0;
    for (int k = 0; k < n; k += 32) {
        left[THREAD(1)][THREAD(0)] = a[y * n + k + (int)THREAD(0)];
        right[THREAD(1)][THREAD(0)] = b[(k + (int)THREAD(1)) * n + x];
        BARRIER();
        for (int i = 0; i < 32; i++) {
            sum += left[THREAD(1)][i] * right[i][THREAD(0)];
        }
        BARRIER();
    }
    c[y * n + x] = sum;
}

/* A tree, behind eight additions of each thread. */
KERNEL block_sums(int n, const float *RESTRICT a, float *RESTRICT c) {
    SHARED float s[256];
    int t = (int)THREAD(0);
    float sum = 0;
    for (int k = 0; k < 8; k++) {
        int i = (int)BLOCK(0) * 2048 + k * 256 + t;
        sum += i < n ? a[i] : 0;
    }
    s[t] = sum;
    BARRIER();
    for (int k = 128; k > 0; k /= 2) {
        if (t < k) {
            s[t] += s[t + k];
        }
        BARRIER();
    }
    if (t == 0) {
        c[BLOCK(0)] = s[0];
    }
}

KERNEL shared_histogram(int n, const int *RESTRICT a, int *RESTRICT c) {
    SHARED int counts[256];
    counts[THREAD(0)] = 0;
    BARRIER();
    for (int i = INDEX(0); i < n; i += 256 * 2048) {
        ADD(&counts[a[i] & 255], 1);
    }
    BARRIER();
    ADD(&c[THREAD(0)], counts[THREAD(0)]);
}

/* A block's sum, or its greatest, by the lanes of each warp, and then by the warps. */
HELPER float together(float *s, float v, int greatest) {
    for (int k = 16; k > 0; k /= 2) {
        float other = XOR_LANE(v, k);
        v = greatest ? fmaxf(v, other) : v + other;
    }
    BARRIER();
    if (THREAD(0) % 32 == 0) {
        s[THREAD(0) / 32] = v;
    }
    BARRIER();
    v = s[THREAD(0) % 8];
    for (int k = 4; k > 0; k /= 2) {
        float other = XOR_LANE(v, k);
        v = greatest ? fmaxf(v, other) : v + other;
    }
    return v;
}

/* Rows of 1024, four numbers a thread. */
KERNEL softmax(int n, const float *RESTRICT a, float *RESTRICT c) {
    SHARED float s[8];
    long row = (long)BLOCK(0) * n + (long)THREAD(0);
    float v[4];
    float most = -INFINITY;
    for (int k = 0; k < 4; k++) {
        v[k] = a[row + k * 256];
        most = fmaxf(most, v[k]);
    }
    most = together(s, most, 1);
    float sum = 0;
    for (int k = 0; k < 4; k++) {
        v[k] = expf(v[k] - most);
        sum += v[k];
    }
    sum = together(s, sum, 0);
    for (int k = 0; k < 4; k++) {
        c[row + k * 256] = v[k] / sum;
    }
}

KERNEL layer_norm(int n, const float *RESTRICT a, float *RESTRICT c) {
    SHARED float s[8];
    long row = (long)BLOCK(0) * n + (long)THREAD(0);
    float v[4];
    float sum = 0;
    for (int k = 0; k < 4; k++) {
        v[k] = a[row + k * 256];
        sum += v[k];
    }
    float mean = together(s, sum, 0) / 1024.0f;
    float squares = 0;
    for (int k = 0; k < 4; k++) {
        squares += (v[k] - mean) * (v[k] - mean);
    }
    float scale = 1.0f / sqrtf(together(s, squares, 0) / 1024.0f + 1e-5f);
    for (int k = 0; k < 4; k++) {
        c[row + k * 256] = (v[k] - mean) * scale;
    }
}

/* 1024 numbers of a block, two a thread. */
KERNEL bitonic_sort(int n, const int *RESTRICT a, int *RESTRICT c) {
    SHARED int s[1024];
    int t = (int)THREAD(0);
    int from = (int)BLOCK(0) * 1024;
    s[t] = a[from + t];
    s[t + 512] = a[from + t + 512];
    for (int k = 2; k <= 1024; k *= 2) {
        for (int j = k / 2; j > 0; j /= 2) {
            BARRIER();
            int i = 2 * t - (t & (j - 1));
            int x = s[i];
            int y = s[i + j];
            if ((x > y) == ((i & k) == 0)) {
                s[i] = y;
                s[i + j] = x;
            }
        }
    }
    BARRIER();
    if (from < n) {
        c[from + t] = s[t];
        c[from + t + 512] = s[t + 512];
    }
}

/* Sums of what is before and here, in each block of 1024. */
KERNEL block_scan(int n, const float *RESTRICT a, float *RESTRICT c) {
    SHARED float s[32];
    int i = INDEX(0);
    int lane = (int)THREAD(0) % 32;
    int warp = (int)THREAD(0) / 32;
    float v = i < n ? a[i] : 0;
    for (int k = 1; k < 32; k *= 2) {
        float before = UP_LANE(v, k);
        v += lane >= k ? before : 0;
    }
    if (lane == 31) {
        s[warp] = v;
    }
    BARRIER();
    if (warp == 0) {
        float w = s[lane];
        for (int k = 1; k < 32; k *= 2) {
            float before = UP_LANE(w, k);
            w += lane >= k ? before : 0;
        }
        s[lane] = w;
    }
    BARRIER();
    if (i < n) {
        c[i] = v + (warp > 0 ? s[warp - 1] : 0);
    }
}

/* Five points, by a tile with its edge. */
KERNEL shared_stencil(int n, const float *RESTRICT a, float *RESTRICT c) {
    SHARED float s[18][34];
    int tx = (int)THREAD(0);
    int ty = (int)THREAD(1);
    int left = (int)BLOCK(0) * 32 - 1;
    int top = (int)BLOCK(1) * 16 - 1;
    for (int k = ty * 32 + tx; k < 18 * 34; k += 512) {
        int x = left + k % 34;
        int y = top + k / 34;
        s[k / 34][k % 34] = x >= 0 && y >= 0 && x < n && y < n ? a[y * n + x] : 0;
    }
    BARRIER();
    c[(top + 1 + ty) * n + left + 1 + tx] = 0.5f * s[ty + 1][tx + 1]
            + 0.125f * (s[ty + 1][tx] + s[ty + 1][tx + 2] + s[ty][tx + 1] + s[ty + 2][tx + 1]);
}
