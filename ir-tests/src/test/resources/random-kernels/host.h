/* Launches kernels whose code is for a host, as the runtime's plugin does: with the address of the launch's arguments. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

enum { MOST_VALUES = 4096, UNIFORM = 16 };

#ifndef THREADS
typedef struct {
    uint32_t version, count;
    void *pointers[6];
    uint64_t trips, flags;
    uint32_t blocks[3], threads[3], shared;
} Arguments;

typedef void Kernel(const Arguments *hidden, unsigned *g, const unsigned *u, uint64_t n);

static void launch(Kernel *k, int grid, int x, int y, int z, unsigned *g, const unsigned *u, int n) {
    Arguments a = {3, 3, {0}, 0, 0, {grid, 1, 1}, {x, y, z}, 0};
    k(&a, g, u, (uint32_t)n);
}
#endif

static void try_out(Kernel *k, int number, int grid, int x, int y, int z, int n) {
    static unsigned g[MOST_VALUES], u[UNIFORM];
    for (int i = 0; i < MOST_VALUES; i++) {
        g[i] = 0x9e3779b9u * (unsigned)i;
    }
    for (int i = 0; i < UNIFORM; i++) {
        u[i] = (unsigned)(i * i * 7 + number) % 11;
    }
    launch(k, grid, x, y, z, g, u, n);
    uint64_t sum = 14695981039346656037u;
    for (int i = 0; i < MOST_VALUES; i++) {
        sum = (sum ^ g[i]) * 1099511628211u;
    }
    printf("%d %016llx\n", number, (unsigned long long)sum);
    fflush(stdout);
}
