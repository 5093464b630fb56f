#include "offload.h"

#include <stdio.h>

/* A slice of Rust is a pointer and a length. */
void clamp(double *values, int64_t count, double low, double high);

int main(void) {
    enum { N = 300 };
    double values[N];
    for (int i = 0; i < N; i++) {
        values[i] = i - 100;
    }
    offload_kernel(-1);
    offload_for(clamp);
    offload_grid((N + 127) / 128, 1, 1);
    offload_block(128, 1, 1);
    offload_map_pointer(values, sizeof values, OFFLOAD_TOFROM);
    clamp(values, N, -7.5, 50);
    printf("%.1f %.1f %.1f\n", values[0], values[100 + 20], values[N - 1]);
    return 0;
}
