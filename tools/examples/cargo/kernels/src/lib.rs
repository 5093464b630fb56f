//! Kernels, and the function that launches one of them.
use ::offload::*;

const THREADS: i32 = 256;

kernel! {
    /// Adds `a` times `x` to `y`, one element a thread.
    pub fn saxpy_kernel(a: f32, x: &[f32], y: &mut [f32]) {
        let i = (offload_block_id(0) * offload_block_size(0) + offload_thread_id(0)) as usize;
        if i < y.len() {
            y[i] += a * x[i];
        }
    }
}

/// The same on whole slices, on a device.
pub fn saxpy(a: f32, x: &[f32], y: &mut [f32]) {
    let blocks = (y.len() as i32 + THREADS - 1) / THREADS;
    launch!(-1, blocks, THREADS, saxpy_kernel(a, to(x), tofrom(y)));
}
