/* A structure that is put on the device with its members, used there, updated, and taken back. */
#include "offload.h"
#include <stddef.h>
#include <stdio.h>

struct state { int64_t n; double *values; double factor; };

OFFLOAD_KERNEL void step(struct state *s) {
    for (int64_t i = 0; i < s->n; i++) s->values[i] += s->factor;
}

static void enter(struct state *s) {
    offload_map_pointer(s, sizeof *s, OFFLOAD_TO);
    offload_member(s, s->n * sizeof(double), OFFLOAD_TO, offsetof(struct state, values));
    offload_enter(0);
}

static void use(struct state *s) {
    offload_kernel(0);
    offload_grid(1, 1, 1);
    offload_block(1, 1, 1);
    offload_map_pointer(s, sizeof *s, OFFLOAD_TO);
    step(s);
}

static void fetch(struct state *s) {
    offload_map_pointer(s, sizeof *s, OFFLOAD_FROM);
    offload_member(s, s->n * sizeof(double), OFFLOAD_FROM, offsetof(struct state, values));
    offload_update(0);
}

static void leave(struct state *s) {
    offload_map_pointer(s, sizeof *s, OFFLOAD_ALLOC);
    offload_member(s, s->n * sizeof(double), OFFLOAD_FROM, offsetof(struct state, values));
    offload_exit(0);
}

static void tell(const double *values) { printf("%g %g %g\n", values[0], values[1], values[2]); }

int main(void) {
    double values[3] = {5, 5, 5};
    struct state s = {3, values, 1};
    enter(&s);
    use(&s);
    tell(values);
    use(&s);
    fetch(&s);
    if (s.values != values) return 1;
    values[0] = 107;
    tell(values);
    offload_map_pointer(values, sizeof(double), OFFLOAD_TO);
    offload_update(0);
    s.factor = 0;
    use(&s); /* mapped already: the device keeps its factor */
    leave(&s);
    tell(values);
    return s.values != values;
}
