/* The loops that both sides have: as what one thread of a kernel does, and as what one round of a loop does. */
#include <math.h>
#include <stdint.h>

enum { PLANE = 2048, CUBE = 256, SIDE = 512, BODIES = 16384 };

typedef struct {
    float x, y, z, mass;
} Body;

static inline void triad(int64_t i, double *restrict a, const double *restrict b, const double *restrict c) {
    a[i] = b[i] + 3 * c[i];
}

static inline void jacobi(int x, int y, double *restrict to, const double *restrict from) {
    int64_t i = (int64_t)y * PLANE + x;
    to[i] = 0.25 * (from[i - 1] + from[i + 1] + from[i - PLANE] + from[i + PLANE]);
}

static inline void stencil(int x, int y, int z, float *restrict to, const float *restrict from) {
    int64_t i = ((int64_t)z * CUBE + y) * CUBE + x;
    to[i] = 0.4f * from[i]
            + 0.1f * (from[i - 1] + from[i + 1] + from[i - CUBE] + from[i + CUBE] + from[i - CUBE * CUBE] + from[i + CUBE * CUBE]);
}

static inline void product(int x, int y, float *restrict c, const float *restrict a, const float *restrict b) {
    float sum = 0;
    for (int k = 0; k < SIDE; k++) {
        sum += a[y * SIDE + k] * b[k * SIDE + x];
    }
    c[y * SIDE + x] = sum;
}

static inline void body(int i, Body *restrict force, const Body *restrict all) {
    float x = 0, y = 0, z = 0;
    for (int j = 0; j < BODIES; j++) {
        float dx = all[j].x - all[i].x, dy = all[j].y - all[i].y, dz = all[j].z - all[i].z;
        float square = dx * dx + dy * dy + dz * dz + 0.01f;
        float scale = all[j].mass / (square * sqrtf(square));
        x += dx * scale;
        y += dy * scale;
        z += dz * scale;
    }
    force[i] = (Body){x, y, z, 0};
}

static inline float below(float d) {
    float k = 1 / (1 + 0.2316419f * fabsf(d));
    float tail = 0.39894228f * expf(-0.5f * d * d)
                 * (k * (0.31938153f + k * (-0.35656378f + k * (1.7814779f + k * (-1.8212559f + k * 1.3302744f)))));
    return d > 0 ? 1 - tail : tail;
}

static inline void option(int64_t i, float *restrict call, const float *restrict price, const float *restrict strike,
                          const float *restrict years) {
    float root = sqrtf(years[i]);
    float d = (logf(price[i] / strike[i]) + (0.02f + 0.5f * 0.3f * 0.3f) * years[i]) / (0.3f * root);
    call[i] = price[i] * below(d) - strike[i] * expf(-0.02f * years[i]) * below(d - 0.3f * root);
}
