// What docs/marks-rust.md shows of Rust.
use ::offload::*;

kernel! {
    fn axpy(a: f32, x: &[f32], y: &mut [f32]) {
        let i = (offload_block_id(0) * offload_block_size(0) + offload_thread_id(0)) as usize;
        if i < y.len() {
            y[i] += a * x[i];
        }
    }
}

#[unsafe(link_section = "offload.device")]
static mut TABLE: [f32; 256] = [0.0; 256];

fn main() {
    let x = vec![1.0; 100];
    let mut y = vec![1.0; 100];
    launch!(-1, (y.len() as i32 + 255) / 256, 256, axpy(2.0, to(&x[..]), tofrom(&mut y[..])));
    offload_map_pointer((&raw const TABLE).cast(), 1024, OFFLOAD_TO);
    offload_update(-1);
}
