/* Functions of the array language. */
#include "scenario.h"

void saxpy(int64_t n, float a, const float *x, float *y);
void normalize(int64_t n, float low, float high, const float *in, float *scaled, float *centered);

SCENARIO(array_function_with_one_statement) {
    float x[1000];
    float y[1000];
    for (int i = 0; i < 1000; i++) {
        x[i] = i;
        y[i] = 1;
    }
    saxpy(1000, 0.5f, x, y);
    CHECK_REAL(y[0], 1);
    CHECK_REAL(y[255], 128.5);
    CHECK_REAL(y[256], 129);
    CHECK_REAL(y[999], 500.5);
    CHECK(is_unmapped_everywhere(y));
}

SCENARIO(array_function_with_two_statements) {
    float in[3] = {10, 15, 30};
    float scaled[4] = {0, 0, 0, 7};
    float centered[3];
    normalize(3, 10, 30, in, scaled, centered);
    CHECK_REAL(scaled[1], 0.25);
    CHECK_REAL(scaled[3], 7);
    CHECK_REAL(centered[0], -1);
    CHECK_REAL(centered[1], -0.5);
    CHECK_REAL(centered[2], 1);
}

SCENARIO(array_function_without_elements) {
    float none[1] = {3};
    saxpy(0, 2, none, none);
    CHECK_REAL(none[0], 3);
}
