/* Times the kernels in three forms: plain C for the host, and what our images do, by loops and by coroutines. */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { SIDE = 512, TILE = 16, THREADS = 256, NUMBERS = 1 << 22, ROUNDS = 15 };

/* What the runtime hands to a kernel on the host. */
typedef struct {
    uint32_t version, count;
    void *pointers[6];
    uint64_t trips, flags;
    uint32_t blocks[3], threads[3], shared;
} Arguments;

typedef void Kernel(const Arguments *hidden, const float *a, const float *b, float *c, uint64_t n);
extern Kernel loops_product, loops_sums, coroutines_product, coroutines_sums;

void plain_product(const float *restrict a, const float *restrict b, float *restrict c, int n);
void plain_sums(const float *restrict in, float *restrict out, int size, int n);

static float *numbers(int count) {
    float *all = malloc(count * sizeof *all);
    for (int i = 0; i < count; i++) {
        all[i] = (float)(i % 13) - 6;
    }
    return all;
}

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * 1e3 + t.tv_nsec * 1e-6;
}

static int compare(const void *a, const void *b) {
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static float *a, *b, *c, *wanted;

static void launch(Kernel *k, int gx, int gy, int x, int y, int n) {
    Arguments arguments = {3, 4, {0}, 0, 0, {gx, gy, 1}, {x, y, 1}, 0};
    k(&arguments, a, b, c, (uint32_t)n);
}

static void product(int form) {
    if (form == 0) {
        plain_product(a, b, c, SIDE);
    } else {
        launch(form == 1 ? loops_product : coroutines_product, SIDE / TILE, SIDE / TILE, TILE, TILE, SIDE);
    }
}

static void sums(int form) {
    if (form == 0) {
        plain_sums(a, b, THREADS, NUMBERS);
    } else {
        launch(form == 1 ? loops_sums : coroutines_sums, NUMBERS / THREADS, 1, THREADS, 1, NUMBERS);
    }
}

/* The middle one of the times, in milliseconds, of the three forms in turns. */
static void measure(const char *name, void (*run)(int), const float *result, int count) {
    double times[3][ROUNDS];
    float *right = malloc(count * sizeof *right);
    for (int round = 0; round < ROUNDS; round++) {
        for (int form = 0; form < 3; form++) {
            double begin = now();
            run(form);
            times[form][round] = now() - begin;
            for (int i = 0; i < count; i++) {
                if (form == 0) {
                    right[i] = result[i];
                } else if (fabsf(right[i] - result[i]) > 1e-3f * fabsf(right[i])) {
                    printf("%s: form %d is wrong at %d: %f, %f\n", name, form, i, result[i], right[i]);
                    exit(1);
                }
            }
        }
    }
    for (int form = 0; form < 3; form++) {
        qsort(times[form], ROUNDS, sizeof(double), compare);
    }
    double plain = times[0][ROUNDS / 2], loops = times[1][ROUNDS / 2], coroutines = times[2][ROUNDS / 2];
    printf("| %s | %.2f | %.2f | %.1f | %.2f | %.0f |\n", name, plain, loops, coroutines, loops / plain, coroutines / loops);
}

int main(void) {
    a = numbers(NUMBERS);
    b = numbers(NUMBERS);
    c = numbers(NUMBERS);
    printf("| kernel | plain C, ms | loops | coroutines | loops / plain C | coroutines / loops |\n");
    printf("| --- | --- | --- | --- | --- | --- |\n");
    measure("tiled product, 512 x 512, blocks of 16 x 16", product, c, SIDE * SIDE);
    measure("tree reduction, 4 M numbers, blocks of 256", sums, b, NUMBERS / THREADS);
    return 0;
}
