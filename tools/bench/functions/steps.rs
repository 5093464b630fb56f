//! A wave on a string with `Vec`: steps of time, and a line of output every tenth one.
#[macro_use]
#[path = "../../include/offload.rs"]
mod offload;
use offload::*;

kernel! {
    fn kernel_speed(t: f64, u: &[f64], v: &mut [f64]) {
        let i = (offload_block_id(0) * offload_block_size(0) + offload_thread_id(0)) as usize;
        if i > 0 && i + 1 < u.len() {
            v[i] += t * (u[i - 1] - 2.0 * u[i] + u[i + 1]);
        }
    }
}

kernel! {
    fn kernel_move(t: f64, v: &[f64], u: &mut [f64]) {
        let i = (offload_block_id(0) * offload_block_size(0) + offload_thread_id(0)) as usize;
        if i < u.len() {
            u[i] += t * v[i];
        }
    }
}

fn blocks(n: usize) -> i32 {
    (n as i32 + 255) / 256
}

fn speed(t: f64, u: &[f64], v: &mut [f64]) {
    launch!(-1, blocks(u.len()), 256, kernel_speed(t, to(u), tofrom(v)));
}

fn advance(t: f64, v: &[f64], u: &mut [f64]) {
    launch!(-1, blocks(u.len()), 256, kernel_move(t, to(v), tofrom(u)));
}

fn print(step: i32, u: &[f64]) {
    let highest = u.iter().fold(u[0], |a, b| a.max(*b));
    println!("{step} {highest:.6} {:.6}", u[u.len() / 2]);
}

fn main() {
    let n = 4096;
    let mut u: Vec<f64> = (0..n).map(|i| (std::f64::consts::PI * i as f64 / (n - 1) as f64).sin()).collect();
    let mut v = vec![0.0; n];
    for step in 0..100 {
        speed(0.1, &u, &mut v);
        advance(0.1, &v, &mut u);
        if step % 10 == 0 {
            print(step, &u);
        }
    }
}
