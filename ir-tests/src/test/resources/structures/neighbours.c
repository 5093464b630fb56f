/* An array that flat launches share, with launches of a structure in between. With -DINSIDE the structure points into it. */
#include "offload.h"
#include <stddef.h>
#include <stdio.h>

struct state { int64_t n; double *values; };

OFFLOAD_KERNEL void add(double *x) { for (int i = 0; i < 7; i++) x[i] += i; }
OFFLOAD_KERNEL void step(struct state *s) { for (int64_t i = 0; i < s->n; i++) s->values[i] *= 2; }

int main(void) {
    double x[7] = {1, 1, 1, 1, 1, 1, 1}, values[4] = {1, 2, 3, 4};
    struct state state = {4, values}, *s = &state;
#ifdef INSIDE
    state.values = x;
#endif
    for (int round = 0; round < 3; round++) {
        offload_kernel(0);
        offload_grid(1, 1, 1);
        offload_block(1, 1, 1);
        offload_map_pointer(x, sizeof x, OFFLOAD_TOFROM);
        add(x);
        offload_kernel(0);
        offload_grid(1, 1, 1);
        offload_block(1, 1, 1);
        offload_map_pointer(s, sizeof *s, OFFLOAD_TO);
        offload_member(s, s->n * sizeof(double), OFFLOAD_TOFROM, offsetof(struct state, values));
        step(s);
    }
    for (int i = 0; i < 7; i++) printf(" %g", x[i]);
    for (int i = 0; i < 4; i++) printf(" %g", values[i]);
    printf("\n");
    return 0;
}
