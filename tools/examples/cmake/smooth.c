#include "smooth.h"

#include "offload.h"

OFFLOAD_KERNEL void smooth(int64_t n, const double *from, double *to) {
    int64_t i = (int64_t)offload_block_id(0) * offload_block_size(0) + offload_thread_id(0);
    if (i < n) {
        double left = i > 0 ? from[i - 1] : from[i];
        double right = i + 1 < n ? from[i + 1] : from[i];
        to[i] = (left + from[i] + right) / 3;
    }
}
