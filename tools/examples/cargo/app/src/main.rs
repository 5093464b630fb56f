//! A kernel launch and a BLAS call on the same data. The BLAS library gets device addresses: on libomptarget's host devices
//! those are addresses that any library of the host can use, on a GPU the library is the GPU's.
use ::offload::*;

unsafe extern "C" {
    fn cblas_sscal(n: i32, alpha: f32, x: OnDeviceMut<'_, f32>, increment: i32);
}

fn scale(alpha: f32, x: &mut [f32]) {
    unsafe { library!(-1, cblas_sscal(x.len() as i32, alpha, tofrom(x), 1)) };
}

fn main() {
    let x: Vec<f32> = (0..1000).map(|i| i as f32).collect();
    let mut y = vec![1.0; 1000];
    for _ in 0..3 {
        kernels::saxpy(0.5, &x, &mut y);
        scale(2.0, &mut y);
    }
    println!("{} {} {}", y[0], y[1], y[999]);
}
