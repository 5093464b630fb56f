/* Two structures with members side by side, of which the second does not begin at a multiple of sixteen bytes. */
#include "offload.h"
#include <stddef.h>
#include <stdio.h>
struct state { int64_t n; double *values; double add; };
OFFLOAD_KERNEL void step(struct state *s) { for (int64_t i = 0; i < s->n; i++) s->values[i] += s->add; }
static void enter(struct state *s) {
    offload_map_pointer(s, sizeof *s, OFFLOAD_TO);
    offload_member(s, s->n * sizeof(double), OFFLOAD_TO, offsetof(struct state, values));
    offload_enter(0);
}
static void leave(struct state *s) {
    offload_map_pointer(s, sizeof *s, OFFLOAD_ALLOC);
    offload_member(s, s->n * sizeof(double), OFFLOAD_FROM, offsetof(struct state, values));
    offload_exit(0);
}
static void use(struct state *s) {
    offload_kernel(0); offload_grid(1, 1, 1); offload_block(1, 1, 1);
    offload_map_pointer(s, sizeof *s, OFFLOAD_TO);
    step(s);
}
int main(void) {
    static double values[3] = {5, 5, 5}, others[2] = {1, 2};
    static struct state s[2] = {{3, values, 1}, {2, others, 10}};
    enter(&s[0]); enter(&s[1]);
    use(&s[0]); use(&s[1]);
    leave(&s[0]); leave(&s[1]);
    printf("%g %g %g %g %g\n", values[0], values[1], values[2], others[0], others[1]);
    return 0;
}
