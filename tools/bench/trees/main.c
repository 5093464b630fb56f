/* Times the ways of mapping a tree in turns, and looks at what each leaves. */
#include "tree.h"
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

void run_described(int64_t roots, struct node *root);
void run_clang(int64_t roots, struct node *root);
void run_by_hand(int64_t roots, struct node *root);

enum { ROOTS = 10, CHILDREN = 9, LENGTH = 64, ROUNDS = 101 };
static int nodes;

static void make(struct node *n, int depth) {
    nodes++;
    n->length = LENGTH;
    n->data = calloc(LENGTH, sizeof *n->data);
    n->children = depth ? CHILDREN + (depth == 2) : 0;
    n->child = calloc(n->children, sizeof *n);
    for (int64_t i = 0; i < n->children; i++) make(n->child + i, depth - 1);
}

static double sum(struct node *n) {
    double s = n->data[0];
    for (int64_t i = 0; i < n->children; i++) s += sum(n->child + i);
    return s;
}

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * 1e6 + t.tv_nsec * 1e-3;
}

static int order(const void *a, const void *b) { return (*(double *)a > *(double *)b) - (*(double *)a < *(double *)b); }

int main(void) {
    struct node *root = calloc(ROOTS, sizeof *root);
    for (int i = 0; i < ROOTS; i++) make(root + i, 2);
    void (*ways[])(int64_t, struct node *) = {run_described, run_clang, run_by_hand};
    const char *names[] = {"offload4j", "clang", "by hand"};
    static double times[3][ROUNDS];
    double expected = 0;
    for (int round = -5; round < ROUNDS; round++) {
        for (int way = 0; way < 3; way++) {
            double begin = now();
            ways[way](ROOTS, root);
            double end = now();
            if (round >= 0) times[way][round] = end - begin;
            double found = 0;
            for (int i = 0; i < ROOTS; i++) found += sum(root + i);
            expected += nodes;
            if (found != expected) {
                printf("%s leaves %g instead of %g\n", names[way], found, expected);
                return 1;
            }
        }
    }
    printf("%d structures, an array each\n", nodes);
    for (int way = 0; way < 3; way++) {
        qsort(times[way], ROUNDS, sizeof(double), order);
        printf("%-10s %8.0f us\n", names[way], times[way][ROUNDS / 2]);
    }
    return 0;
}
