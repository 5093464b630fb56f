//! Marks for Rust: ordinary calls by which a program says that the call behind them goes to a device. `irgen lower`, `build`,
//! `run`, `check` and `explain` read them in the LLVM IR of the program; no compiler has to know of offloading.
//!
//! ```ignore
//! #[macro_use]
//! #[path = ".../offload.rs"] // `irgen --include-dir` prints where
//! mod offload;
//! use offload::*;
//!
//! kernel! {
//!     fn saxpy(a: f32, x: &[f32], y: &mut [f32]) {
//!         let i = (offload_block_id(0) * offload_block_size(0) + offload_thread_id(0)) as usize;
//!         if i < y.len() {
//!             y[i] += a * x[i];
//!         }
//!     }
//! }
//!
//! launch!(-1, (n + 255) / 256, 256, saxpy(2.0, to(&x[..]), tofrom(&mut y[..])));
//! ```
//!
//! docs/marks-rust.md goes through this file line by line, docs/marks.md has the rules.
#![allow(dead_code, unused_macros)]

use core::ffi::c_void;
use core::marker::PhantomData;

// What bits are made of: OpenMP's map types.
pub const OFFLOAD_ALLOC: i64 = 0;
pub const OFFLOAD_TO: i64 = 1;
pub const OFFLOAD_FROM: i64 = 2;
pub const OFFLOAD_TOFROM: i64 = 3;
pub const OFFLOAD_ALWAYS: i64 = 4;
pub const OFFLOAD_DELETE: i64 = 8;
pub const OFFLOAD_CLOSE: i64 = 0x400;
pub const OFFLOAD_PRESENT: i64 = 0x1000;
pub const OFFLOAD_HOLD: i64 = 0x2000;

// What an asynchronous call does to what it depends on.
pub const OFFLOAD_IN: i32 = 1;
pub const OFFLOAD_INOUT: i32 = 3;

unsafe extern "C" {
    // Pointers: the argument of the call that has the same value.
    pub safe fn offload_map_pointer(pointer: *const c_void, bytes: i64, bits: i64);
    pub safe fn offload_device_pointer(pointer: *const c_void);

    // Structures with pointers: `structure` is a pointer that offload_map_pointer maps. The pointer at an offset in it points
    // to so many bytes, which travel too; with several offsets (i64), each but the last leads to a structure that another
    // offload_member has mapped. Or a mapper function like OpenMP's tells what belongs to the structure.
    pub fn offload_member(structure: *const c_void, bytes: i64, bits: i64, offset: i64, ...);
    pub safe fn offload_mapper(structure: *const c_void, mapper: *const c_void);

    // The same by number: the arguments of LLVM's call, from 0, which need not be those of the source.
    pub safe fn offload_map(argument: i32, bytes: i64, bits: i64);
    pub safe fn offload_device(argument: i32);

    // Which part of the array that the mark in front of it maps, in place of its bytes: one dimension, or two or three in a
    // row, the outermost first. In elements of so many bytes: how many lie in front, how many there are, and how far it is
    // from one to the next. What has gaps can be updated only.
    pub safe fn offload_section(element_bytes: i64, offset: i64, count: i64, stride: i64);

    // What the call becomes, and where: a constant, and a device, of which -1 is the default.
    pub safe fn offload_mark(host: bool, device: i64);

    // Launches: blocks, threads of a block, bytes of dynamic shared memory.
    pub safe fn offload_grid(x: i32, y: i32, z: i32);
    pub safe fn offload_block(x: i32, y: i32, z: i32);
    pub safe fn offload_shared(bytes: i32);

    // Which function's call the marks are for; and what runs, with the original arguments, when a launch is refused.
    pub safe fn offload_for(function: *const c_void);
    pub safe fn offload_fallback(function: *const c_void);

    // Each ends the offload_map_pointer marks in front of it, which are for no call then. The first maps what each names,
    // OFFLOAD_TO the device or OFFLOAD_ALLOC only, and leaves it mapped; the second unmaps it, OFFLOAD_FROM the device,
    // OFFLOAD_ALLOC to give up one mapping or OFFLOAD_DELETE for all; the third copies it TO or FROM where it is on the device
    // already.
    pub safe fn offload_enter(device: i64);
    pub safe fn offload_exit(device: i64);
    pub safe fn offload_update(device: i64);

    // Among the marks of a call, or of an enter, exit or update: the program goes on and does not wait, and the arrays belong
    // to the device until it does. Such calls follow each other where both name the same pointer, which is one of the
    // arguments, unless both only read it. A wait is for all that this thread has begun, or for what follows from the
    // offload_depend marks in front of it. Not safe: nothing keeps the arrays borrowed until the wait.
    pub fn offload_nowait();
    pub safe fn offload_depend(pointer: *const c_void, kind: i32);
    pub safe fn offload_wait(device: i64);

    // For kernels; the dimension is a constant 0, 1 or 2.
    pub safe fn offload_thread_id(dimension: i32) -> i32;
    pub safe fn offload_block_id(dimension: i32) -> i32;
    pub safe fn offload_block_size(dimension: i32) -> i32;
    pub safe fn offload_grid_size(dimension: i32) -> i32;
    pub safe fn offload_barrier();
    pub safe fn offload_shared_dynamic() -> *mut c_void;
    pub safe fn offload_fence_block();
    pub safe fn offload_fence_device();

    // The warp: threads of a block in the order x, then y, then z. All of its lanes that there are come to a call together.
    // A shuffle gives the value of another lane, the caller's own where there is none.
    pub safe fn offload_warp_size() -> i32;
    pub safe fn offload_lane_id() -> i32;
    pub safe fn offload_warp_barrier();
    pub safe fn offload_shuffle_i32(value: i32, lane: i32) -> i32;
    pub safe fn offload_shuffle_i64(value: i64, lane: i32) -> i64;
    pub safe fn offload_shuffle_f32(value: f32, lane: i32) -> f32;
    pub safe fn offload_shuffle_f64(value: f64, lane: i32) -> f64;
    pub safe fn offload_shuffle_up_i32(value: i32, lanes: i32) -> i32;
    pub safe fn offload_shuffle_up_i64(value: i64, lanes: i32) -> i64;
    pub safe fn offload_shuffle_up_f32(value: f32, lanes: i32) -> f32;
    pub safe fn offload_shuffle_up_f64(value: f64, lanes: i32) -> f64;
    pub safe fn offload_shuffle_down_i32(value: i32, lanes: i32) -> i32;
    pub safe fn offload_shuffle_down_i64(value: i64, lanes: i32) -> i64;
    pub safe fn offload_shuffle_down_f32(value: f32, lanes: i32) -> f32;
    pub safe fn offload_shuffle_down_f64(value: f64, lanes: i32) -> f64;
    pub safe fn offload_shuffle_xor_i32(value: i32, bits: i32) -> i32;
    pub safe fn offload_shuffle_xor_i64(value: i64, bits: i32) -> i64;
    pub safe fn offload_shuffle_xor_f32(value: f32, bits: i32) -> f32;
    pub safe fn offload_shuffle_xor_f64(value: f64, bits: i32) -> f64;
    pub safe fn offload_ballot(holds: bool) -> i64;
    pub safe fn offload_any(holds: bool) -> bool;
    pub safe fn offload_all(holds: bool) -> bool;

    // For kernels: the kernel comes to what this points to by this pointer only.
    pub safe fn offload_noalias(pointer: *const c_void);
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

/// What can be copied to a device byte by byte, and means the same there.
///
/// # Safety
/// No pointer, no reference and nothing to drop is in it, and every value of its bytes that a kernel may leave is one of its
/// values.
pub unsafe trait Plain {}

/// Numbers, which are passed by value.
pub trait Scalar: Plain + Copy {}

macro_rules! scalars {
    ($($scalar:ty),*) => {
        $(
            unsafe impl Plain for $scalar {}
            impl Scalar for $scalar {}
            impl Parameter for $scalar {
                #[inline(always)]
                fn promise(&self) {}
            }
        )*
    };
}
scalars!(i8, i16, i32, i64, isize, u8, u16, u32, u64, usize, f32, f64);
unsafe impl<T: Plain> Plain for [T] {}
unsafe impl<T: Plain, const N: usize> Plain for [T; N] {}

/// What a kernel takes. Rust knows of references that nothing else points there, and does not say it without optimisation.
pub trait Parameter {
    /// Says it.
    fn promise(&self);
}
impl<T: ?Sized> Parameter for &T {
    #[inline(always)]
    fn promise(&self) {
        offload_noalias(*self as *const T as *const c_void);
    }
}
impl<T: ?Sized> Parameter for &mut T {
    #[inline(always)]
    fn promise(&self) {
        offload_noalias(&raw const **self as *const c_void);
    }
}

/// What `launch!` takes where a kernel takes a `P`.
pub trait ForKernel<P> {
    /// Marks the argument of a launch.
    fn for_kernel(self) -> P;
}

/// What `library!` takes where a function of the host takes a `P`.
pub trait ForLibrary<P> {
    /// Marks the argument of a call in host mode.
    fn for_library(self) -> P;
}

impl<S: Scalar> ForKernel<S> for S {
    #[inline(always)]
    fn for_kernel(self) -> S {
        self
    }
}
impl<S: Scalar> ForLibrary<S> for S {
    #[inline(always)]
    fn for_library(self) -> S {
        self
    }
}

/// Data of the host that comes to the device for a call, all of it.
#[must_use = "data comes to the device for a call only"]
pub struct Mapped<R, const BITS: i64>(R);

/// The device gets what the data is.
#[inline(always)]
pub fn to<T: Plain + ?Sized>(data: &T) -> Mapped<&T, OFFLOAD_TO> {
    Mapped(data)
}

/// The host gets what the data becomes; what the device finds there is anything.
#[inline(always)]
pub fn from<T: Plain + ?Sized>(data: &mut T) -> Mapped<&mut T, OFFLOAD_FROM> {
    Mapped(data)
}

/// The device gets what the data is, and the host gets what it becomes.
#[inline(always)]
pub fn tofrom<T: Plain + ?Sized>(data: &mut T) -> Mapped<&mut T, OFFLOAD_TOFROM> {
    Mapped(data)
}

/// The device gets as much memory, and nothing is copied.
#[inline(always)]
pub fn alloc<T: Plain + ?Sized>(data: &mut T) -> Mapped<&mut T, OFFLOAD_ALLOC> {
    Mapped(data)
}

impl<'a, T: Plain + ?Sized, const BITS: i64> ForKernel<&'a T> for Mapped<&'a T, BITS> {
    #[inline(always)]
    fn for_kernel(self) -> &'a T {
        offload_map_pointer(self.0 as *const T as *const c_void, size_of_val(self.0) as i64, BITS);
        self.0
    }
}
impl<'a, T: Plain + ?Sized, const BITS: i64> ForKernel<&'a mut T> for Mapped<&'a mut T, BITS> {
    #[inline(always)]
    fn for_kernel(self) -> &'a mut T {
        offload_map_pointer(self.0 as *const T as *const c_void, size_of_val(self.0) as i64, BITS);
        self.0
    }
}
macro_rules! mapped_for_device {
    ($marks:ident, $method:ident) => {
        impl<'a, T: Plain + ?Sized, const BITS: i64> $marks<OnDevice<'a, T>> for Mapped<&'a T, BITS> {
            #[inline(always)]
            fn $method(self) -> OnDevice<'a, T> {
                offload_map_pointer(self.0 as *const T as *const c_void, size_of_val(self.0) as i64, BITS);
                OnDevice(self.0, PhantomData)
            }
        }
        impl<'a, T: Plain + ?Sized, const BITS: i64> $marks<OnDeviceMut<'a, T>> for Mapped<&'a mut T, BITS> {
            #[inline(always)]
            fn $method(self) -> OnDeviceMut<'a, T> {
                offload_map_pointer(self.0 as *const T as *const c_void, size_of_val(self.0) as i64, BITS);
                OnDeviceMut(self.0, PhantomData)
            }
        }
        // functions in C take an array by the address of its first element
        impl<'a, T: Plain, const BITS: i64> $marks<OnDevice<'a, T>> for Mapped<&'a [T], BITS> {
            #[inline(always)]
            fn $method(self) -> OnDevice<'a, T> {
                offload_map_pointer(self.0.as_ptr() as *const c_void, size_of_val(self.0) as i64, BITS);
                OnDevice(self.0.as_ptr(), PhantomData)
            }
        }
        impl<'a, T: Plain, const BITS: i64> $marks<OnDeviceMut<'a, T>> for Mapped<&'a mut [T], BITS> {
            #[inline(always)]
            fn $method(self) -> OnDeviceMut<'a, T> {
                offload_map_pointer(self.0.as_ptr() as *const c_void, size_of_val(self.0) as i64, BITS);
                OnDeviceMut(self.0.as_mut_ptr(), PhantomData)
            }
        }
    };
}
mapped_for_device!(ForKernel, for_kernel);
mapped_for_device!(ForLibrary, for_library);

/// Data on the device. Host code can pass it on, and has no way to read it.
#[repr(transparent)]
pub struct OnDevice<'a, T: ?Sized>(*const T, PhantomData<&'a T>);

/// Data on the device that nothing else uses meanwhile. Host code can pass it on, and has no way to read or write it.
#[repr(transparent)]
pub struct OnDeviceMut<'a, T: ?Sized>(*mut T, PhantomData<&'a mut T>);

impl<T: ?Sized> Clone for OnDevice<'_, T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T: ?Sized> Copy for OnDevice<'_, T> {}

impl<'a, T: ?Sized> OnDevice<'a, T> {
    /// Names memory that somebody has allocated on the device.
    ///
    /// # Safety
    /// It stays there for `'a`, and nothing writes to it.
    pub unsafe fn new(address: *const T) -> Self {
        OnDevice(address, PhantomData)
    }

    /// Returns the device's address, for libraries.
    pub fn address(self) -> *const T {
        self.0
    }
}

impl<'a, T: ?Sized> OnDeviceMut<'a, T> {
    /// Names memory that somebody has allocated on the device.
    ///
    /// # Safety
    /// It stays there for `'a`, and nothing else uses it.
    pub unsafe fn new(address: *mut T) -> Self {
        OnDeviceMut(address, PhantomData)
    }

    /// Returns the device's address, for libraries.
    pub fn address(&mut self) -> *mut T {
        self.0
    }

    /// Lends it for one call.
    pub fn lend(&mut self) -> OnDeviceMut<'_, T> {
        OnDeviceMut(self.0, PhantomData)
    }
}

impl<T> OnDevice<'_, [T]> {
    /// Returns how many elements there are.
    pub fn len(self) -> usize {
        self.0.len()
    }
}

impl<T> OnDeviceMut<'_, [T]> {
    /// Returns how many elements there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }
}

impl<'a, T: ?Sized> ForKernel<&'a T> for OnDevice<'a, T> {
    #[inline(always)]
    fn for_kernel(self) -> &'a T {
        offload_device_pointer(self.0 as *const c_void);
        // it is the kernel that gets it
        unsafe { &*self.0 }
    }
}
impl<'a, T: ?Sized> ForKernel<&'a mut T> for OnDeviceMut<'a, T> {
    #[inline(always)]
    fn for_kernel(self) -> &'a mut T {
        offload_device_pointer(self.0 as *const c_void);
        // it is the kernel that gets it
        unsafe { &mut *self.0 }
    }
}
impl<'a, T: ?Sized> ForLibrary<OnDevice<'a, T>> for OnDevice<'a, T> {
    #[inline(always)]
    fn for_library(self) -> OnDevice<'a, T> {
        self
    }
}
impl<'a, T: ?Sized> ForLibrary<OnDeviceMut<'a, T>> for OnDeviceMut<'a, T> {
    #[inline(always)]
    fn for_library(self) -> OnDeviceMut<'a, T> {
        self
    }
}

/// Up to three sizes, x first.
pub struct Size(i32, i32, i32);

impl From<i32> for Size {
    #[inline(always)]
    fn from(x: i32) -> Size {
        Size(x, 1, 1)
    }
}
impl From<(i32, i32)> for Size {
    #[inline(always)]
    fn from((x, y): (i32, i32)) -> Size {
        Size(x, y, 1)
    }
}
impl From<(i32, i32, i32)> for Size {
    #[inline(always)]
    fn from((x, y, z): (i32, i32, i32)) -> Size {
        Size(x, y, z)
    }
}

/// Marks the grid and the block of a launch.
#[inline(always)]
pub fn bounds(grid: Size, block: Size) {
    offload_grid(grid.0, grid.1, grid.2);
    offload_block(block.0, block.1, block.2);
}

/// Defines kernels: functions that return nothing and take scalars, references and slices.
#[macro_export]
macro_rules! kernel {
    ($($(#[$attribute:meta])* $access:vis fn $name:ident($($parameter:ident: $type:ty),* $(,)?) $body:block)*) => {
        $(
            $(#[$attribute])*
            #[unsafe(no_mangle)]
            #[unsafe(link_section = "offload.kernel")]
            #[inline(never)]
            $access fn $name($($parameter: $type),*) {
                $($crate::offload::Parameter::promise(&$parameter);)*
                $body
            }
        )*
    };
}

/// Launches a kernel: `launch!(device, grid, block, kernel(arguments))`.
#[macro_export]
macro_rules! launch {
    ($device:expr, $grid:expr, $block:expr, $kernel:ident($($argument:expr),* $(,)?)) => {{
        let (device, grid, block): (i64, $crate::offload::Size, $crate::offload::Size) =
            ($device, $crate::offload::Size::from($grid), $crate::offload::Size::from($block));
        $crate::offload::offload_mark(false, device);
        $crate::offload::offload_for($kernel as *const core::ffi::c_void);
        $crate::offload::bounds(grid, block);
        $kernel($($crate::offload::ForKernel::for_kernel($argument)),*)
    }};
}

/// Calls a function of the host with data on the device: `library!(device, function(arguments))`.
#[macro_export]
macro_rules! library {
    ($device:expr, $function:ident($($argument:expr),* $(,)?)) => {{
        let device: i64 = $device;
        $crate::offload::offload_mark(true, device);
        $crate::offload::offload_for($function as *const core::ffi::c_void);
        $function($($crate::offload::ForLibrary::for_library($argument)),*)
    }};
}
