/* Sites whose copies the runtime is asked to report; run one at a time. */
#include "scenario.h"

void use(int8_t *to, int8_t *from, int8_t *tofrom, int8_t *alloc) {
    from[0] = to[0];
    tofrom[0]++;
    alloc[0] = 1;
}

void run_use(int8_t *to, int8_t *from, int8_t *tofrom, int8_t *alloc);

static int8_t a[10], b[20], c[30], d[40];

SCENARIO(each_direction) {
    run_use(a, b, c, d);
}

void run_use_inside_region(int8_t *all);

SCENARIO(call_inside_a_region) {
    static int8_t all[100];
    run_use_inside_region(all);
}

void run_use_always(int8_t *all);

SCENARIO(always_inside_a_region) {
    static int8_t all[100];
    run_use_always(all);
}

void run_pass(int8_t *first, int8_t *second, int64_t first_bytes, int64_t second_bytes);

void pass(int8_t *first, int8_t *second) {
    (void)first;
    (void)second;
}

SCENARIO(nothing_to_copy) {
    run_pass(0, a, 100, 0);
}

SCENARIO(run_time_bytes) {
    run_pass(a, b, 7, 19);
}

SCENARIO(one_array_for_both) {
    run_pass(d, d, 40, 40);
}

SCENARIO(section_inside_a_section) {
    run_pass(d, d + 5, 40, 3);
}

void run_odd_names(int8_t *values);

void call_from_odd_names(int8_t *values) {
    values[0] += 2;
}

SCENARIO(odd_names) {
    int8_t values[3] = {1, 0, 0};
    run_odd_names(values);
    CHECK_INTEGER(values[0], 3);
}
