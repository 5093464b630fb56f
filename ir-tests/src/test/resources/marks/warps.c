#include "offload.h"

OFFLOAD_KERNEL void all_of_them(int *x) {
    int *s = (int *)offload_shared_dynamic();
    int lane = offload_lane_id();
    offload_fence_block();
    offload_fence_device();
    offload_warp_barrier();
    s[lane] = offload_warp_size();
    x[0] = offload_shuffle_i32(s[0], 1);
    x[1] = (int)offload_shuffle_up_i64(offload_ballot(lane > 3), 1);
    x[2] = (int)offload_shuffle_down_f32((float)lane, 2);
    x[3] = (int)offload_shuffle_xor_f64(lane, 1);
    x[4] = offload_any(lane > x[5]) && offload_all(lane < x[5]);
}
