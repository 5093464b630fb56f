/* Times the loops on one core and on all, in plain C with OpenMP and as a kernel image, in turns in one process. */
#include "loops.h"

#include <dlfcn.h>
#include <omp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { ROUNDS = 9, NUMBERS = 1 << 25, OPTIONS = 1 << 23, SMALL = 1 << 15 };

/* What the runtime hands to a kernel on the host. */
typedef struct {
    uint32_t version, count;
    void *pointers[6];
    uint64_t trips, flags;
    uint32_t blocks[3], threads[3], shared;
} Arguments;

typedef void Kernel(const Arguments *hidden, int64_t n, void *out, const void *a, const void *b);
typedef void Plain(int64_t n, void *out, const void *a, const void *b);

extern Plain plain_triad, plain_jacobi, plain_stencil, plain_product, plain_bodies, plain_options;

typedef struct {
    const char *name, *kernel;
    Plain *plain;
    int64_t n;
    uint32_t blocks[3], threads[3];
    size_t bytes, element; /* of the result; of one of its numbers */
    int repeat;
} Loop;

static const Loop loops[] = {
    {"triad in memory", "run_triad", plain_triad, NUMBERS, {NUMBERS / 256, 1, 1}, {256, 1, 1}, NUMBERS * 8ul, 8, 1},
    {"triad in cache", "run_triad", plain_triad, SMALL, {SMALL / 256, 1, 1}, {256, 1, 1}, SMALL * 8ul, 8, 100},
    {"Jacobi 2048 x 2048", "run_jacobi", plain_jacobi, PLANE - 1, {PLANE / 128, PLANE / 2, 1}, {128, 2, 1},
     PLANE * PLANE * 8ul, 8, 4},
    {"stencil 256 cubed", "run_stencil", plain_stencil, CUBE - 1, {CUBE / 128, CUBE / 2, CUBE}, {128, 2, 1},
     CUBE * CUBE * CUBE * 4ul, 4, 4},
    {"product 512", "run_product", plain_product, SIDE, {SIDE / 64, SIDE / 4, 1}, {64, 4, 1}, SIDE * SIDE * 4ul, 4, 2},
    {"16384 bodies", "run_bodies", plain_bodies, BODIES, {BODIES / 128, 1, 1}, {128, 1, 1}, BODIES * sizeof(Body), 4, 1},
    {"8 million options", "run_options", plain_options, OPTIONS, {OPTIONS / 256, 1, 1}, {256, 1, 1}, OPTIONS * 4ul, 4, 1},
};

enum { LOOPS = sizeof loops / sizeof *loops };

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * 1e3 + t.tv_nsec * 1e-6;
}

static int compare(const void *a, const void *b) {
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

/* Each thread touches what it will work on first. */
static void *numbers(size_t bytes, size_t element) {
    void *all = aligned_alloc(4096, (bytes + 4095) & -4096ul);
    int64_t count = bytes / element;
#pragma omp parallel for
    for (int64_t i = 0; i < count; i++) {
        double value = 1 + i * 7 % 1013 / 1013.0;
        if (element == 8) {
            ((double *)all)[i] = value;
        } else {
            ((float *)all)[i] = (float)value;
        }
    }
    return all;
}

static double difference(const void *a, const void *b, size_t bytes, size_t element) {
    double largest = 0;
    for (size_t i = 0; i < bytes / element; i++) {
        double x = element == 8 ? ((const double *)a)[i] : ((const float *)a)[i];
        double y = element == 8 ? ((const double *)b)[i] : ((const float *)b)[i];
        double off = fabs(x - y) / (fabs(x) + 1e-3);
        largest = off > largest ? off : largest;
    }
    return largest;
}

/* The medians of both, in milliseconds. */
static void measure(const Loop *loop, Kernel *kernel, void *const out[2], const void *a, const void *b, double median[2]) {
    double times[2][ROUNDS];
    Arguments arguments = {3, 4, {0}, 0, 0, {0}, {0}, 0};
    memcpy(arguments.blocks, loop->blocks, sizeof loop->blocks);
    memcpy(arguments.threads, loop->threads, sizeof loop->threads);
    for (int round = -2; round < ROUNDS; round++) {
        for (int who = 0; who < 2; who++) {
            double start = now();
            for (int i = 0; i < loop->repeat; i++) {
                if (who == 0) {
                    loop->plain(loop->n, out[0], a, b);
                } else {
                    kernel(&arguments, loop->n, out[1], a, b);
                }
            }
            if (round >= 0) {
                times[who][round] = (now() - start) / loop->repeat;
            }
        }
    }
    for (int who = 0; who < 2; who++) {
        qsort(times[who], ROUNDS, sizeof(double), compare);
        median[who] = times[who][ROUNDS / 2];
    }
}

int main(void) {
    void *image = dlopen("./kernels.so", RTLD_NOW | RTLD_GLOBAL);
    if (image == NULL) {
        fprintf(stderr, "%s\n", dlerror());
        return 1;
    }
    int cores = omp_get_max_threads(), status = 0;
    printf("milliseconds; %d threads\n%-20s %9s %9s %6s %9s %9s %6s %8s %8s\n", cores, "", "clang, 1", "ours, 1", "ratio",
           "clang", "ours", "ratio", "scaling", "ours");
    for (int i = 0; i < LOOPS; i++) {
        const Loop *loop = &loops[i];
        Kernel *kernel = (Kernel *)dlsym(image, loop->kernel);
        size_t input = loop->bytes > OPTIONS * 8ul ? loop->bytes : OPTIONS * 8ul;
        omp_set_num_threads(cores);
        void *a = numbers(input, loop->element), *b = numbers(input, loop->element);
        void *out[2] = {numbers(loop->bytes, loop->element), numbers(loop->bytes, loop->element)};
        double one[2], all[2];
        measure(loop, kernel, out, a, b, all);
        double off = difference(out[0], out[1], loop->bytes, loop->element);
        omp_set_num_threads(1);
        measure(loop, kernel, out, a, b, one);
        printf("%-20s %9.3f %9.3f %6.2f %9.3f %9.3f %6.2f %8.2f %8.2f\n", loop->name, one[0], one[1], one[1] / one[0],
               all[0], all[1], all[1] / all[0], one[0] / all[0], one[1] / all[1]);
        if (!(off < 1e-4)) {
            printf("  results differ by %g\n", off);
            status = 1;
        }
        fflush(stdout);
        free(a), free(b), free(out[0]), free(out[1]);
    }
    return status;
}
