/* y = a * x + y on a device, then the sum of y by a library that gets the device's address. */
#include "offload.h"

#include <stdio.h>

void saxpy(int64_t n, float a, const float *x, float *y);
float sum(const float *values, int64_t n);

/* Runs where there is no device for the kernel. */
static void saxpy_on_host(int64_t n, float a, const float *x, float *y) {
    for (int64_t i = 0; i < n; i++) {
        y[i] += a * x[i];
    }
}

int main(void) {
    enum { N = 1000 };
    float x[N];
    float y[N];
    for (int i = 0; i < N; i++) {
        x[i] = i;
        y[i] = 1;
    }
    for (int round = 0; round < 3; round++) {
        offload_kernel(-1);
        offload_grid((N + 255) / 256, 1, 1);
        offload_block(256, 1, 1);
        offload_map_pointer(x, sizeof x, OFFLOAD_TO);
        offload_map_pointer(y, sizeof y, OFFLOAD_TOFROM);
        offload_fallback(saxpy_on_host);
        saxpy(N, 0.5f, x, y);
    }
    offload_host(-1);
    offload_for(sum);
    offload_map_pointer(y, sizeof y, OFFLOAD_TO);
    float total = sum(y, N);
    printf("%.1f %.1f %.1f\n", y[0], y[N - 1], total);
    return 0;
}
