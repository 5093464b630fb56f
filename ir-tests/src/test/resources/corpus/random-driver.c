/* Memory for programs made by chance, and what is left of it. */
#include <stdio.h>
#include <stdlib.h>

void omp_set_default_device(int device);

typedef unsigned word;

enum { N = 16, MOST = 8 };

static void *taken[MOST];
static int count;

void *fresh(long bytes) {
    if (count == MOST) {
        abort();
    }
    return taken[count++] = calloc(1, (size_t)bytes);
}

void *own(long bytes) {
    return fresh(bytes);
}

static void show(const word *x) {
    for (int i = 0; i < N; i++) {
        printf(" %u", x[i]);
    }
    printf("\n");
}

static void run(word (*program)(word *, word *, word *, long, word), word seed) {
    word a[N];
    word b[N];
    word c[N];
    for (word i = 0; i < N; i++) {
        a[i] = i;
        b[i] = 100 + i;
        c[i] = 200 + i;
    }
    word result = program(a, b, c, N, seed);
    printf("%u\n", result);
    show(a);
    show(b);
    show(c);
    while (count > 0) {
        free(taken[--count]);
    }
    omp_set_default_device(0);
    fflush(NULL);
}

#define PROGRAM(seed)                                                                                                  \
    word run_##seed(word *, word *, word *, long, word);                                                               \
    void case_##seed(void) { run(run_##seed, 1 + seed % 1000000u); }
