// Launches that were marked with operand bundles, and are refused.
extern "C" {
#include "scenario.h"
}

#include <stdexcept>

extern "C" {
void launch_in_a_loop(float *y, const float *x, int64_t n, float a, int32_t times, int32_t blocks);
int32_t launch_catching(float *y, const float *x, int64_t n, float a);

void axpy_on_host(float *y, const float *x, int64_t n, float a) {
    for (int64_t i = 0; i < n; i++) {
        y[i] += a * x[i];
    }
}

void axpy_or_throw(float *y, const float *x, int64_t n, float a) {
    if (a < 0) {
        throw std::runtime_error("negative");
    }
    axpy_on_host(y, x, n, a);
}
}

SCENARIO(marked_launch_in_a_loop) {
    float y[2] = {1, 2};
    const float x[2] = {3, 4};
    launch_in_a_loop(y, x, 2, 2, 3, 1);
    CHECK_REAL(y[0], 19);
    CHECK_REAL(y[1], 26);
    CHECK(is_unmapped_everywhere(y));
}

SCENARIO(empty_marked_launch_does_nothing) {
    float y[2] = {1, 2};
    const float x[2] = {3, 4};
    launch_in_a_loop(y, x, 2, 2, 3, 0);
    CHECK_REAL(y[0], 1);
}

SCENARIO(fallback_that_throws_is_caught) {
    float y[2] = {1, 2};
    const float x[2] = {3, 4};
    CHECK_INTEGER(launch_catching(y, x, 2, 1), 0);
    CHECK_REAL(y[1], 6);
    CHECK_INTEGER(launch_catching(y, x, 2, -1), 1);
    CHECK_REAL(y[1], 6);
    CHECK(is_unmapped_everywhere(y));
}
