/* Kernels of an image for the host: on its four devices, or as functions of the host when offloading is disabled. */
#include "scenario.h"

#include <math.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

/* Runtime 19 counts devices even where it launches nothing. */
static int launching(void) {
    const char *policy = getenv("OMP_TARGET_OFFLOAD");
    return policy == NULL || strcmp(policy, "DISABLED") != 0;
}

void run_saxpy(int64_t n, float a, const float *x, float *y, int32_t blocks);

static void check_saxpy(int64_t n, int32_t blocks) {
    float x[1000], y[1000];
    for (int i = 0; i < 1000; i++) {
        x[i] = i * 0.25f;
        y[i] = 1000 - i;
    }
    run_saxpy(n, -1.5f, x, y, blocks);
    for (int i = 0; i < 1000; i++) {
        CHECK_REAL(y[i], i < n ? -1.5f * (i * 0.25f) + (1000 - i) : 1000 - i);
    }
}

SCENARIO(saxpy_of_any_length) {
    check_saxpy(1, 1);
    check_saxpy(32, 1);
    check_saxpy(33, 2);
    check_saxpy(1000, 32);
    check_saxpy(7, 32);
}

SCENARIO(empty_grid_computes_nothing) {
    float x[1] = {1}, y[1] = {5};
    run_saxpy(1, 1, x, y, 0);
    run_saxpy(1, 1, x, y, -1);
    CHECK_REAL(y[0], 5);
}

void run_twice(double *values, int64_t count);

SCENARIO(slice) {
    double values[100];
    for (int i = 0; i < 100; i++) {
        values[i] = i + 0.5;
    }
    run_twice(values, 99);
    for (int i = 0; i < 100; i++) {
        CHECK_REAL(values[i], i < 99 ? 2 * i + 1 : 99.5);
    }
}

struct totals {
    int64_t sum;
    int64_t largest;
    double real_sum;
    int64_t winner;
};

void run_reduce(struct totals *result, const int32_t *values, int64_t n);

SCENARIO(reduction_by_atomic_updates) {
    static int32_t values[5000];
    struct totals expected = {0, INT64_MIN, 0, 0};
    for (int i = 0; i < 5000; i++) {
        values[i] = (i * 7919) % 10007 - 5000;
        expected.sum += values[i];
        expected.real_sum += values[i];
        if (values[i] > expected.largest) {
            expected.largest = values[i];
        }
    }
    struct totals actual = {0, INT64_MIN, 0, 0};
    run_reduce(&actual, values, 5000);
    CHECK_INTEGER(actual.sum, expected.sum);
    CHECK_INTEGER(actual.largest, expected.largest);
    CHECK_REAL(actual.real_sum, expected.real_sum);
    CHECK_INTEGER(actual.winner, 5000);
}

void run_scalars(int64_t *out, _Bool flag, int8_t byte, int16_t word, int32_t integer, int64_t wide, _Float16 half,
    float single, double real);

static void check_scalars(_Bool flag, int8_t byte, int16_t word, int32_t integer, int64_t wide, uint16_t half_bits,
    uint32_t single_bits, uint64_t real_bits) {
    int64_t out[12] = {0};
    _Float16 half;
    float single;
    double real;
    memcpy(&half, &half_bits, sizeof half);
    memcpy(&single, &single_bits, sizeof single);
    memcpy(&real, &real_bits, sizeof real);
    run_scalars(out, flag, byte, word, integer, wide, half, single, real);
    CHECK_INTEGER(out[0], flag);
    CHECK_INTEGER(out[1], -(int64_t)flag);
    CHECK_INTEGER(out[2], (uint8_t)byte);
    CHECK_INTEGER(out[3], byte);
    CHECK_INTEGER(out[4], (uint16_t)word);
    CHECK_INTEGER(out[5], word);
    CHECK_INTEGER(out[6], (uint32_t)integer);
    CHECK_INTEGER(out[7], integer);
    CHECK_INTEGER(out[8], wide);
    CHECK_INTEGER(out[9], half_bits);
    CHECK_INTEGER(out[10], single_bits);
    CHECK_INTEGER(out[11], (int64_t)real_bits);
}

SCENARIO(scalars_of_every_kind_at_their_limits) {
    check_scalars(0, 0, 0, 0, 0, 0, 0, 0);
    check_scalars(1, INT8_MIN, INT16_MIN, INT32_MIN, INT64_MIN, 0x8000, 0x80000000, 0x8000000000000000);
    check_scalars(0, INT8_MAX, INT16_MAX, INT32_MAX, INT64_MAX, 0x7BFF, 0x7F7FFFFF, 0x7FEFFFFFFFFFFFFF);
    check_scalars(1, -1, -1, -1, -1, 0xFC00, 0xFF800000, 0xFFF0000000000000);
    check_scalars(1, 1, 1, 1, 1, 0x0001, 0x00000001, 0x0000000000000001);
    check_scalars(1, 0x5A, 0x5AA5, 0x5AA55AA5, 0x5AA55AA55AA55AA5, 0x7E01, 0x7FC00001, 0x7FF8000000000001);
}

void run_saxpy_in_a_loop(int64_t n, float a, const float *x, float *y, int32_t times);

SCENARIO(a_thousand_launches) {
    float x[3] = {1, 2, -0.5f}, y[3] = {0, 1, 2};
    run_saxpy_in_a_loop(3, 2, x, y, 1000);
    CHECK_REAL(y[0], 2000);
    CHECK_REAL(y[1], 4001);
    CHECK_REAL(y[2], -998);
}

void run_pipeline(int64_t *values, int64_t n);

SCENARIO(two_kernels_on_the_same_data) {
    int64_t values[70];
    for (int i = 0; i < 70; i++) {
        values[i] = i;
    }
    run_pipeline(values, 70);
    for (int i = 0; i < 70; i++) {
        CHECK_INTEGER(values[i], (i + 3) * 10 + 3);
    }
}

void run_weight(int32_t *out, int32_t which);

SCENARIO(tables_and_variables_in_memory) {
    static const int32_t weights[4] = {3, 5, 7, 11};
    int32_t first[2] = {0, 0};
    run_weight(first, 0);
    CHECK_INTEGER(first[0], 3);
    for (int i = 1; i < 8; i++) {
        int32_t out[2] = {0, 0};
        run_weight(out, i);
        CHECK_INTEGER(out[0], weights[i & 3]);
        CHECK_INTEGER(out[1], first[1] + i);
    }
}

void run_sine_and_remainder(double *out, double x, double y);

SCENARIO(functions_of_the_math_library) {
    for (int i = -3; i < 4; i++) {
        double out[2] = {0, 0};
        run_sine_and_remainder(out, 1.7 * i, 0.75);
        CHECK_REAL(out[0], sin(1.7 * i));
        CHECK_REAL(out[1], fmod(1.7 * i, 0.75));
    }
}

void run_saxpy_on_device(int64_t n, float a, const float *x, float *y, int32_t device);

SCENARIO(four_devices_with_different_data) {
    float x[4][5], y[4][5];
    int devices = offloading() ? omp_get_num_devices() : 4;
    CHECK_INTEGER(devices, 4);
    for (int device = 0; device < 4; device++) {
        for (int i = 0; i < 5; i++) {
            x[device][i] = 10 * device + i;
            y[device][i] = 100 * device;
        }
    }
    for (int device = 3; device >= 0; device--) {
        run_saxpy_on_device(5, device, x[device], y[device], device);
    }
    for (int device = 0; device < 4; device++) {
        for (int i = 0; i < 5; i++) {
            CHECK_REAL(y[device][i], device * (10 * device + i) + 100 * device);
        }
    }
}

int omp_target_associate_ptr(const void *host, const void *device_memory, size_t bytes, size_t offset, int device);
int omp_target_disassociate_ptr(const void *host, int device);

SCENARIO(only_the_device_asked_for_computes) {
    if (!launching()) {
        return;
    }
    for (int device = 0; device < 4; device++) {
        float x[1] = {2}, y[1] = {1}, seen[1] = {7};
        int initial = omp_get_initial_device();
        float *memory = omp_target_alloc(sizeof y, device);
        omp_target_memcpy(memory, seen, sizeof y, 0, 0, device, initial);
        CHECK_INTEGER(omp_target_associate_ptr(y, memory, sizeof y, 0, device), 0);
        run_saxpy_on_device(1, 3, x, y, device);
        omp_target_memcpy(seen, memory, sizeof y, 0, 0, initial, device);
        CHECK_REAL(seen[0], 13);
        CHECK_REAL(y[0], 1);
        CHECK_INTEGER(omp_target_disassociate_ptr(y, device), 0);
        omp_target_free(memory, device);
    }
}

void run_saxpy_on_device_pointers(int64_t n, float a, const float *x, float *y);

SCENARIO(device_pointers) {
    int device = launching() ? default_device() : omp_get_initial_device();
    int initial = omp_get_initial_device();
    float x[3] = {1, 2, 3}, y[3] = {4, 5, 6};
    float *there = omp_target_alloc(2 * sizeof x, device);
    omp_target_memcpy(there, x, sizeof x, 0, 0, device, initial);
    omp_target_memcpy(there, y, sizeof y, sizeof x, 0, device, initial);
    run_saxpy_on_device_pointers(3, 10, there, there + 3);
    omp_target_memcpy(y, there, sizeof y, 0, sizeof x, initial, device);
    CHECK_REAL(y[0], 14);
    CHECK_REAL(y[2], 36);
    omp_target_free(there, device);
}

static int fallbacks;

void saxpy_on_host(int64_t n, float a, const float *x, float *y) {
    fallbacks++;
    y[0] = -1;
}

void run_saxpy_with_fallback(int64_t n, float a, const float *x, float *y);

SCENARIO(fallback_wins_over_the_kernel_as_a_host_function) {
    float x[1] = {1}, y[1] = {1};
    fallbacks = 0;
    run_saxpy_with_fallback(1, 1, x, y);
    CHECK_INTEGER(fallbacks, !launching());
    CHECK_REAL(y[0], launching() ? 2 : -1);
}

void run_nothing(void);

SCENARIO(kernel_without_arguments) {
    run_nothing();
}

static void *launch_many(void *number) {
    int64_t values[40];
    for (int round = 0; round < 50; round++) {
        for (int i = 0; i < 40; i++) {
            values[i] = *(int *)number + i;
        }
        run_pipeline(values, 40);
        for (int i = 0; i < 40; i++) {
            CHECK_INTEGER(values[i], (*(int *)number + i + 3) * 10 + 3);
        }
    }
    return NULL;
}

SCENARIO(several_threads_at_once) {
    pthread_t threads[4];
    int numbers[4] = {0, 1000, 2000, 3000};
    for (int i = 0; i < 4; i++) {
        CHECK_INTEGER(pthread_create(&threads[i], NULL, launch_many, &numbers[i]), 0);
    }
    for (int i = 0; i < 4; i++) {
        pthread_join(threads[i], NULL);
    }
}
