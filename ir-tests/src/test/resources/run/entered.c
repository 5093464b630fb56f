/* Data that one function maps, others use, and a last one unmaps. */
#include "scenario.h"

void scale_entered(double *values, int64_t n, double factor) {
    for (int64_t i = 0; i < n; i++) {
        values[i] *= factor;
    }
}

void run_enter(double *values, int64_t n);
void run_scale_entered(double *values, int64_t n, double factor);
void run_exit(double *values, int64_t n);
void run_release(double *values, int64_t n);
void run_delete(double *values);

SCENARIO(data_stays_from_an_enter_to_its_exit) {
    double values[3] = {1, 2, -4};
    run_enter(values, 3);
    values[1] = 100;
    run_scale_entered(values, 3, 10);
    CHECK_REAL(values[0], offloading() ? 1 : 10);
    run_scale_entered(values, 3, 2);
    run_exit(values, 3);
    CHECK_REAL(values[0], 20);
    CHECK_REAL(values[1], offloading() ? 40 : 2000);
    CHECK(is_unmapped_everywhere(values));
}

SCENARIO(every_enter_needs_an_exit) {
    double values[3] = {1, 2, -4};
    run_enter(values, 3);
    run_enter(values, 3);
    run_scale_entered(values, 3, 10);
    run_exit(values, 3);
    CHECK_REAL(values[2], offloading() ? -4 : -40);
    CHECK(is_unmapped_everywhere(values) == !offloading());
    run_exit(values, 3);
    CHECK_REAL(values[2], -40);
    CHECK(is_unmapped_everywhere(values));
}

SCENARIO(a_release_copies_nothing_back) {
    double values[3] = {1, 2, -4};
    run_enter(values, 3);
    run_scale_entered(values, 3, 10);
    run_release(values, 3);
    CHECK_REAL(values[2], offloading() ? -4 : -40);
    CHECK(is_unmapped_everywhere(values));
}

SCENARIO(a_delete_leaves_no_reference) {
    double values[3] = {1, 2, -4};
    run_enter(values, 3);
    run_enter(values, 3);
    run_delete(values);
    CHECK(is_unmapped_everywhere(values));
    run_exit(values, 3);
    CHECK_REAL(values[2], -4);
}

void run_fetch_and_delete(double *values, int64_t n);

SCENARIO(a_delete_can_copy_back_before) {
    double values[3] = {1, 2, -4};
    run_enter(values, 3);
    run_enter(values, 3);
    run_scale_entered(values, 3, 10);
    CHECK_REAL(values[2], offloading() ? -4 : -40);
    run_fetch_and_delete(values, 3);
    CHECK_REAL(values[2], -40);
    CHECK(is_unmapped_everywhere(values));
}

struct vector {
    int64_t n;
    double *values;
};
void run_enter_vector(struct vector *vector);
void run_exit_vector(struct vector *vector);

SCENARIO(an_exit_ends_what_members_have_entered) {
    double values[3] = {1, 2, -4};
    struct vector vector = {3, values};
    run_enter_vector(&vector);
    run_scale_entered(values, 3, 10);
    run_exit_vector(&vector);
    CHECK_REAL(values[2], -40);
    CHECK(vector.values == values);
    CHECK(is_unmapped_everywhere(values));
    CHECK(is_unmapped_everywhere(&vector));
}

/* Enters and exits in one function, with a second way out. */
int32_t run_entered_between(double *values, int64_t n, double factor, _Bool early);

SCENARIO(an_exit_on_each_way_out) {
    double values[2] = {1, 3};
    CHECK_INTEGER(run_entered_between(values, 2, 10, 1), 1);
    CHECK_REAL(values[1], 30);
    CHECK(is_unmapped_everywhere(values));
    CHECK_INTEGER(run_entered_between(values, 2, 10, 0), 0);
    CHECK_REAL(values[1], 300);
    CHECK(is_unmapped_everywhere(values));
}
