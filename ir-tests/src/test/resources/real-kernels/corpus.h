/*
 * A corpus of kernels: each stands once, as what one thread does, and becomes a kernel and plain C.
 *
 * Compiled with DEVICE the file has the kernels, without it everything for the host: the plain functions, the launches, and
 * 'corpus_check', which compares the two.
 */
#include "offload.h"

#include <math.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* Elements of each input, and of most outputs. */
enum { N = 1024 };

typedef struct {
    const char *name;
    void (*launch)(void *in, void *out);
    void (*plain)(void *in, void *out);
    int in;           /* bytes of an element of the input: 4 and 8 are floating point, -4 and -8 integers */
    int bytes;        /* the same of the output, which is compared */
    int units;        /* how many units in the last place a device's result may lie beside that of C's library */
    int input;        /* which numbers: an index of 'inputs' */
} Case;

#ifdef DEVICE

/* The body sees 'i', the thread's number in the grid, 'x', the input, and 'y', the output, of N elements each. */
#define KERNEL(name, T, U, units, input, ...)                                                        \
    OFFLOAD_KERNEL void kernel_##name(const T *restrict x, U *restrict y, int n) {                   \
        int i = offload_block_id(0) * offload_block_size(0) + offload_thread_id(0);                  \
        if (i < n) {                                                                                 \
            __VA_ARGS__                                                                              \
        }                                                                                            \
    }

#else

#define KERNEL(name, T, U, units, input, ...)                                                        \
    void kernel_##name(const T *x, U *y, int n);                                                     \
    static void launch_##name(void *in, void *out) {                                                 \
        offload_kernel(-1);                                                                          \
        offload_grid(N / 128, 1, 1);                                                                 \
        offload_block(128, 1, 1);                                                                    \
        offload_map_pointer(in, 3 * N * sizeof(T), OFFLOAD_TO);                                      \
        offload_map_pointer(out, N * sizeof(U), OFFLOAD_TOFROM);                                     \
        kernel_##name(in, out, N);                                                                   \
    }                                                                                                \
    static void plain_##name(void *in, void *out) {                                                  \
        const T *x = in;                                                                             \
        U *y = out;                                                                                  \
        int n = N;                                                                                   \
        for (int i = 0; i < n; i++) {                                                                \
            __VA_ARGS__                                                                              \
        }                                                                                            \
    }

#endif

/* One number from one, of single and of double precision. */
#define FUNCTION(name, units, input)                                                                 \
    KERNEL(name##f, float, float, units, input, y[i] = name##f(x[i]);)                               \
    KERNEL(name, double, double, units, input, y[i] = name(x[i]);)

/* One number from two. */
#define FUNCTION2(name, units, input)                                                                \
    KERNEL(name##f, float, float, units, input, y[i] = name##f(x[i], x[n + i]);)                     \
    KERNEL(name, double, double, units, input, y[i] = name(x[i], x[n + i]);)
