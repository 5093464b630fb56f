// What docs/asynchronous.md shows of C++.
#include "offload.h"

#include <vector>

OFFLOAD_KERNEL static void scale(int n, float a, float *x) {
    int i = offload_block_id(0) * offload_block_size(0) + offload_thread_id(0);
    if (i < n) {
        x[i] *= a;
    }
}

static void spawn(float a, std::vector<float> &x) {
    int n = static_cast<int>(x.size());
    float *data = x.data();
    offload_kernel(-1);
    offload_grid((n + 63) / 64, 1, 1);
    offload_block(64, 1, 1);
    offload_map_pointer(data, n * sizeof(float), OFFLOAD_TOFROM);
    offload_nowait();
    offload_depend(data, OFFLOAD_INOUT);
    scale(n, a, data);
}

void both(std::vector<float> &x, std::vector<float> &y) {
    spawn(2, x);
    spawn(3, y);
    spawn(5, x);
    offload_wait(-1);
}
