/* Launches that the runtime refuses, because there is no image for any device or because offloading is disabled. */
#include "scenario.h"

static int calls;
static const void *seen[2];

void axpy_on_host(float *y, const float *x, int64_t n, float a) {
    calls++;
    seen[0] = y;
    seen[1] = x;
    for (int64_t i = 0; i < n; i++) {
        y[i] += a * x[i];
    }
}

void run_axpy(float *y, const float *x, int64_t n, float a);

SCENARIO(fallback_runs_with_the_original_arguments) {
    float y[3] = {1, 2, 3};
    const float x[3] = {10, 20, -30};
    run_axpy(y, x, 3, 0.5f);
    CHECK_REAL(y[0], 6);
    CHECK_REAL(y[2], -12);
    CHECK(seen[0] == y && seen[1] == x);
}

void run_axpy_in_a_loop(float *y, const float *x, int64_t n, float a, int32_t times);

SCENARIO(launch_twice_with_one_struct) {
    float y[2] = {0, 1};
    const float x[2] = {1, 2};
    calls = 0;
    run_axpy_in_a_loop(y, x, 2, 1, 1000);
    CHECK_INTEGER(calls, 1000);
    CHECK_REAL(y[0], 1000);
    CHECK_REAL(y[1], 2001);
}

void run_axpy_with_grid(float *y, const float *x, int64_t n, float a, int32_t blocks, int32_t threads);

SCENARIO(empty_grid_launches_nothing_and_falls_back_to_nothing) {
    float y[1] = {1};
    const float x[1] = {1};
    calls = 0;
    run_axpy_with_grid(y, x, 1, 1, 0, 32);
    run_axpy_with_grid(y, x, 1, 1, 4, 0);
    run_axpy_with_grid(y, x, 1, 1, -1, 32);
    CHECK_INTEGER(calls, 0);
    CHECK_REAL(y[0], 1);
    run_axpy_with_grid(y, x, 1, 1, 1, 32);
    CHECK_INTEGER(calls, 1);
    CHECK_REAL(y[0], 2);
}

void run_empty_grid_without_fallback(float *y, int64_t blocks);

SCENARIO(empty_grid_without_fallback_does_not_abort) {
    float y[1] = {1};
    run_empty_grid_without_fallback(y, 0);
    run_empty_grid_without_fallback(y, INT64_MIN);
    CHECK_REAL(y[0], 1);
}

void run_region_with_two_launches(float *y, const float *x, int64_t n);

SCENARIO(two_launches_in_one_region) {
    float y[2] = {0, 0};
    const float x[2] = {1, 2};
    run_region_with_two_launches(y, x, 2);
    CHECK_REAL(y[0], 2);
    CHECK_REAL(y[1], 4);
}

void run_axpy_on_device_pointers(float *y, const float *x, int64_t n, float a);

SCENARIO(launch_on_device_pointers) {
    float y[2] = {0, 0};
    const float x[2] = {1, 2};
    run_axpy_on_device_pointers(y, x, 2, 3);
    CHECK_REAL(y[1], 6);
    CHECK(seen[0] == y && seen[1] == x);
}

void count_on_host(void) {
    calls++;
}

void run_count(void);

SCENARIO(kernel_without_arguments) {
    calls = 0;
    run_count();
    CHECK_INTEGER(calls, 1);
}

struct scalars {
    _Bool flag;
    int8_t byte;
    int16_t word;
    int32_t integer;
    int64_t wide;
    _Float16 half;
    float single;
    double real;
};

void scalars_on_host(
    struct scalars *out, _Bool flag, int8_t byte, int16_t word, int32_t integer, int64_t wide, _Float16 half,
    float single, double real) {
    *out = (struct scalars){flag, byte, word, integer, wide, half, single, real};
}

void run_kernel_scalars(
    struct scalars *out, _Bool flag, int8_t byte, int16_t word, int32_t integer, int64_t wide, _Float16 half,
    float single, double real);

SCENARIO(scalars_reach_the_fallback) {
    struct scalars out;
    run_kernel_scalars(&out, 1, INT8_MIN, INT16_MIN, INT32_MIN, INT64_MIN, -65504, -0.0f, 0x1p-1074);
    CHECK_INTEGER(out.flag, 1);
    CHECK_INTEGER(out.byte, INT8_MIN);
    CHECK_INTEGER(out.word, INT16_MIN);
    CHECK_INTEGER(out.integer, INT32_MIN);
    CHECK_INTEGER(out.wide, INT64_MIN);
    CHECK_REAL(out.half, -65504);
    CHECK_REAL(out.single, -0.0);
    CHECK_REAL(out.real, 0x1p-1074);
}

void run_16_launched(int32_t *elements);
void run_255_launched(int32_t *elements);

static void many(void (*run)(int32_t *), int count) {
    int32_t elements[255] = {0};
    run(elements);
    for (int i = 0; i < 255; i++) {
        CHECK_INTEGER(elements[i], i < count ? i + 1 : 0);
    }
}

SCENARIO(kernel_with_sixteen_arguments) {
    many(run_16_launched, 16);
}

SCENARIO(kernel_with_two_hundred_and_fifty_five_arguments) {
    many(run_255_launched, 255);
}

void scale_on_host(float *y, int64_t n) {
    for (int64_t i = 0; i < n; i++) {
        y[i] *= 2;
    }
}

void run_host_call_beside_kernels(float *y, int64_t n);

SCENARIO(host_call_in_a_module_with_kernels) {
    float y[2] = {3, 4};
    run_host_call_beside_kernels(y, 2);
    CHECK_REAL(y[1], 8);
}
