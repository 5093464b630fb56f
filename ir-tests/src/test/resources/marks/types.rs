// The types of offload.rs: kernels with references, scalars and slices, a library, memory of the device's own.
#[macro_use]
#[path = "offload.rs"]
mod offload;
use offload::*;

kernel! {
    /// y += a * x, and counts how often.
    pub fn axpy(a: f32, x: &[f32], y: &mut [f32], rounds: &mut i32) {
        let i = (offload_block_id(0) * offload_block_size(0) + offload_thread_id(0)) as usize;
        if i < y.len() && i < x.len() {
            y[i] += a * x[i];
        }
        if i == 0 {
            *rounds += 1;
        }
    }
    fn first(pair: &[i32; 2], result: &mut i32) {
        *result = pair[0];
    }
}

unsafe extern "C" {
    fn library_scale(n: i32, factor: f32, x: OnDeviceMut<'_, f32>, step: i32) -> i32;
    fn omp_target_alloc(bytes: usize, device: i32) -> *mut f32;
    fn omp_target_free(memory: *mut f32, device: i32);
}

fn main() {
    let x: Vec<f32> = (0..1000).map(|i| i as f32).collect();
    let mut y = vec![1.0f32; 1000];
    let mut rounds = 40;
    for _ in 0..2 {
        launch!(-1, (y.len() as i32 + 255) / 256, 256, axpy(0.5, to(&x[..]), tofrom(&mut y[..]), tofrom(&mut rounds)));
    }
    let mut result = 0;
    launch!(-1, (1, 1), (1, 1, 1), first(to(&[7, 8]), from(&mut result)));
    println!("{} {} {} {}", y[0], y[999], rounds, result);

    let scaled = unsafe { library!(-1, library_scale(500, 2.0, tofrom(&mut y[..]), 2)) };
    println!("{} {} {}", y[998], y[999], scaled);

    let memory = unsafe { std::slice::from_raw_parts_mut(omp_target_alloc(4000, 0), 1000) as *mut [f32] };
    let mut own = unsafe { OnDeviceMut::new(memory) };
    let ones = [1.0f32; 1000];
    launch!(0, 4, 256, axpy(0.0, to(&ones[..]), own.lend(), tofrom(&mut rounds)));
    println!("{} {}", own.len(), rounds);
    unsafe { omp_target_free(own.address() as *mut f32, 0) };
}
