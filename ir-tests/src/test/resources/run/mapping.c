/* Mapped arguments that are not plain arrays: null, empty, on the device already, with modifiers, inside one another. */
#include "scenario.h"

static const void *seen[3];
static int64_t seen_count;

void take(int32_t *first, int32_t *second, int64_t n) {
    seen[0] = first;
    seen[1] = second;
    seen_count = n;
    for (int64_t i = 0; i < n; i++) {
        if (first != NULL) {
            first[i]++;
        }
        if (second != NULL) {
            second[i] += 10;
        }
    }
}

void run_take(int32_t *first, int32_t *second, int64_t n);

SCENARIO(null_pointer_with_a_run_time_extent) {
    int32_t values[3] = {1, 2, 3};
    run_take(NULL, values, 3);
    CHECK(seen[0] == NULL);
    CHECK_INTEGER(values[2], 13);
    run_take(values, NULL, 3);
    CHECK(seen[1] == NULL);
    CHECK_INTEGER(values[2], 14);
}

void run_take_static(int32_t *first, int32_t *second);

SCENARIO(null_pointer_with_a_static_extent) {
    int32_t values[3] = {1, 2, 3};
    run_take_static(NULL, values);
    CHECK(seen[0] == NULL);
    CHECK_INTEGER(values[2], 13);
}

void run_take_null_constant(int32_t *second);

SCENARIO(null_constant) {
    int32_t values[3] = {1, 2, 3};
    run_take_null_constant(values);
    CHECK(seen[0] == NULL);
    CHECK_INTEGER(values[0], 11);
}

SCENARIO(zero_length_arrays) {
    int32_t first[1] = {5};
    int32_t second[1] = {6};
    run_take(first, second, 0);
    CHECK_INTEGER(seen_count, 0);
    CHECK_INTEGER(first[0], 5);
    CHECK_INTEGER(second[0], 6);
    CHECK(is_unmapped_everywhere(first) && is_unmapped_everywhere(second));
    run_take(NULL, NULL, 0);
    CHECK(seen[0] == NULL && seen[1] == NULL);
}

void run_take_raw(int32_t *raw, int32_t *host, int64_t n);

SCENARIO(raw_device_pointer_is_passed_as_it_is) {
    int32_t values[2] = {1, -1};
    int32_t other[2] = {0, 0};
    int32_t *raw = omp_target_alloc(sizeof values, default_device());
    omp_target_memcpy(raw, values, sizeof values, 0, 0, default_device(), omp_get_initial_device());
    run_take_raw(raw, other, 2);
    CHECK(seen[0] == raw);
    omp_target_memcpy(values, raw, sizeof values, 0, 0, omp_get_initial_device(), default_device());
    omp_target_free(raw, default_device());
    CHECK_INTEGER(values[0], 2);
    CHECK_INTEGER(values[1], 0);
    CHECK_INTEGER(other[1], 10);
}

/* Maps all of the values, calls take on them with the modifier, and unmaps them. */
void run_take_inside_region(int32_t *values, int64_t n);
void run_take_present_inside_region(int32_t *values, int64_t n);
void run_take_always_inside_region(int32_t *values, int64_t n, int32_t *copied_back);

SCENARIO(call_inside_a_region_of_the_same_data) {
    int32_t values[4] = {1, 2, 3, 4};
    run_take_inside_region(values, 4);
    CHECK_INTEGER(values[0], 12);
    CHECK_INTEGER(values[3], 15);
    CHECK(is_unmapped_everywhere(values));
}

SCENARIO(present_inside_a_region) {
    int32_t values[4] = {1, 2, 3, 4};
    run_take_present_inside_region(values, 4);
    CHECK_INTEGER(values[3], 15);
    CHECK(is_unmapped_everywhere(values));
}

SCENARIO(always_copies_although_a_region_has_the_data) {
    int32_t values[2] = {1, 2};
    int32_t copied_back = 0;
    run_take_always_inside_region(values, 2, &copied_back);
    CHECK_INTEGER(copied_back, 12);
    CHECK_INTEGER(values[1], 13);
}

void run_take_hold(int32_t *first, int32_t *second, int64_t n);
void run_take_close(int32_t *first, int32_t *second, int64_t n);

SCENARIO(hold) {
    int32_t first[2] = {1, 2};
    int32_t second[2] = {3, 4};
    run_take_hold(first, second, 2);
    CHECK_INTEGER(first[1], 3);
    CHECK_INTEGER(second[1], 14);
    CHECK(is_unmapped_everywhere(first) && is_unmapped_everywhere(second));
}

SCENARIO(close) {
    int32_t first[2] = {1, 2};
    int32_t second[2] = {3, 4};
    run_take_close(first, second, 2);
    CHECK_INTEGER(first[1], 3);
    CHECK_INTEGER(second[1], 14);
}

void run_take_sections(int32_t *first, int64_t first_count, int32_t *second, int64_t second_count, int64_t n);

SCENARIO(disjoint_sections_of_one_array) {
    int32_t values[6] = {1, 1, 1, 1, 1, 1};
    run_take_sections(values, 3, values + 3, 3, 3);
    CHECK_INTEGER(values[0], 2);
    CHECK_INTEGER(values[2], 2);
    CHECK_INTEGER(values[3], 11);
    CHECK_INTEGER(values[5], 11);
}

SCENARIO(section_inside_an_earlier_one) {
    int32_t values[6] = {0, 100, 200, 300, 400, 500};
    run_take_sections(values, 6, values + 2, 2, 2);
    CHECK((const int32_t *)seen[1] == (const int32_t *)seen[0] + 2);
    CHECK_INTEGER(values[0], 1);
    CHECK_INTEGER(values[1], 101);
    CHECK_INTEGER(values[2], 210);
    CHECK_INTEGER(values[3], 310);
    CHECK_INTEGER(values[5], 500);
    CHECK(is_unmapped_everywhere(values));
}

void run_take_to_from_sections(int32_t *first, int64_t first_count, int32_t *second, int64_t second_count, int64_t n);
void run_take_from_to_sections(int32_t *first, int64_t first_count, int32_t *second, int64_t second_count, int64_t n);
void run_take_alloc_tofrom_sections(
    int32_t *first, int64_t first_count, int32_t *second, int64_t second_count, int64_t n);

SCENARIO(from_section_inside_a_to_section_comes_back) {
    int32_t values[6] = {0, 100, 200, 300, 400, 500};
    run_take_to_from_sections(values, 6, values + 2, 2, 2);
    CHECK_INTEGER(values[2], 210);
    CHECK_INTEGER(values[3], 310);
    CHECK_INTEGER(values[5], 500);
}

SCENARIO(to_section_inside_a_from_section_goes_in) {
    int32_t values[6] = {0, 100, 200, 300, 400, 500};
    run_take_from_to_sections(values, 6, values + 2, 2, 2);
    CHECK_INTEGER(values[2], 210);
    CHECK_INTEGER(values[3], 310);
}

SCENARIO(tofrom_section_inside_an_alloc_section_leaves_the_rest_alone) {
    int32_t values[6] = {0, 100, 200, 300, 400, 500};
    run_take_alloc_tofrom_sections(values, 6, values + 2, 2, 2);
    CHECK_INTEGER(values[2], 210);
    CHECK_INTEGER(values[3], 310);
    CHECK_INTEGER(values[4], 400);
    CHECK_INTEGER(values[5], 500);
}

void run_take_alloc_from_sections(
    int32_t *first, int64_t first_count, int32_t *second, int64_t second_count, int64_t n);

SCENARIO(from_section_at_the_start_of_an_alloc_section_leaves_the_rest_alone) {
    int32_t values[6] = {0, 100, 200, 300, 400, 500};
    run_take_alloc_from_sections(values, 6, values, 2, 0);
    CHECK_INTEGER(values[2], 200);
    CHECK_INTEGER(values[5], 500);
}

void run_overwrite_one_alloc_from(int32_t *values, int64_t whole, int64_t part);

SCENARIO(one_pointer_with_a_short_from_and_a_long_alloc_leaves_the_rest_alone) {
    int32_t values[6] = {0, 100, 200, 300, 400, 500};
    run_overwrite_one_alloc_from(values, 6, 2);
    CHECK_INTEGER(values[2], 200);
    CHECK_INTEGER(values[5], 500);
}
