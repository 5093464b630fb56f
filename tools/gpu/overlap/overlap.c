/* Two independent sites one after the other, and both at once. Checks every result before it prints a time. */
#include "offload.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { BLOCKS = 16, THREADS = 256, TRIES = 7 };

void step(int64_t n, int64_t rounds, float *y);
void *llvm_omp_target_alloc_host(size_t bytes, int device);
void llvm_omp_target_free_host(void *memory, int device);

static void now(int64_t n, int64_t rounds, float *y) {
    offload_kernel(0);
    offload_grid(BLOCKS, 1, 1);
    offload_block(THREADS, 1, 1);
    offload_map_pointer(y, n * sizeof *y, OFFLOAD_TOFROM);
    step(n, rounds, y);
}

static void later(int64_t n, int64_t rounds, float *y) {
    offload_kernel(0);
    offload_grid(BLOCKS, 1, 1);
    offload_block(THREADS, 1, 1);
    offload_map_pointer(y, n * sizeof *y, OFFLOAD_TOFROM);
    offload_nowait();
    step(n, rounds, y);
}

static double seconds(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + 1e-9 * (double)time.tv_nsec;
}

static void one_after_the_other(int64_t n, int64_t rounds, float *x, float *y) {
    now(n, rounds, x);
    now(n, rounds, y);
}

static void at_once(int64_t n, int64_t rounds, float *x, float *y) {
    later(n, rounds, x);
    later(n, rounds, y);
    offload_wait(0);
}

static void one(int64_t n, int64_t rounds, float *x, float *y) {
    (void)y;
    now(n, rounds, x);
}

typedef void sites(int64_t, int64_t, float *, float *);

static int wrong(int64_t n, const float *y, float expected) {
    for (int64_t i = 0; i < n; i++) {
        if (y[i] != expected) {
            printf("WRONG: element %lld is %g, not %g\n", (long long)i, y[i], expected);
            return 1;
        }
    }
    return 0;
}

/* The least time of some tries, in milliseconds. */
static double best(sites *run, int64_t n, int64_t rounds, float *x, float *y) {
    double least = 1e9;
    for (int try = 0; try < TRIES; try++) {
        for (int64_t i = 0; i < n; i++) {
            x[i] = y[i] = (float)try;
        }
        double begin = seconds();
        run(n, rounds, x, y);
        double took = 1e3 * (seconds() - begin);
        if (wrong(n, x, (float)(try + 1)) || (run != one && wrong(n, y, (float)(try + 1)))) {
            exit(1);
        }
        least = took < least ? took : least;
    }
    return least;
}

static void compare(const char *memory, int64_t n, float *x, float *y) {
    best(at_once, n, 0, x, y); /* threads and streams are made once */
    double copies = best(one, n, 0, x, y);
    int64_t rounds = 1000;
    double with = copies;
    while (with < 2 * copies && rounds < ((int64_t)1 << 40)) {
        rounds *= 2;
        with = best(one, n, rounds, x, y);
    }
    rounds = (int64_t)((double)rounds * 2 * copies / (with - copies));
    double kernel = best(one, n, rounds, x, y) - copies;
    double serial = best(one_after_the_other, n, 0, x, y);
    double overlapped = best(at_once, n, 0, x, y);
    printf("| %s, copies alone | %.2f | 0 | %.2f | %.2f | %.2f |\n", memory, copies, serial, overlapped, serial / overlapped);
    serial = best(one_after_the_other, n, rounds, x, y);
    overlapped = best(at_once, n, rounds, x, y);
    printf("| %s, with a kernel | %.2f | %.2f | %.2f | %.2f | %.2f |\n", memory, copies, kernel, serial, overlapped,
           serial / overlapped);
}

int main(int argc, char **argv) {
    int64_t mebibytes = argc > 1 ? atoll(argv[1]) : 64;
    int64_t n = (mebibytes << 20) / (int64_t)sizeof(float);
    float *x = malloc(n * sizeof *x), *y = malloc(n * sizeof *y);
    float *pinned_x = llvm_omp_target_alloc_host(n * sizeof *x, 0), *pinned_y = llvm_omp_target_alloc_host(n * sizeof *y, 0);
    if (!x || !y || !pinned_x || !pinned_y) {
        printf("WRONG: no memory\n");
        return 1;
    }
    printf("| %lld MiB each, ms | copies of a site | its kernel | one after the other | at once | ratio |\n", (long long)mebibytes);
    printf("| --- | --- | --- | --- | --- | --- |\n");
    compare("pageable", n, x, y);
    compare("pinned", n, pinned_x, pinned_y);
    llvm_omp_target_free_host(pinned_x, 0);
    llvm_omp_target_free_host(pinned_y, 0);
    free(x);
    free(y);
    return 0;
}
