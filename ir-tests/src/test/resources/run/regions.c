/* Regions that stay open over several calls. */
#include "scenario.h"

static const void *seen[2];

void scale(double *values, int64_t n, double factor) {
    seen[0] = values;
    for (int64_t i = 0; i < n; i++) {
        values[i] *= factor;
    }
}

void shift(double *values, int64_t n, double offset) {
    seen[1] = values;
    for (int64_t i = 0; i < n; i++) {
        values[i] += offset;
    }
}

void run_region_with_two_calls(double *values, int64_t n);

SCENARIO(region_with_two_host_calls) {
    double values[3] = {1, 2, -4};
    run_region_with_two_calls(values, 3);
    CHECK_REAL(values[0], 13);
    CHECK_REAL(values[2], -2);
    CHECK(seen[0] == seen[1]);
    CHECK_DEVICE_POINTER(seen[0], values);
    CHECK(is_unmapped_everywhere(values));
}

void run_region_around_a_loop(double *values, int64_t n, int32_t times);

SCENARIO(region_around_a_loop) {
    double values[2] = {1, 3};
    run_region_around_a_loop(values, 2, 10);
    CHECK_REAL(values[0], 1024);
    CHECK_REAL(values[1], 3072);
}

/* Leaves in the middle of the region when told to. */
int32_t run_region_with_two_ways_out(double *values, int64_t n, _Bool early);

SCENARIO(region_with_two_ways_out) {
    double values[2] = {1, 3};
    CHECK_INTEGER(run_region_with_two_ways_out(values, 2, 1), 1);
    CHECK_REAL(values[1], 30);
    CHECK(is_unmapped_everywhere(values));
    CHECK_INTEGER(run_region_with_two_ways_out(values, 2, 0), 0);
    CHECK_REAL(values[1], 301);
    CHECK(is_unmapped_everywhere(values));
}

/* An inner region of a part of the data. */
void run_nested_regions(double *values, int64_t n, int64_t inner_first, int64_t inner_count, double *after_inner);

SCENARIO(nested_regions_share_the_data) {
    double values[4] = {1, 2, 3, 4};
    double after_inner = 0;
    run_nested_regions(values, 4, 1, 2, &after_inner);
    CHECK_REAL(after_inner, offloading() ? 2 : 200);
    CHECK_REAL(values[0], 10);
    CHECK_REAL(values[1], 200);
    CHECK_REAL(values[2], 300);
    CHECK_REAL(values[3], 40);
    CHECK(is_unmapped_everywhere(values));
}
