#include "offload.h"

void scale(int64_t n, float a, float *x);
float sum(const float *v, int64_t n);

void steps(int64_t n, float *x, int rounds) {
    for (int i = 0; i < rounds; i++) {
        offload_kernel(-1);
        offload_grid(4, 1, 1);
        offload_block(256, 1, 1);
        offload_map_pointer(x, 4096, OFFLOAD_TOFROM);
        scale(n, 0.5f, x);
    }
}

float total(float *v) {
    offload_host(0);
    offload_map_pointer(v, 4096, OFFLOAD_TO);
    return sum(v, 1024);
}

void wide(float *x) { /* a block that no GPU takes, and no file of its own */
    scale(1024, 2.0f, x);
}
