// What docs/asynchronous.md shows of Rust.
use ::offload::*;

kernel! {
    fn scale(a: f32, x: &mut [f32]) {
        let i = (offload_block_id(0) * offload_block_size(0) + offload_thread_id(0)) as usize;
        if i < x.len() {
            x[i] *= a;
        }
    }
}

unsafe fn spawn(a: f32, x: &mut [f32]) {
    let pointer = x.as_ptr().cast();
    offload_mark(false, -1);
    offload_for(scale as *const core::ffi::c_void);
    offload_grid((x.len() as i32 + 63) / 64, 1, 1);
    offload_block(64, 1, 1);
    offload_map_pointer(pointer, size_of_val(x) as i64, OFFLOAD_TOFROM);
    unsafe { offload_nowait() };
    offload_depend(pointer, OFFLOAD_INOUT);
    scale(a, x);
}

fn main() {
    let mut x = vec![1.0; 100];
    unsafe { spawn(2.0, &mut x) };
    offload_wait(-1);
}
