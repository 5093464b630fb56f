// Calls of host functions that were marked with operand bundles.
extern "C" {
#include "scenario.h"
}

#include <stdexcept>

static const double *seen;
static const double *seen_outside;

extern "C" {
void run_in_a_loop(double *values, int64_t n, int32_t times);
void run_on_one_side(double *values, int64_t n, bool offloaded);
int64_t run_catching(double *first, double *second, int64_t n);
int64_t run_letting_pass(double *values, int64_t n);
void run_two_after_each_other(double *values, int64_t n);
void run_inside_each_other(double *values, int64_t n);
void run_many_in_a_loop(double *first, double *a, double *b, double *c, double *d, double *e, double *f);

void add_one(double *values, int64_t n) {
    seen = values;
    for (int64_t i = 0; i < n; i++) {
        values[i] += 1;
    }
}

int64_t add_until_negative(double *values, int64_t n) {
    seen = values;
    for (int64_t i = 0; i < n; i++) {
        if (values[i] < 0) {
            throw std::runtime_error("negative");
        }
        values[i] += 1;
    }
    return n;
}

// Leaves something in each input, which must not come back unless an output is the same memory.
static void triple(double *in, double *out) {
    double value = *in;
    *in = -1;
    *out = 3 * value;
}

void triple_three(double *a, double *b, double *c, double *d, double *e, double *f) {
    triple(a, b);
    triple(c, d);
    triple(e, f);
}

void visit_twice(double *device, double *host, int64_t n) {
    seen_outside = device;
    add_one(device, n);
    run_in_a_loop(host, n, 2);
}
}

static double looped[3] = {1, 2, -4};

static void loop() {
    run_in_a_loop(looped, 3, TIMES);
    CHECK_DEVICE_POINTER(seen, looped);
    CHECK(is_unmapped_everywhere(looped));
}

SCENARIO(marked_call_in_a_loop) {
    run_on_small_stack(loop);
    CHECK_REAL(looped[0], 1.0 + TIMES);
    CHECK_REAL(looped[2], TIMES - 4.0);
}

SCENARIO(marked_call_on_one_side_of_a_branch) {
    double values[2] = {1, 2};
    run_on_one_side(values, 2, true);
    CHECK_DEVICE_POINTER(seen, values);
    run_on_one_side(values, 2, false);
    CHECK(seen == values);
    CHECK_REAL(values[0], 3);
    CHECK_REAL(values[1], 4);
}

SCENARIO(invoke_that_returns) {
    double first[2] = {1, 2};
    double second[2] = {3, 4};
    CHECK_INTEGER(run_catching(first, second, 2), 2);
    CHECK_REAL(first[1], 3);
    CHECK_REAL(second[1], 5);
    CHECK_DEVICE_POINTER(seen, second);
    CHECK(is_unmapped_everywhere(first));
    CHECK(is_unmapped_everywhere(second));
}

SCENARIO(invoke_that_throws_copies_back_and_unmaps) {
    double first[3] = {1, -1, 5};
    double second[3] = {2, 3, 4};
    CHECK_INTEGER(run_catching(first, second, 3), -1);
    CHECK_REAL(first[0], 2);
    CHECK_REAL(first[2], 5);
    CHECK_REAL(second[0], 2);
    CHECK(is_unmapped_everywhere(first));
    double third[3] = {7, 8, -9};
    CHECK_INTEGER(run_catching(second, third, 3), -2);
    CHECK_REAL(second[0], 3);
    CHECK_REAL(third[1], 9);
    CHECK_REAL(third[2], -9);
    CHECK(is_unmapped_everywhere(second));
    CHECK(is_unmapped_everywhere(third));
}

SCENARIO(exception_passes_through_a_function_with_a_marked_call) {
    double values[2] = {1, -1};
    bool caught = false;
    for (int round = 0; round < 3; round++) {
        try {
            run_letting_pass(values, 2);
        } catch (const std::runtime_error &) {
            caught = true;
        }
        CHECK(caught);
        CHECK(is_unmapped_everywhere(values));
    }
    CHECK_REAL(values[0], 4);
}

SCENARIO(two_sites_after_each_other) {
    double values[2] = {1, 2};
    run_two_after_each_other(values, 2);
    CHECK_REAL(values[0], 3);
    CHECK_REAL(values[1], 4);
}

SCENARIO(two_sites_inside_each_other_share_the_mapping) {
    double values[2] = {1, 2};
    run_inside_each_other(values, 2);
    CHECK(seen == seen_outside);
    CHECK_DEVICE_POINTER(seen, values);
    CHECK_REAL(values[0], 4);
    CHECK_REAL(values[1], 5);
    CHECK(is_unmapped_everywhere(values));
}

SCENARIO(many_arguments_some_of_which_are_one) {
    if (!offloading()) {
        return;
    }
    double first = 1, a = 2, b = 0, c = 3, d = 0, e = 4;
    run_many_in_a_loop(&first, &a, &b, &c, &d, &e, &e);
    CHECK_REAL(first, 3);
    CHECK_REAL(a, 2);
    CHECK_REAL(b, 6);
    CHECK_REAL(c, 3);
    CHECK_REAL(d, 9);
    CHECK_REAL(e, 36);
}
