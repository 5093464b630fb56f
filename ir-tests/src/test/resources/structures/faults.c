/* What goes wrong with data that stays and with members, a function each. */
#include "offload.h"
#include <stddef.h>

struct state { int64_t n; double *values; struct state *next; };
static double data[8];
static struct state state = {8, data, 0}, second = {8, data, 0};

OFFLOAD_KERNEL void step(struct state *s) { s->values[0] += 1; }


void exitOfNothing(void) {
    offload_map_pointer(data, sizeof data, OFFLOAD_FROM);
    offload_exit(0);
}
void exitTwice(void) {
    offload_map_pointer(data, sizeof data, OFFLOAD_TO);
    offload_enter(0);
    offload_map_pointer(data, sizeof data, OFFLOAD_FROM);
    offload_exit(0);
    offload_map_pointer(data, sizeof data, OFFLOAD_FROM);
    offload_exit(0);
}
void exitOfAPart(void) {
    offload_map_pointer(data, sizeof data, OFFLOAD_TO);
    offload_enter(0);
    offload_map_pointer(data, 32, OFFLOAD_FROM);
    offload_exit(0);
}
void enterAcross(void) {
    offload_map_pointer(data, 32, OFFLOAD_TO);
    offload_enter(0);
    offload_map_pointer(data + 2, 32, OFFLOAD_TO);
    offload_enter(0);
}
void enterOfLessThanNothing(int64_t n) {
    offload_map_pointer(data, n * (int64_t)sizeof *data, OFFLOAD_TO);
    offload_enter(0);
}
void enterPresent(void) {
    offload_map_pointer(data, sizeof data, OFFLOAD_TO | OFFLOAD_PRESENT);
    offload_enter(0);
}
void exitPresent(void) {
    offload_map_pointer(data, sizeof data, OFFLOAD_FROM | OFFLOAD_PRESENT);
    offload_exit(0);
}
void updateOfNothing(void) {
    offload_map_pointer(data, sizeof data, OFFLOAD_TO);
    offload_update(0);
}
void updateOfMore(void) {
    offload_map_pointer(data, 32, OFFLOAD_TO);
    offload_enter(0);
    offload_map_pointer(data, sizeof data, OFFLOAD_FROM);
    offload_update(0);
}
void updateOfAColumnOfNothing(void) {
    offload_map_pointer(data, 0, OFFLOAD_FROM);
    offload_section(8, 0, 2, 4);
    offload_section(8, 1, 1, 1);
    offload_update(0);
}
void updatePresent(void) {
    offload_map_pointer(data, sizeof data, OFFLOAD_TO | OFFLOAD_PRESENT);
    offload_update(0);
}
void memberAcross(void) {
    offload_map_pointer(data, 32, OFFLOAD_TO);
    offload_enter(0);
    offload_map_pointer(&state, sizeof state, OFFLOAD_TO);
    offload_member(&state, state.n * sizeof(double), OFFLOAD_TO, offsetof(struct state, values));
    offload_enter(0);
}
void memberOfLessThanNothing(int64_t n) {
    offload_map_pointer(&state, sizeof state, OFFLOAD_TO);
    offload_member(&state, n * (int64_t)sizeof(double), OFFLOAD_TO, offsetof(struct state, values));
    offload_enter(0);
}
void exitOfAMemberOfNothing(void) {
    offload_map_pointer(&state, sizeof state, OFFLOAD_TO);
    offload_enter(0);
    offload_map_pointer(&state, sizeof state, OFFLOAD_ALLOC);
    offload_member(&state, state.n * sizeof(double), OFFLOAD_FROM, offsetof(struct state, values));
    offload_exit(0);
}
void updateOfAMemberOfNothing(void) {
    offload_map_pointer(&state, sizeof state, OFFLOAD_TO);
    offload_enter(0);
    offload_map_pointer(&state, sizeof state, OFFLOAD_FROM);
    offload_member(&state, state.n * sizeof(double), OFFLOAD_FROM, offsetof(struct state, values));
    offload_update(0);
}
void exitOfAMemberOfAMemberOfNothing(void) {
    state.next = &second;
    offload_map_pointer(&state, sizeof state, OFFLOAD_TO);
    offload_member(&state, sizeof second, OFFLOAD_TO, offsetof(struct state, next));
    offload_enter(0);
    offload_map_pointer(&state, sizeof state, OFFLOAD_ALLOC);
    offload_member(&state, sizeof second, OFFLOAD_ALLOC, offsetof(struct state, next));
    offload_member(&state, 64, OFFLOAD_FROM, offsetof(struct state, next), offsetof(struct state, values));
    offload_exit(0);
}
void launchThatNeedsAMember(void) {
    offload_kernel(0);
    offload_grid(1, 1, 1);
    offload_block(1, 1, 1);
    offload_map_pointer(&state, sizeof state, OFFLOAD_TO);
    offload_member(&state, 64, OFFLOAD_TOFROM | OFFLOAD_PRESENT, offsetof(struct state, values));
    step(&state);
}
void leftOnTheDevice(void) {
    offload_map_pointer(&state, sizeof state, OFFLOAD_TO);
    offload_member(&state, 64, OFFLOAD_TO, offsetof(struct state, values));
    offload_enter(0);
}
