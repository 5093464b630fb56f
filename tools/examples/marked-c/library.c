/* Stands for a library that works on the device's memory, like cuBLAS: it gets addresses of the device. */
#include <stdint.h>

float sum(const float *values, int64_t n) {
    float total = 0;
    for (int64_t i = 0; i < n; i++) {
        total += values[i];
    }
    return total;
}
