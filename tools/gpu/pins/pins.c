/*
 * Copies of memory that is pinned while it is mapped: how long they take, and that none fails. Built twice, with and without
 * pins; see build.
 */
#include "offload.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <time.h>

void increment(int64_t n, float *y);
int omp_get_num_devices(void);

enum { MIB = 1 << 20, THREADS = 8 };

static void site(float *y, int64_t n, int64_t device) {
    offload_mark(0, device);
    offload_grid(528, 1, 1);
    offload_block(256, 1, 1);
    offload_map_pointer(y, n * (int64_t)sizeof(float), 3);
    increment(n, y);
}

/* Copies every time, and pins once. */
static void rounds(float *restrict y, int64_t n, int64_t device, int count) {
    int k = 0;
    do {
        offload_mark(0, device);
        offload_grid(528, 1, 1);
        offload_block(256, 1, 1);
        offload_map_pointer(y, n * (int64_t)sizeof(float), 3);
        increment(n, y);
    } while (++k < count);
}

static float *memory(int64_t bytes) {
    float *got = aligned_alloc(64, bytes);
    memset(got, 0, bytes);
    return got;
}

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return 1e3 * t.tv_sec + 1e-6 * t.tv_nsec;
}

/* Milliseconds, the best of nine. */
static double time_of(float *y, int64_t n, int count) {
    double best = 1e30;
    for (int k = 0; k < 9; k++) {
        double start = now();
        if (count == 1) {
            site(y, n, 0);
        } else {
            rounds(y, n, 0, count);
        }
        double took = now() - start;
        best = took < best ? took : best;
    }
    return best;
}

static void bench(void) {
    for (int64_t mib = 1; mib <= 256; mib *= 4) {
        float *y = memory(mib * MIB);
        int64_t n = mib * MIB / (int64_t)sizeof(float);
        double one = time_of(y, n, 1);
        double ten = time_of(y, n, 10);
        int right = y[0] == 99 && y[n - 1] == 99;
        printf("%ld %.3f %.3f %s\n", (long)mib, one, ten, right ? "right" : "WRONG");
        free(y);
    }
}

static int failed;

static void expect(const char *what, int holds) {
    printf("%-60s %s\n", what, holds ? "right" : "WRONG");
    failed |= !holds;
}

static int all(const float *y, int64_t n, float value) {
    for (int64_t i = 0; i < n; i++) {
        if (y[i] != value) {
            return 0;
        }
    }
    return 1;
}

typedef int (*driver_function)(void *, void *, size_t, unsigned);

static driver_function driver(const char *name) {
    void *library = dlopen("libcuda.so.1", RTLD_LAZY);
    return library != NULL ? (driver_function)dlsym(library, name) : NULL;
}

static const int64_t N = 16 * MIB / (int64_t)sizeof(float);

struct work {
    float *y;
    int64_t n;
    int64_t device;
    int count;
};

static void *repeat(void *given) {
    struct work *work = given;
    for (int k = 0; k < work->count; k++) {
        site(work->y, work->n, work->device);
    }
    return NULL;
}

/* The second device gets all of an array, and copies it, while the first has pinned its half. */
static void two_devices(void) {
    if (omp_get_num_devices() < 2) {
        printf("%-60s not tried: one device\n", "another extent on a second device");
        return;
    }
    float *y = memory(N * sizeof(float));
    float *other = memory(N * sizeof(float));
    struct work half = {y, N / 2, 0, 60};
    pthread_t thread;
    pthread_create(&thread, NULL, repeat, &half);
    for (int k = 0; k < 60; k++) {
        /* copied in only, so that the other device's results are left alone */
        offload_mark(0, 1);
        offload_grid(528, 1, 1);
        offload_block(256, 1, 1);
        offload_map_pointer(y, N * (int64_t)sizeof(float), 1);
        increment(N, y);
    }
    pthread_join(thread, NULL);
    expect("another extent on a second device", all(y, N / 2, 60) && all(y + N / 2, N / 2, 0));
    free(other);
    free(y);
}

/* The program copies all of what a loop has pinned half of. */
static void own_copies(void) {
    float *y = memory(N * sizeof(float));
    int status = 0;
    int (*allocate)(void *, size_t) = (int (*)(void *, size_t))driver("cuMemAlloc_v2");
    int (*copy)(uint64_t, void *, size_t) = (int (*)(uint64_t, void *, size_t))driver("cuMemcpyHtoD_v2");
    uint64_t there = 0;
    site(y, N / 2, 0);
    if (allocate != NULL && allocate(&there, N * sizeof(float)) == 0) {
        for (int k = 0; k < 5; k++) {
            site(y, N / 2, 0);
            status |= copy(there, y, N * sizeof(float));
        }
    }
    expect("the program's own copy of more", status == 0 && there != 0 && all(y, N / 2, 6) && all(y + N / 2, N / 2, 0));
    free(y);
}

static void pinned_before(void) {
    float *y = memory(N * sizeof(float));
    site(y, N, 0);
    driver_function pin = driver("cuMemHostRegister_v2");
    int pinned = pin != NULL && ((int (*)(void *, size_t, unsigned))pin)(y, N * sizeof(float), 1) == 0;
    rounds(y, N, 0, 5);
    site(y, N / 2, 0);
    int (*copy)(void *) = (int (*)(void *))driver("cuMemHostUnregister");
    expect("memory that the program has pinned", pinned && copy(y) == 0 && all(y, N / 2, 7) && all(y + N / 2, N / 2, 6));
    free(y);
}

static void overlapping(void) {
    float *y = memory(N * sizeof(float));
    int64_t quarter = N / 4;
    rounds(y, 2 * quarter, 0, 3);
    rounds(y + quarter, 3 * quarter, 0, 3);
    rounds(y, N, 0, 3);
    expect("one extent after another that overlaps it",
           all(y, quarter, 6) && all(y + quarter, quarter, 9) && all(y + 2 * quarter, 2 * quarter, 6));
    free(y);
}

static void nested(void) {
    float *y = memory(N * sizeof(float));
    offload_map_pointer(y, N * (int64_t)sizeof(float), 1);
    offload_enter(0);
    for (int k = 0; k < 4; k++) {
        site(y + N / 4, N / 2, 0);
        site(y, N, 0);
    }
    offload_map_pointer(y, N * (int64_t)sizeof(float), 2);
    offload_exit(0);
    expect("sites within what is mapped already",
           all(y, N / 4, 4) && all(y + N / 4, N / 2, 8) && all(y + 3 * N / 4, N / 4, 4));
    free(y);
}

static void threads(void) {
    pthread_t thread[THREADS];
    struct work work[THREADS];
    for (int k = 0; k < THREADS; k++) {
        work[k] = (struct work){memory((N / 4 + k) * sizeof(float)), N / 4 + k, 0, 30};
        pthread_create(&thread[k], NULL, repeat, &work[k]);
    }
    int right = 1;
    for (int k = 0; k < THREADS; k++) {
        pthread_join(thread[k], NULL);
        right &= all(work[k].y, work[k].n, 30);
        free(work[k].y);
    }
    expect("many threads", right);
}

/* The same addresses again and again, given back to the system in between. */
static void reused(void) {
    int right = 1;
    for (int k = 1; k <= 8; k++) {
        int64_t n = k * N / 8;
        float *y = mmap(NULL, n * sizeof(float), PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        rounds(y, n, 0, 2);
        right &= all(y, n, 2);
        munmap(y, n * sizeof(float));
    }
    expect("addresses that come again", right);
}

static const float constant[4 * MIB] = {1, 2, 3};

static void read_only(void) {
    const float *x = constant;
    offload_mark(0, 0);
    offload_grid(528, 1, 1);
    offload_block(256, 1, 1);
    offload_map_pointer(x, (int64_t)sizeof constant, 1);
    increment(4 * MIB, (float *)x);
    expect("memory that cannot be written", constant[0] == 1 && constant[1] == 2);
}

int main(int count, char **arguments) {
    setvbuf(stdout, NULL, _IOLBF, 0);
    if (count > 1 && strcmp(arguments[1], "bench") == 0) {
        bench();
        return 0;
    }
    two_devices();
    own_copies();
    pinned_before();
    overlapping();
    nested();
    threads();
    reused();
    read_only();
    return failed;
}
