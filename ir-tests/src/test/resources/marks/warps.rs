#![crate_type = "lib"]
#[macro_use]
#[path = "offload.rs"]
mod offload;
use offload::*;

kernel! {
    pub fn all_of_them(x: &mut [i32; 6]) {
        let s = offload_shared_dynamic() as *mut i32;
        let lane = offload_lane_id();
        offload_fence_block();
        offload_fence_device();
        offload_warp_barrier();
        unsafe { *s = offload_warp_size() };
        x[0] = offload_shuffle_i32(lane, 1);
        x[1] = offload_shuffle_up_i64(offload_ballot(lane > 3), 1) as i32;
        x[2] = offload_shuffle_down_f32(lane as f32, 2) as i32;
        x[3] = offload_shuffle_xor_f64(lane as f64, 1) as i32;
        let some = offload_any(lane > x[5]);
        let every = offload_all(lane < x[5]);
        x[4] = (some && every) as i32;
    }
}
