use ::offload::*;
use core::ffi::c_void;

#[repr(C)]
pub struct Vector { n: i64, values: *mut f64 }

#[unsafe(no_mangle)]
#[unsafe(link_section = "offload.kernel")]
#[inline(never)]
fn twice(v: *mut Vector) {
    unsafe {
        for i in 0..(*v).n { *(*v).values.add(i as usize) *= 2.0; }
    }
}

fn main() {
    let mut values = vec![1.0, 2.0, 3.0];
    let mut v = Vector { n: 3, values: values.as_mut_ptr() };
    let p: *mut Vector = &mut v;
    offload_mark(false, 0);
    offload_grid(1, 1, 1);
    offload_block(1, 1, 1);
    offload_map_pointer(p as *const c_void, 16, OFFLOAD_TO);
    unsafe { offload_member(p as *const c_void, 24, OFFLOAD_TOFROM, core::mem::offset_of!(Vector, values) as i64) };
    twice(p);
    println!("{:?}", values);
}
