/*
 * A corpus of kernels whose threads work together: by barriers and shared memory in a block, by shuffles and votes in a
 * warp. Each stands beside plain C that computes the same numbers, in the same order where that matters.
 *
 * Compiled with DEVICE the file has the kernels, without it everything for the host: the plain functions, the launches, and
 * 'corpus_check', which compares the two. With ONE_DIMENSION it leaves launches out that are in two or three, for runtimes
 * that have no such; with WITHOUT_BARRIERS threads do not wait, which is wrong nearly everywhere.
 */
#include "offload.h"

#include <math.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#ifdef WITHOUT_BARRIERS
#define offload_barrier() ((void)0)
#endif

/* Elements of the output; the input has three times as many. */
enum { N = 4096 };

/* What numbers the input is made of. */
enum { WHOLE, REAL, BITS };

typedef struct {
    const char *name;
    void (*launch)(const void *in, void *out); /* null when the runtime cannot */
    void (*plain)(const void *in, void *out);
    int in;           /* bytes of an element of the input: 4 and 8 are floating point, -4 and -8 integers */
    int out;          /* the same of the output */
    int units;        /* how many units in the last place a device's result may lie beside that of plain C */
    int input;        /* which numbers */
} Case;

/* The lanes of a warp of the device, which the plain functions know as well. */
static int warp = 32;

#define UNUSED __attribute__((unused)) static

/* 'x' is the input, 'y' the output, which begins with zeros, and 'n' is N. */
#ifdef DEVICE
#define KERNEL(name, T, U) OFFLOAD_KERNEL void kernel_##name(const T *restrict x, U *y, int n)
#define CASE(...)
#define CASE_IN_DIMENSIONS(...)
#else
#define KERNEL(name, T, U)                                                                           \
    void kernel_##name(const T *x, U *y, int n);                                                     \
    UNUSED void body_##name(const T *x, U *y, int n)
#define CASE(name, T, U, gx, gy, bx, by, bz, shared, units, input)                                   \
    static void launch_##name(const void *in, void *out) {                                           \
        offload_kernel(-1);                                                                          \
        offload_grid(gx, gy, 1);                                                                     \
        offload_block(bx, by, bz);                                                                   \
        offload_shared(shared);                                                                      \
        offload_map_pointer(in, 3 * N * sizeof(T), OFFLOAD_TO);                                      \
        offload_map_pointer(out, N * sizeof(U), OFFLOAD_TOFROM);                                     \
        kernel_##name(in, out, N);                                                                   \
    }                                                                                                \
    static void compute_##name(const void *in, void *out) {                                          \
        plain_##name(in, out, N);                                                                    \
    }                                                                                                \
    static const Case case_##name = {#name, launch_##name, compute_##name, ELEMENT(T), ELEMENT(U), units, input};
#ifdef ONE_DIMENSION
#define CASE_IN_DIMENSIONS(name, ...) static const Case case_##name = {#name, NULL, NULL, 0, 0, 0, 0};
#else
#define CASE_IN_DIMENSIONS CASE
#endif
#endif

#define PLAIN(name, T, U) UNUSED void plain_##name(const T *x, U *y, int n)
#define ELEMENT(T) ((T)0.5 != 0 ? (int)sizeof(T) : -(int)sizeof(T))

/* Of the thread, in the first dimension. */
#define THREAD offload_thread_id(0)
#define BLOCK offload_block_id(0)

/* Shared memory of the launch's size. */
extern OFFLOAD_SHARED int32_t words[];
