/* What the kernels compute, as one writes it for a host. */
#include <math.h>

#define PLAIN(name) void plain_##name(const float *restrict a, const float *restrict b, float *restrict c, int n)

PLAIN(stream_copy) {
    for (int i = 0; i < n; i++) {
        c[i] = a[i];
    }
}

PLAIN(stream_mul) {
    for (int i = 0; i < n; i++) {
        c[i] = 0.4f * a[i];
    }
}

PLAIN(stream_add) {
    for (int i = 0; i < n; i++) {
        c[i] = a[i] + b[i];
    }
}

PLAIN(stream_triad) {
    for (int i = 0; i < n; i++) {
        c[i] = a[i] + 0.4f * b[i];
    }
}

PLAIN(stream_dot) {
    float sum = 0;
    for (int i = 0; i < n; i++) {
        sum += a[i] * b[i];
    }
    c[0] = sum;
}

PLAIN(jacobi) {
    for (int y = 1; y < n - 1; y++) {
        for (int x = 1; x < n - 1; x++) {
            c[y * n + x] = 0.25f * (a[y * n + x - 1] + a[y * n + x + 1] + a[(y - 1) * n + x] + a[(y + 1) * n + x]);
        }
    }
}

PLAIN(stencil) {
    for (int z = 1; z < n - 1; z++) {
        for (int y = 1; y < n - 1; y++) {
            for (int x = 1; x < n - 1; x++) {
                int i = (z * n + y) * n + x;
                c[i] = 0.5f * a[i]
                        + 0.1f * (a[i - 1] + a[i + 1] + a[i - n] + a[i + n] + a[i - n * n] + a[i + n * n]);
            }
        }
    }
}

PLAIN(product) {
    for (int y = 0; y < n; y++) {
        for (int x = 0; x < n; x++) {
            float sum = 0;
            for (int k = 0; k < n; k++) {
                sum += a[y * n + k] * b[k * n + x];
            }
            c[y * n + x] = sum;
        }
    }
}

PLAIN(bodies) {
    for (int i = 0; i < n; i++) {
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

static inline float normal(float d) {
    float k = 1.0f / (1.0f + 0.2316419f * fabsf(d));
    float sum = 0.39894228f * expf(-0.5f * d * d)
            * (k * (0.31938153f + k * (-0.356563782f + k * (1.781477937f + k * (-1.821255978f + k * 1.330274429f)))));
    return d > 0 ? 1.0f - sum : sum;
}

PLAIN(black_scholes) {
    for (int i = 0; i < n; i++) {
        float price = a[i], strike = b[i], years = 0.25f + 0.01f * (float)(i & 63), rate = 0.02f, volatility = 0.3f;
        float root = sqrtf(years);
        float d1 = (logf(price / strike) + (rate + 0.5f * volatility * volatility) * years) / (volatility * root);
        float d2 = d1 - volatility * root;
        c[i] = price * normal(d1) - strike * expf(-rate * years) * normal(d2);
    }
}

PLAIN(histogram) {
    int *bins = (int *)c;
    for (int i = 0; i < n; i++) {
        bins[(int)a[i] & 255]++;
    }
}
