/* sgemv of a CBLAS library on device pointers; prints y, and the test compares it with Java's arithmetic. */
#include "scenario.h"

#include <stdio.h>

enum { ROWS = 5, COLUMNS = 7, ROW_MAJOR = 101, NO_TRANSPOSE = 111 };

void cblas_sgemv(
    int32_t order, int32_t transpose, int32_t rows, int32_t columns, float alpha, const float *A, int32_t row_stride,
    const float *x, int32_t x_stride, float beta, float *y, int32_t y_stride);

static const float *scalars[2];
static const float *device_y;

/* The shape of cuBLAS and its like: the scalars are read through pointers to the host. */
void sgemv_by_reference(
    int32_t rows, int32_t columns, const float *alpha, const float *A, const float *x, const float *beta, float *y) {
    scalars[0] = alpha;
    scalars[1] = beta;
    device_y = y;
    cblas_sgemv(ROW_MAJOR, NO_TRANSPOSE, rows, columns, *alpha, A, columns, x, 1, *beta, y, 1);
}

void run_sgemv_by_value(
    int32_t rows, int32_t columns, float alpha, const float *A, const float *x, float beta, float *y, int32_t times);
void run_sgemv_by_reference(
    int32_t rows, int32_t columns, const float *alpha, const float *A, const float *x, const float *beta, float *y,
    int32_t times);
void run_sgemv_in_a_region(
    int32_t rows, int32_t columns, const float *alpha, const float *A, const float *x, const float *beta, float *y,
    int32_t times);

static float A[ROWS * COLUMNS], x[COLUMNS], y[ROWS];
static const float alpha = 0.5f, beta = 0.5f;

static void set_up(void) {
    for (int i = 0; i < ROWS; i++) {
        for (int j = 0; j < COLUMNS; j++) {
            A[COLUMNS * i + j] = (float)((7 * i + 3 * j) % 11 - 5) / 8;
        }
        y[i] = (float)i / 2;
    }
    for (int j = 0; j < COLUMNS; j++) {
        x[j] = (float)(j % 4 - 1) / 4;
    }
}

static void print_result(void) {
    for (int i = 0; i < ROWS; i++) {
        printf("y %a\n", y[i]);
    }
}

static void check_pointers(void) {
    CHECK(scalars[0] == &alpha && scalars[1] == &beta);
    CHECK_DEVICE_POINTER(device_y, y);
}

SCENARIO(scalars_by_value) {
    set_up();
    run_sgemv_by_value(ROWS, COLUMNS, alpha, A, x, beta, y, 10);
    print_result();
}

SCENARIO(scalars_by_reference) {
    set_up();
    run_sgemv_by_reference(ROWS, COLUMNS, &alpha, A, x, &beta, y, 10);
    check_pointers();
    print_result();
}

SCENARIO(loop_in_a_region) {
    set_up();
    run_sgemv_in_a_region(ROWS, COLUMNS, &alpha, A, x, &beta, y, 10);
    check_pointers();
    print_result();
}
