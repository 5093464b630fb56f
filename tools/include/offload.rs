//! Marks for Rust: ordinary calls by which a program says that the call behind them goes to a device. `irgen lower`, `build`,
//! `run`, `check` and `explain` read them in the LLVM IR of the program; no compiler has to know of offloading.
//!
//! ```ignore
//! #[path = ".../offload.rs"] // `irgen --include-dir` prints where
//! mod offload;
//! use offload::*;
//!
//! offload_kernel(-1); // the next call is a launch, on the default device
//! offload_grid((n as i32 + 255) / 256, 1, 1);
//! offload_block(256, 1, 1);
//! offload_map_pointer(x.as_ptr().cast(), size_of_val(x) as i64, OFFLOAD_TO);
//! offload_map_pointer(y.as_ptr().cast(), size_of_val(y) as i64, OFFLOAD_TOFROM);
//! saxpy(n, a, x.as_ptr(), y.as_mut_ptr());
//! ```
//!
//! docs/marks-rust.md goes through this file line by line, docs/marks.md has the rules.
#![allow(dead_code)]

use core::ffi::c_void;

// What bits are made of: OpenMP's map types.
pub const OFFLOAD_ALLOC: i64 = 0;
pub const OFFLOAD_TO: i64 = 1;
pub const OFFLOAD_FROM: i64 = 2;
pub const OFFLOAD_TOFROM: i64 = 3;
pub const OFFLOAD_ALWAYS: i64 = 4;
pub const OFFLOAD_CLOSE: i64 = 0x400;
pub const OFFLOAD_PRESENT: i64 = 0x1000;
pub const OFFLOAD_HOLD: i64 = 0x2000;

unsafe extern "C" {
    // Pointers: the argument of the call that has the same value.
    pub safe fn offload_map_pointer(pointer: *const c_void, bytes: i64, bits: i64);
    pub safe fn offload_device_pointer(pointer: *const c_void);

    // The same by number: the arguments of LLVM's call, from 0, which need not be those of the source.
    pub safe fn offload_map(argument: i32, bytes: i64, bits: i64);
    pub safe fn offload_device(argument: i32);

    // What the call becomes, and where: a constant, and a device, of which -1 is the default.
    pub safe fn offload_mark(host: bool, device: i64);

    // Launches: blocks, threads of a block, bytes of dynamic shared memory.
    pub safe fn offload_grid(x: i32, y: i32, z: i32);
    pub safe fn offload_block(x: i32, y: i32, z: i32);
    pub safe fn offload_shared(bytes: i32);

    // Which function's call the marks are for; and what runs, with the original arguments, when a launch is refused.
    pub safe fn offload_for(function: *const c_void);
    pub safe fn offload_fallback(function: *const c_void);

    // For kernels; the dimension is a constant 0, 1 or 2.
    pub safe fn offload_thread_id(dimension: i32) -> i32;
    pub safe fn offload_block_id(dimension: i32) -> i32;
    pub safe fn offload_block_size(dimension: i32) -> i32;
    pub safe fn offload_grid_size(dimension: i32) -> i32;
    pub safe fn offload_barrier();
}

/// The call behind this one gets device addresses, and stays a call.
#[inline(always)]
pub fn offload_host(device: i64) {
    offload_mark(true, device);
}

/// The call behind this one is a launch.
#[inline(always)]
pub fn offload_kernel(device: i64) {
    offload_mark(false, device);
}
