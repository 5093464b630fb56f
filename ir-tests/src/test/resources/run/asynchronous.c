/* Sites that go on while the program does, until it waits. */
#include "scenario.h"
#include <string.h>

enum { N = 96 };

void scale_in_task(double *values, int64_t n, double factor) {
    for (int64_t i = 0; i < n; i++) {
        values[i] *= factor;
    }
}

void saxpy_on_host(int64_t n, float a, const float *x, float *y) {
    for (int64_t i = 0; i < n; i++) {
        y[i] += a * x[i];
    }
}

/* Overwrites what a function that has returned had on the stack. */
static __attribute__((noinline)) void overwrite_frames(void) {
    volatile char frame[8192];
    for (size_t i = 0; i < sizeof frame; i++) {
        frame[i] = 0x55;
    }
}

void run_spawned_saxpy(int64_t n, float a, float *x, float *y);

SCENARIO(a_wait_for_one_site_sees_what_it_did) {
    float x[N], y[N];
    for (int i = 0; i < N; i++) {
        x[i] = i;
        y[i] = 1;
    }
    run_spawned_saxpy(N, 2, x, y);
    CHECK_REAL(y[0], 1);
    CHECK_REAL(y[N - 1], 2 * (N - 1) + 1);
    CHECK(is_unmapped_everywhere(y));
}

void run_spawned_chain(int64_t *values, int64_t n);

SCENARIO(sites_follow_those_that_they_depend_on) {
    int64_t values[N];
    for (int i = 0; i < N; i++) {
        values[i] = i;
    }
    for (int times = 0; times < 20; times++) {
        values[5] = 5;
        run_spawned_chain(values, N);
        CHECK_INTEGER(values[5], (5 + 3) * 10 + 3);
    }
}

void spawn_in_frame(int64_t n, float a, float *x, float *y);
void wait_for_all(void);

SCENARIO(a_site_outlives_the_frame_that_spawned_it) {
    float x[N], y[N];
    for (int i = 0; i < N; i++) {
        x[i] = i;
        y[i] = 1;
    }
    spawn_in_frame(N, 3, x, y);
    overwrite_frames();
    wait_for_all();
    CHECK_REAL(y[N - 1], 3 * (N - 1) + 1);
}

void spawn_pieces(double *values, int64_t piece, int64_t pieces);

SCENARIO(a_wait_for_a_site_in_a_loop_waits_for_each_time) {
    static double values[16 * 8];
    for (int i = 0; i < 16 * 8; i++) {
        values[i] = i;
    }
    spawn_pieces(values, 8, 16);
    for (int i = 0; i < 16 * 8; i++) {
        CHECK_REAL(values[i], 2 * i);
    }
    CHECK(is_unmapped_everywhere(values));
}

void spawn_host_call(double *values, int64_t n, double factor);
void wait_for_values(double *values);

SCENARIO(a_host_function_runs_in_a_task) {
    double values[3] = {1, 2, -4};
    spawn_host_call(values, 3, 10);
    wait_for_values(values);
    CHECK_REAL(values[2], -40);
    wait_for_all();
}

void run_spawned_data(double *values, int64_t n);

SCENARIO(data_is_entered_updated_and_exited_in_order) {
    double values[3] = {1, 2, -4};
    run_spawned_data(values, 3);
    CHECK_REAL(values[0], 2);
    CHECK_REAL(values[2], -8);
    CHECK(is_unmapped_everywhere(values));
}

void spawn_object(int64_t *out, void *object);

SCENARIO(an_object_by_value_is_taken_along) {
    int64_t out[4] = {0, 0, 0, 0};
    int64_t object[4] = {1, 2, 3, 4};
    spawn_object(out, object);
    memset(object, 0, sizeof object);
    wait_for_all();
    CHECK_INTEGER(out[0], 1);
    CHECK_INTEGER(out[3], 4);
}

struct numbers {
    int64_t count;
    int64_t *values;
};

void spawn_structure(struct numbers *structure, int32_t times);

SCENARIO(members_travel_with_a_structure_in_a_task) {
    int64_t values[6] = {10, 20, 30, 40, 50, 60};
    struct numbers numbers = {3, values};
    spawn_structure(&numbers, 2);
    wait_for_all();
    CHECK_INTEGER(values[5], 61);
    CHECK(numbers.values == values);
    CHECK(is_unmapped_everywhere(values));
}

void run_spawned_fallback(int64_t n, float a, float *x, float *y);

SCENARIO(a_refused_launch_falls_back_in_its_task) {
    float x[N], y[N];
    for (int i = 0; i < N; i++) {
        x[i] = i;
        y[i] = 1;
    }
    run_spawned_fallback(N, 2, x, y);
    CHECK_REAL(y[N - 1], 2 * (N - 1) + 1);
}
