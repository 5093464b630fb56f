/*
 * Times the kernels as plain C for this processor, and as our image for it has them, in turns on one thread, and prints the
 * best of each: usage: vectors IMAGE [PART OF A TITLE]. Results are compared before.
 */
#include <dlfcn.h>
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { L1 = 1 << 11, L2 = 1 << 15, LARGE = 1 << 24, ROUNDS = 40, BATCH_MS = 8, BINS = 256 };

/* What the runtime hands to a kernel on the host. */
typedef struct {
    uint32_t version, count;
    void *pointers[6];
    uint64_t trips, flags;
    uint32_t blocks[3], threads[3], shared;
} Arguments;

typedef void Kernel(const Arguments *hidden, const float *a, const float *b, float *c, uint64_t n);
typedef void Plain(const float *a, const float *b, float *c, int n);

#define EACH(X) \
    X(stream_copy) X(stream_mul) X(stream_add) X(stream_triad) X(stream_dot) X(jacobi) X(stencil) X(product) X(bodies) \
    X(black_scholes) X(histogram)
#define DECLARE(name) Plain plain_##name;
EACH(DECLARE)

typedef struct {
    const char *title, *name;
    Plain *plain;
    int n, dimensions, results, blocks;
} Case;

static const Case CASES[] = {
    {"copy, 2048 floats", "stream_copy", plain_stream_copy, L1, 1, L1, 0},
    {"mul, 2048", "stream_mul", plain_stream_mul, L1, 1, L1, 0},
    {"add, 2048", "stream_add", plain_stream_add, L1, 1, L1, 0},
    {"triad, 2048", "stream_triad", plain_stream_triad, L1, 1, L1, 0},
    {"dot, 2048", "stream_dot", plain_stream_dot, L1, 1, 0, 1},
    {"copy, 32768", "stream_copy", plain_stream_copy, L2, 1, L2, 0},
    {"mul, 32768", "stream_mul", plain_stream_mul, L2, 1, L2, 0},
    {"add, 32768", "stream_add", plain_stream_add, L2, 1, L2, 0},
    {"triad, 32768", "stream_triad", plain_stream_triad, L2, 1, L2, 0},
    {"dot, 32768", "stream_dot", plain_stream_dot, L2, 1, 0, 8},
    {"copy, 16 M", "stream_copy", plain_stream_copy, LARGE, 1, LARGE, 0},
    {"mul, 16 M", "stream_mul", plain_stream_mul, LARGE, 1, LARGE, 0},
    {"add, 16 M", "stream_add", plain_stream_add, LARGE, 1, LARGE, 0},
    {"triad, 16 M", "stream_triad", plain_stream_triad, LARGE, 1, LARGE, 0},
    {"dot, 16 M", "stream_dot", plain_stream_dot, LARGE, 1, 0, 64},
    {"Jacobi, 1000 x 1000", "jacobi", plain_jacobi, 1000, 2, 1000 * 1000, 0},
    {"stencil of 7 points, 160 cubed", "stencil", plain_stencil, 160, 3, 160 * 160 * 160, 0},
    {"simple product, 512", "product", plain_product, 512, 2, 512 * 512, 0},
    {"bodies, 2048", "bodies", plain_bodies, 2048, 1, 3 * 2048, 0},
    {"Black-Scholes, 1 M", "black_scholes", plain_black_scholes, 1 << 20, 1, 1 << 20, 0},
    {"histogram, 1 M", "histogram", plain_histogram, 1 << 20, 1, BINS, 0},
};

static float *a, *b, *c, *right;

/* Arrays begin at different places of a page: processors mistake a store for one to what is read if it is a page away. */
static float *numbers(int which) {
    enum { PAGE = 4096 / sizeof(float) };
    return (float *)aligned_alloc(PAGE * sizeof(float), (LARGE + PAGE) * sizeof(float)) + which * PAGE / 4;
}

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * 1e3 + t.tv_nsec * 1e-6;
}

/* The grid is known before: a launch is timed, not what its caller divides. */
static Arguments sizes(const Case *w) {
    static const uint32_t THREADS[3][3] = {{256, 1, 1}, {32, 8, 1}, {32, 4, 2}};
    Arguments arguments = {3, 4, {0}, 0, 0, {1, 1, 1}, {1, 1, 1}, 0};
    for (int d = 0; d < w->dimensions; d++) {
        arguments.threads[d] = THREADS[w->dimensions - 1][d];
        arguments.blocks[d] = w->blocks ? w->blocks : (w->n + arguments.threads[d] - 1) / arguments.threads[d];
    }
    return arguments;
}

static void run(Kernel *k, const Arguments *launch, const Case *w) {
    if (k) {
        k(launch, a, b, c, (uint32_t)w->n);
    } else {
        w->plain(a, b, c, w->n);
    }
}

static void check(const Case *w, int ours) {
    if (w->blocks) {
        /* whole numbers, of which a block's sum is exact; that of all is not in plain C */
        double sum = 0, exact = 0;
        for (int i = 0; i < w->blocks; i++) {
            sum += c[i];
        }
        for (int i = 0; i < w->n; i++) {
            exact += a[i] * b[i];
        }
        c[0] = (float)(ours ? sum : exact);
    }
    int count = w->blocks ? 1 : w->results;
    for (int i = 0; i < count; i++) {
        if (!ours) {
            right[i] = c[i];
        } else if (!(fabsf(right[i] - c[i]) <= 1e-4f * fabsf(right[i]) + 1e-5f)) {
            printf("%s is wrong at %d: %g, %g\n", w->title, i, c[i], right[i]);
            exit(1);
        }
    }
}

static void measure(void *image, const Case *w) {
    Kernel *kernel = (Kernel *)dlsym(image, w->name);
    if (!kernel) {
        printf("%s\n", dlerror());
        exit(1);
    }
    Arguments launch = sizes(w);
    int results = w->blocks ? w->blocks : w->results;
    for (int ours = 0; ours < 2; ours++) {
        memset(c, 0, results * sizeof *c);
        run(ours ? kernel : NULL, &launch, w);
        check(w, ours);
    }
    double begin = now();
    run(NULL, &launch, w);
    int repeat = 1 + (int)(BATCH_MS / (now() - begin + 1e-4));
    double best[2] = {INFINITY, INFINITY};
    for (int round = 0; round < ROUNDS; round++) {
        for (int ours = 0; ours < 2; ours++) {
            begin = now();
            for (int i = 0; i < repeat; i++) {
                run(ours ? kernel : NULL, &launch, w);
            }
            best[ours] = fmin(best[ours], (now() - begin) / repeat * 1e3);
        }
    }
    printf("| %s | %.4g | %.4g | %.2f |\n", w->title, best[0], best[1], best[1] / best[0]);
    fflush(stdout);
}

int main(int count, char **arguments) {
    void *image = dlopen(count > 1 ? arguments[1] : "", RTLD_NOW | RTLD_LOCAL);
    if (!image) {
        printf("%s\n", dlerror());
        return 1;
    }
    a = numbers(0);
    b = numbers(1);
    c = numbers(2);
    right = numbers(3);
    for (int i = 0; i < LARGE; i++) {
        a[i] = (float)(i % 13 + 1);
        b[i] = (float)(i % 7 + 1);
    }
    printf("| loop | plain C, us | ours | ratio |\n| --- | --- | --- | --- |\n");
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        if (count < 3 || strstr(CASES[i].title, arguments[2])) {
            measure(image, &CASES[i]);
        }
    }
    return 0;
}
