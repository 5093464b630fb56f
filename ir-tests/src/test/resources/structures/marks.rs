// Members, members of members, sections of members and a mapper function, by the marks of Rust.
use ::offload::*;
use core::ffi::c_void;
use core::mem::{offset_of, size_of};

#[repr(C)]
pub struct Leaf { n: i64, values: *mut f64 }
#[repr(C)]
pub struct Root { leaf: *mut Leaf }

unsafe extern "C" {
    fn __tgt_push_mapper_component(
        handle: *mut c_void, base: *mut c_void, begin: *mut c_void, bytes: i64, bits: i64, name: *mut c_void);
}

extern "C" fn map_leaves(
    handle: *mut c_void, _base: *mut c_void, begin: *mut c_void, bytes: i64, bits: i64, name: *mut c_void) {
    unsafe {
        let leaves = begin as *mut Leaf;
        __tgt_push_mapper_component(handle, begin, begin, 0, 0, name);
        __tgt_push_mapper_component(handle, begin, begin, bytes, bits & 3, name);
        for i in 0..bytes as usize / size_of::<Leaf>() {
            let leaf = leaves.add(i);
            __tgt_push_mapper_component(
                handle, (&raw mut (*leaf).values).cast(), (*leaf).values.cast(), (*leaf).n * 8,
                (2 << 48) | 0x10 | (bits & 3), name);
        }
    }
}

#[unsafe(no_mangle)]
#[unsafe(link_section = "offload.kernel")]
#[inline(never)]
fn scale_root(r: *mut Root) {
    unsafe {
        let l = (*r).leaf;
        for i in 0..(*l).n { *(*l).values.add(i as usize) *= 2.0; }
    }
}
#[unsafe(no_mangle)]
#[unsafe(link_section = "offload.kernel")]
#[inline(never)]
fn scale_part(l: *mut Leaf) {
    unsafe { *(*l).values.add(2) *= 2.0; *(*l).values.add(3) *= 2.0; }
}
#[unsafe(no_mangle)]
#[unsafe(link_section = "offload.kernel")]
#[inline(never)]
fn scale_leaf(l: *mut Leaf) {
    unsafe { for i in 0..(*l).n { *(*l).values.add(i as usize) *= 2.0; } }
}
#[unsafe(no_mangle)]
#[unsafe(link_section = "offload.kernel")]
#[inline(never)]
fn scale_leaves(n: i64, l: *mut Leaf) {
    unsafe {
        for m in 0..n as usize {
            let leaf = l.add(m);
            for i in 0..(*leaf).n { *(*leaf).values.add(i as usize) *= 2.0; }
        }
    }
}

fn tell(values: &[f64; 6]) {
    for value in values { print!(" {}", value); }
    println!();
}

fn main() {
    const VALUES: i64 = offset_of!(Leaf, values) as i64;
    let mut values: [f64; 6] = [1.0, 2.0, 3.0, 4.0, 5.0, 6.0];
    let first: *mut f64 = values.as_mut_ptr();
    let mut leaf = Leaf { n: 6, values: first };
    let l: *mut Leaf = &mut leaf;
    let mut root = Root { leaf: l };
    let r: *mut Root = &mut root;
    let mut leaves = [Leaf { n: 2, values: first }, Leaf { n: 3, values: unsafe { first.add(2) } }];
    let m: *mut Leaf = leaves.as_mut_ptr();

    offload_kernel(0);
    offload_grid(1, 1, 1);
    offload_block(1, 1, 1);
    offload_map_pointer(r as *const c_void, 8, OFFLOAD_TO);
    unsafe {
        offload_member(r as *const c_void, 16, OFFLOAD_TO, 0);
        offload_member(r as *const c_void, 48, OFFLOAD_TOFROM, 0, VALUES);
    }
    scale_root(r);
    tell(&values);

    offload_kernel(0);
    offload_grid(1, 1, 1);
    offload_block(1, 1, 1);
    offload_map_pointer(l as *const c_void, 16, OFFLOAD_TO);
    unsafe { offload_member(l as *const c_void, 0, OFFLOAD_TOFROM, VALUES) };
    offload_section(8, 2, 2, 1);
    scale_part(l);
    tell(&values);

    offload_map_pointer(l as *const c_void, 16, OFFLOAD_TO);
    unsafe { offload_member(l as *const c_void, 48, OFFLOAD_TO, VALUES) };
    offload_enter(0);
    offload_kernel(0);
    offload_grid(1, 1, 1);
    offload_block(1, 1, 1);
    offload_map_pointer(l as *const c_void, 16, OFFLOAD_TO);
    scale_leaf(l);
    offload_map_pointer(l as *const c_void, 16, OFFLOAD_FROM);
    unsafe { offload_member(l as *const c_void, 0, OFFLOAD_FROM, VALUES) };
    offload_section(8, 0, 3, 2);
    offload_update(0);
    tell(&values);
    offload_map_pointer(l as *const c_void, 16, OFFLOAD_DELETE);
    unsafe { offload_member(l as *const c_void, 48, OFFLOAD_FROM | OFFLOAD_DELETE, VALUES) };
    offload_exit(0);
    tell(&values);

    offload_kernel(0);
    offload_grid(1, 1, 1);
    offload_block(1, 1, 1);
    offload_map_pointer(m as *const c_void, 32, OFFLOAD_TOFROM);
    offload_mapper(m as *const c_void, map_leaves as *const c_void);
    scale_leaves(2, m);
    tell(&values);
}
