/* What programs of RandomStructures have in common. */
#include <inttypes.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include "situations.h"

struct node { int64_t n; int64_t *values; struct node *next; int64_t *other; int64_t sum; };

BEGIN_DEVICE
KERNEL void walk(struct node *r, int64_t masks, int64_t levels, int64_t add) {
    for (; r && levels; r = r->next, levels--, masks >>= 2) {
        r->sum += add;
        if (masks & 1 && r->values)
            for (int64_t k = 0; k < r->n; k++) r->values[k] = r->values[k] * 3 + add + k;
        if (masks & 2 && r->other)
            for (int64_t k = 0; k < 3; k++) r->other[k] = r->other[k] * 3 + add + k;
    }
}
KERNEL void change(int64_t *x, int64_t n, int64_t add) { for (int64_t k = 0; k < n; k++) x[k] = x[k] * 3 + add + k; }
END_DEVICE

enum { NODES = 4, ARRAYS = 4, LENGTH = 8, COUNT = NODES * 5 + ARRAYS * LENGTH };
static struct { struct node nodes[NODES]; int64_t arrays[ARRAYS][LENGTH]; } world;
#define WORDS ((int64_t *)&world)

static void start(int number) {
    PLACE(world);
    printf("program %d\n", number);
    for (int i = 0; i < COUNT; i++) WORDS[i] = i;
    for (int i = 0; i < NODES; i++)
        world.nodes[i] = (struct node){2 + i, world.arrays[i], i + 1 < NODES ? &world.nodes[i + 1] : 0,
                                       world.arrays[(i + 1) % ARRAYS], i * 5 + 4};
}

/* Pointers are printed as places of words, from 1. */
static void look(void) {
    for (int i = 0; i < COUNT; i++) {
        int64_t word = WORDS[i];
        if (i < NODES * 5 && i % 5 >= 1 && i % 5 <= 3 && word) word = ((int64_t *)word - WORDS) + 1;
        printf("%" PRId64 " ", word);
    }
    printf("\n");
}
