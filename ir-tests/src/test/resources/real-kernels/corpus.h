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

/* What kernels take by value, each with the value that it gets. */
typedef struct { float x, y, z; } Point;
typedef struct { int32_t a; double d; } Pair;
typedef struct { double a[3][3]; } Matrix;
typedef struct { signed char c[3]; } Bytes;
typedef struct { int32_t t[37]; char last; } Table;
typedef struct { char c; struct { _Float16 h; int64_t l; } s; } Nested;
typedef float Four __attribute__((ext_vector_type(4)));
typedef __int128 Wide;
typedef _Float16 Half;
typedef _Bool Truth;
#ifndef DEVICE
static const Point Point_value = {1.5f, -2.0f, 0.25f};
static const Pair Pair_value = {-7, 0.5};
static const Matrix Matrix_value = {{{1, 2, 3}, {-4, 5, 6}, {7, -8, 9}}};
static const Bytes Bytes_value = {{1, -2, 100}};
static const Table Table_value = {{5, 4, 3, 2, 1, 0, -1, -2, [36] = 1000}, 'x'};
static const Nested Nested_value = {3, {(_Float16)1.5f, INT64_C(1) << 40}};
static const Four Four_value = {1, 2, 4, 8};
static const Wide Wide_value = ((__int128)0x123456789abcdefLL << 64) + 77;
static const Half Half_value = (_Float16)2.5f;
static const Truth Truth_value = 1;
#endif

#ifdef DEVICE

/* The body sees 'i', the thread's number in the grid, 'x', the input, and 'y', the output, of N elements each. */
#define KERNEL(name, T, U, units, input, ...)                                                        \
    OFFLOAD_KERNEL void kernel_##name(const T *restrict x, U *restrict y, int n) {                   \
        int i = offload_block_id(0) * offload_block_size(0) + offload_thread_id(0);                  \
        if (i < n) {                                                                                 \
            __VA_ARGS__                                                                              \
        }                                                                                            \
    }

/* The same with 'v', a value of type V. */
#define VALUE(name, T, U, units, input, V, ...)                                                      \
    OFFLOAD_KERNEL void kernel_##name(const T *restrict x, V v, U *restrict y, int n) {              \
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

#define VALUE(name, T, U, units, input, V, ...)                                                      \
    void kernel_##name(const T *x, V v, U *y, int n);                                                \
    static void launch_##name(void *in, void *out) {                                                 \
        offload_kernel(-1);                                                                          \
        offload_grid(N / 128, 1, 1);                                                                 \
        offload_block(128, 1, 1);                                                                    \
        offload_map_pointer(in, 3 * N * sizeof(T), OFFLOAD_TO);                                      \
        offload_map_pointer(out, N * sizeof(U), OFFLOAD_TOFROM);                                     \
        kernel_##name(in, V##_value, out, N);                                                        \
    }                                                                                                \
    static void plain_##name(void *in, void *out) {                                                  \
        const T *x = in;                                                                             \
        U *y = out;                                                                                  \
        int n = N;                                                                                   \
        for (int i = 0; i < n; i++) {                                                                \
            V v = V##_value;                                                                         \
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
