// What docs/marks-rust.md shows of Rust without the macros.
#[macro_use]
#[path = "../../../../../tools/include/offload.rs"]
mod offload;
use offload::*;

#[unsafe(no_mangle)]
#[unsafe(link_section = "offload.kernel")]
#[inline(never)]
pub unsafe extern "C" fn axpy(n: i64, a: f64, x: *const f64, y: *mut f64) {
    if n > 0 {
        unsafe { *y += a * *x };
    }
}

fn main() {
    offload_wait(-1);
}
