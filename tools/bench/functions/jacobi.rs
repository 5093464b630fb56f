//! Heat in a rod by Jacobi's method: two vectors that are swapped after each sweep.
#[macro_use]
#[path = "../../include/offload.rs"]
mod offload;
use offload::*;

kernel! {
    fn kernel_sweep(old: &[f64], now: &mut [f64]) {
        let i = (offload_block_id(0) * offload_block_size(0) + offload_thread_id(0)) as usize;
        let n = old.len();
        if i < n {
            now[i] = if i == 0 || i == n - 1 { old[i] } else { 0.5 * (old[i - 1] + old[i + 1]) };
        }
    }
}

fn sweep(old: &[f64], now: &mut [f64]) {
    launch!(-1, (old.len() as i32 + 127) / 128, 128, kernel_sweep(to(old), from(now)));
}

fn main() {
    let mut old = vec![0.0; 4096];
    let mut now = vec![0.0; 4096];
    old[0] = 1.0;
    for _ in 0..200 {
        sweep(&old, &mut now);
        std::mem::swap(&mut old, &mut now);
    }
    println!("{:.9}", old.iter().sum::<f64>());
}
