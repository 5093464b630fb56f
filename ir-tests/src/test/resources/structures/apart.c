/* Structures and what they point to, put on the device each by itself, and used together. */
#include "offload.h"
#include <stddef.h>
#include <stdio.h>

struct state { int64_t n; double *values; };

OFFLOAD_KERNEL void step(struct state *s) {
    for (int64_t i = 0; i < s->n; i++) s->values[i] += 10;
}

static void enter(void *p, int64_t bytes) {
    offload_map_pointer(p, bytes, OFFLOAD_TO);
    offload_enter(0);
}

static void leave(void *p, int64_t bytes) {
    offload_map_pointer(p, bytes, OFFLOAD_FROM);
    offload_exit(0);
}

static void use(struct state *s) {
    offload_kernel(0);
    offload_grid(1, 1, 1);
    offload_block(1, 1, 1);
    offload_map_pointer(s, sizeof *s, OFFLOAD_TO);
    offload_member(s, s->n * sizeof(double), OFFLOAD_TOFROM, offsetof(struct state, values));
    step(s);
}

int main(void) {
    double first[2] = {1, 2}, second[2] = {3, 4};
    struct state s = {2, first};
    enter(first, sizeof first);
    enter(second, sizeof second);
    enter(&s, sizeof s);
    use(&s);
    s.values = second;
    use(&s);
    use(&s);
    printf("%g %g %g %g\n", first[0], first[1], second[0], second[1]);
    leave(&s, sizeof s);
    leave(first, sizeof first);
    leave(second, sizeof second);
    printf("%g %g %g %g %d\n", first[0], first[1], second[0], second[1], s.values == second);
    return 0;
}
