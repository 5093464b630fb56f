// Vectors and the functions of offload.rs.
#[macro_use]
#[path = "offload.rs"]
mod offload;
use offload::*;

#[unsafe(no_mangle)]
#[unsafe(link_section = "offload.kernel")]
#[inline(never)]
pub unsafe extern "C" fn axpy(n: i64, a: f64, x: *const f64, y: *mut f64) {
    let i = offload_block_id(0) as i64 * offload_block_size(0) as i64 + offload_thread_id(0) as i64;
    if i < n {
        unsafe { *y.offset(i as isize) += a * *x.offset(i as isize) };
    }
}

unsafe extern "C" {
    fn library_sum(values: *const f64, n: i64) -> f64;
}

struct Announced(&'static str);
impl Drop for Announced {
    fn drop(&mut self) {
        println!("end of {}", self.0);
    }
}

fn main() {
    let _announced = Announced("main");
    let x: Vec<f64> = (0..1000).map(f64::from).collect();
    let mut y = vec![1.0; x.len()];
    offload_kernel(-1);
    offload_grid((x.len() as i32 + 255) / 256, 1, 1);
    offload_block(256, 1, 1);
    offload_map_pointer(x.as_ptr().cast(), (x.len() * 8) as i64, OFFLOAD_TO);
    offload_map_pointer(y.as_ptr().cast(), size_of_val(&y[..]) as i64, OFFLOAD_TOFROM);
    unsafe { axpy(y.len() as i64, 0.5, x.as_ptr(), y.as_mut_ptr()) };
    offload_host(-1);
    offload_for(library_sum as *const _);
    offload_map_pointer(y.as_ptr().cast(), size_of_val(&y[..]) as i64, OFFLOAD_TO);
    let sum = unsafe { library_sum(y.as_ptr(), y.len() as i64) };
    println!("{} {} {}", y[0], y[999], sum);
}
