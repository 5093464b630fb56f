/* Needs nothing of a library, so it runs in any process. */
#include "offload.h"

#ifdef KERNELS
OFFLOAD_KERNEL void axpy(int64_t n, double a, const double *x, double *y) {
    int64_t i = (int64_t)offload_block_id(0) * offload_block_size(0) + offload_thread_id(0);
    if (i < n) {
        y[i] += a * x[i];
    }
}
#else
void axpy(int64_t n, double a, const double *x, double *y);

double run(void) {
    double x[100];
    double y[100];
    for (int i = 0; i < 100; i++) {
        x[i] = i;
        y[i] = 1;
    }
    for (int round = 0; round < 2; round++) {
        offload_kernel(-1);
        offload_grid(2, 1, 1);
        offload_block(64, 1, 1);
        offload_map_pointer(x, sizeof x, OFFLOAD_TO);
        offload_map_pointer(y, sizeof y, OFFLOAD_TOFROM);
        axpy(100, 0.5, x, y);
    }
    double sum = 0;
    for (int i = 0; i < 100; i++) {
        sum += y[i];
    }
    return sum;
}
#endif
