/* What programs call beside their own: libraries that get addresses of the device. */
#include <stdint.h>

double library_sum(const double *values, int64_t n) {
    double total = 0;
    for (int64_t i = 0; i < n; i++) {
        total += values[i];
    }
    return total;
}

int32_t library_scale(int32_t n, float factor, float *x, int32_t step) {
    for (int32_t i = 0; i < n; i++) {
        x[i * step] *= factor;
    }
    return n;
}

void library_sum_of(const double *values, const int32_t *n, double *total) {
    *total = library_sum(values, *n);
}
