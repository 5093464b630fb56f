// Needs nothing of a library when it is optimised, so it runs in any process.
#![no_std]
#![crate_type = "lib"]
#[macro_use]
#[path = "offload.rs"]
mod offload;
use offload::*;

#[cfg(kernels)]
kernel! {
    pub fn axpy(a: f64, x: &[f64; 100], y: &mut [f64; 100]) {
        let i = (offload_block_id(0) * offload_block_size(0) + offload_thread_id(0)) as usize;
        if i < 100 {
            y[i] += a * x[i];
        }
    }
}
#[cfg(not(kernels))]
unsafe extern "Rust" {
    safe fn axpy(a: f64, x: &[f64; 100], y: &mut [f64; 100]);
}

#[cfg(not(kernels))]
#[unsafe(no_mangle)]
pub extern "C" fn run() -> f64 {
    let mut x = [0.0; 100];
    let mut y = [1.0; 100];
    let mut i = 0;
    while i < 100 {
        x[i] = i as f64;
        i += 1;
    }
    launch!(-1, 2, 64, axpy(0.5, to(&x), tofrom(&mut y)));
    launch!(-1, 2, 64, axpy(0.5, to(&x), tofrom(&mut y)));
    let mut sum = 0.0;
    i = 0;
    while i < 100 {
        sum += y[i];
        i += 1;
    }
    sum
}
