/* A mapper function as OpenMP's compilers write it, for an array of structures; in a launch and in a call of the host. */
#include "offload.h"
#include <stddef.h>
#include <stdio.h>

struct vector { int64_t n; double *values; };

void __tgt_push_mapper_component(void *handle, void *base, void *begin, int64_t bytes, int64_t bits, void *name);
int64_t __tgt_mapper_num_components(void *handle);

static void mapVectors(void *handle, void *base, void *begin, int64_t bytes, int64_t bits, void *name) {
    struct vector *vectors = begin;
    /* the runtime does not count the first component */
    __tgt_push_mapper_component(handle, begin, begin, 0, 0, name);
    if (__tgt_mapper_num_components(handle) != 1) return;
    __tgt_push_mapper_component(handle, begin, begin, bytes, bits & 3, name);
    for (int64_t i = 0; i < bytes / (int64_t)sizeof *vectors; i++)
        __tgt_push_mapper_component(handle, &vectors[i].values, vectors[i].values, vectors[i].n * sizeof(double),
                                    ((int64_t)2 << 48) | 0x10 | (bits & 3), name);
}

OFFLOAD_KERNEL void square(int n, struct vector *vectors) {
    for (int i = 0; i < n; i++)
        for (int64_t j = 0; j < vectors[i].n; j++) vectors[i].values[j] *= vectors[i].values[j];
}

/* The host's memory is the device's here. */
__attribute__((noinline)) static void twice(int n, struct vector *vectors) {
    for (int i = 0; i < n; i++)
        for (int64_t j = 0; j < vectors[i].n; j++) vectors[i].values[j] *= 2;
}

static void tell(const char *what, const double *values) {
    printf("%s", what);
    for (int i = 0; i < 6; i++) printf(" %g", values[i]);
    printf("\n");
}

int main(void) {
    double values[6] = {1, 2, 3, 4, 5, 6};
    struct vector vectors[3] = {{2, values}, {1, values + 2}, {3, values + 3}};
    offload_kernel(0);
    offload_grid(1, 1, 1);
    offload_block(1, 1, 1);
    offload_map_pointer(vectors, sizeof vectors, OFFLOAD_TOFROM);
    offload_mapper(vectors, mapVectors);
    square(3, vectors);
    tell("kernel", values);
    offload_host(0);
    offload_for(twice);
    offload_map_pointer(vectors, sizeof vectors, OFFLOAD_TOFROM);
    offload_mapper(vectors, mapVectors);
    twice(3, vectors);
    tell("host", values);
    return vectors[1].values != values + 2;
}
