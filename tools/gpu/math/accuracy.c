/*
 * The largest error of each math function on the default device, in units in the last place of the correctly rounded
 * result: over special values, over numbers of every size, subnormal ones included, and over those that occur.
 */
#define _GNU_SOURCE
#include "offload.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

enum { N = 1 << 18 };

/* In reference.c. */
double error_of_float(int function, float x, float y, float result);
double error_of_double(int function, double x, double y, double result);

#define KERNEL(name, T, call)                                                              \
    OFFLOAD_KERNEL void kernel_##name(int n, const T *x, const T *y, T *z) {               \
        int i = offload_block_id(0) * offload_block_size(0) + offload_thread_id(0);        \
        if (i < n) {                                                                       \
            z[i] = call;                                                                   \
        }                                                                                  \
    }                                                                                      \
    static void launch_##name(const void *x, const void *y, void *z) {                     \
        offload_kernel(-1);                                                                \
        offload_grid(N / 256, 1, 1);                                                       \
        offload_block(256, 1, 1);                                                          \
        offload_map_pointer(x, N * sizeof(T), OFFLOAD_TO);                                 \
        offload_map_pointer(y, N * sizeof(T), OFFLOAD_TO);                                 \
        offload_map_pointer(z, N * sizeof(T), OFFLOAD_FROM);                               \
        kernel_##name(N, x, y, z);                                                         \
    }
#define ONE(name) KERNEL(name##f, float, name##f(x[i])) KERNEL(name, double, name(x[i]))
#define TWO(name) KERNEL(name##f, float, name##f(x[i], y[i])) KERNEL(name, double, name(x[i], y[i]))
#include "functions.inc"
#undef ONE
#undef TWO

typedef struct {
    const char *name;
    void (*of_float)(const void *, const void *, void *);
    void (*of_double)(const void *, const void *, void *);
} Function;

#define ONE(name) {#name, launch_##name##f, launch_##name},
#define TWO(name) {#name, launch_##name##f, launch_##name},
static const Function functions[] = {
#include "functions.inc"
};

static unsigned long long state = 88172645463325252ull;

static unsigned long long next(void) {
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    return state;
}

static const double special[] = {0.0, -0.0, 1.0, -1.0, 0.5, 2.0, INFINITY, -INFINITY, NAN, 1e-40, -1e-40, 1e-310, 3.4e38};
enum { SPECIAL = sizeof special / sizeof special[0] };

/* Every pair of special values first, then half of any size and half from -100 to 100. */
static double number(int k, int second, int doubles) {
    if (k < SPECIAL * SPECIAL) {
        return special[second ? k / SPECIAL : k % SPECIAL];
    }
    unsigned long long bits = next();
    if (k % 2 == 0) {
        return 200.0 * ((double)(bits >> 11) / 9007199254740992.0) - 100.0;
    }
    if (doubles) {
        double d;
        __builtin_memcpy(&d, &bits, sizeof d);
        return d;
    }
    float f;
    unsigned int low = (unsigned int)bits;
    __builtin_memcpy(&f, &low, sizeof f);
    return f;
}

int main(void) {
    float *xf = malloc(N * sizeof *xf);
    float *yf = malloc(N * sizeof *yf);
    float *zf = malloc(N * sizeof *zf);
    double *xd = malloc(N * sizeof *xd);
    double *yd = malloc(N * sizeof *yd);
    double *zd = malloc(N * sizeof *zd);
    for (int k = 0; k < N; k++) {
        xf[k] = (float)number(k, 0, 0);
        yf[k] = (float)number(k, 1, 0);
        xd[k] = number(k, 0, 1);
        yd[k] = number(k, 1, 1);
    }
    int wrong = 0;
    for (int f = 0; f < (int)(sizeof functions / sizeof functions[0]); f++) {
        double worst_float = 0;
        double worst_double = 0;
        int at_float = 0;
        int at_double = 0;
        functions[f].of_float(xf, yf, zf);
        functions[f].of_double(xd, yd, zd);
        for (int k = 0; k < N; k++) {
            double e = error_of_float(f, xf[k], yf[k], zf[k]);
            if (e > worst_float) {
                worst_float = e;
                at_float = k;
            }
            e = error_of_double(f, xd[k], yd[k], zd[k]);
            if (e > worst_double) {
                worst_double = e;
                at_double = k;
            }
        }
        printf("| `%s` | %.2f | %.2f |", functions[f].name, worst_float, worst_double);
        printf(" %a %a, %a %a\n", xf[at_float], yf[at_float], xd[at_double], yd[at_double]);
        wrong += !(worst_float < 1e6) || !(worst_double < 1e6);
    }
    return wrong != 0;
}
