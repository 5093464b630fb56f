/* What the host of programs made by chance has besides. */
#ifndef RANDOM_HOST_H
#define RANDOM_HOST_H

#include "random.h"
#include "offload.h"

#include <stdio.h>
#include <stdlib.h>

void omp_set_default_device(int device);
int omp_get_default_device(void);
int omp_target_is_present(const void *pointer, int device);

static volatile word sink;
static word pool[N];

/* An allocator that has nothing but this. */
static NOINLINE word *take(void) {
    return pool;
}

static void fill(word *x, word first) {
    for (word i = 0; i < N; i++) {
        x[i] = first + 3 * i;
    }
}

static NOINLINE void show(const word *x) {
    for (int i = 0; i < N; i++) {
        printf(" %u", x[i]);
    }
    printf("\n");
}

#endif
