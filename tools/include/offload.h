/*
 * Marks for C and C++: ordinary calls by which a program says that the call behind them goes to a device. 'irgen lower',
 * 'build', 'run', 'check' and 'explain' read them in the LLVM IR of the program; no compiler has to know of offloading.
 *
 *     offload_kernel(-1);                                     // the next call is a launch, on the default device
 *     offload_grid((n + 255) / 256, 1, 1);
 *     offload_block(256, 1, 1);
 *     offload_map_pointer(x, n * sizeof *x, OFFLOAD_TO);
 *     offload_map_pointer(y, n * sizeof *y, OFFLOAD_TOFROM);
 *     saxpy(n, a, x, y);
 *
 *     offload_host(-1);                                       // the next call gets device addresses, and stays a call
 *     offload_for(cblas_sscal);
 *     offload_map_pointer(x, n * sizeof *x, OFFLOAD_TOFROM);
 *     cblas_sscal(n, 2.0f, x, 1);
 *
 * docs/marks-c.md goes through this file line by line, docs/marks.md has the rules.
 */
#ifndef OFFLOAD_H
#define OFFLOAD_H

#include <stdint.h>

#ifdef __cplusplus
#define OFFLOAD_BOOL bool
#define OFFLOAD_NOEXCEPT noexcept
#define OFFLOAD_NOTHROW
extern "C" {
#else
#define OFFLOAD_BOOL _Bool
#define OFFLOAD_NOEXCEPT
#define OFFLOAD_NOTHROW __attribute__((nothrow))
#endif

/* An optimiser may not split marks from their call at a branch. GCC's needs no telling: it writes no LLVM IR. */
#ifdef __clang__
#define OFFLOAD_MARK OFFLOAD_NOTHROW __attribute__((convergent))
#else
#define OFFLOAD_MARK OFFLOAD_NOTHROW
#endif

/* What 'bits' are made of: OpenMP's map types. */
enum {
    OFFLOAD_ALLOC = 0,
    OFFLOAD_TO = 1,
    OFFLOAD_FROM = 2,
    OFFLOAD_TOFROM = 3,
    OFFLOAD_ALWAYS = 4,
    OFFLOAD_DELETE = 8,
    OFFLOAD_CLOSE = 0x400,
    OFFLOAD_PRESENT = 0x1000,
    OFFLOAD_HOLD = 0x2000
};

/* Pointers: the argument of the call that has the same value. */
OFFLOAD_MARK void offload_map_pointer(const volatile void *pointer, int64_t bytes, int64_t bits) OFFLOAD_NOEXCEPT;
OFFLOAD_MARK void offload_device_pointer(const volatile void *pointer) OFFLOAD_NOEXCEPT;

/* Structures with pointers: 'structure' is a pointer that offload_map_pointer maps. The pointer at an offset in it (of type
   int64_t or int) points to so many bytes, which travel too; with several offsets, each but the last leads to a structure
   that another offload_member has mapped. Or a mapper function like OpenMP's tells what belongs to the structure. */
OFFLOAD_MARK void offload_member(const volatile void *structure, int64_t bytes, int64_t bits, int64_t offset, ...)
    OFFLOAD_NOEXCEPT;
OFFLOAD_MARK void offload_mapper(
    const volatile void *structure,
    void (*mapper)(void *handle, void *base, void *begin, int64_t bytes, int64_t bits, void *name)) OFFLOAD_NOEXCEPT;

/* The same by number: the arguments of LLVM's call, from 0, which need not be those of the source. */
OFFLOAD_MARK void offload_map(int32_t argument, int64_t bytes, int64_t bits) OFFLOAD_NOEXCEPT;
OFFLOAD_MARK void offload_device(int32_t argument) OFFLOAD_NOEXCEPT;

/* Which part of the array that the mark in front of it maps, in place of its bytes: one dimension, or two or three in a row,
   the outermost first. In elements of so many bytes: how many lie in front, how many there are, and how far it is from one to
   the next. What has gaps can be updated only. */
OFFLOAD_MARK void offload_section(int64_t element_bytes, int64_t offset, int64_t count, int64_t stride) OFFLOAD_NOEXCEPT;

/* What the call becomes, and where: a constant, and a device, of which -1 is the default. */
OFFLOAD_MARK void offload_mark(OFFLOAD_BOOL host, int64_t device) OFFLOAD_NOEXCEPT;
#define offload_host(device) offload_mark(1, device)
#define offload_kernel(device) offload_mark(0, device)

/* Launches: blocks, threads of a block, bytes of dynamic shared memory. */
OFFLOAD_MARK void offload_grid(int32_t x, int32_t y, int32_t z) OFFLOAD_NOEXCEPT;
OFFLOAD_MARK void offload_block(int32_t x, int32_t y, int32_t z) OFFLOAD_NOEXCEPT;
OFFLOAD_MARK void offload_shared(int32_t bytes) OFFLOAD_NOEXCEPT;

/* Which function's call the marks are for; and what runs, with the original arguments, when a launch is refused. */
OFFLOAD_MARK void offload_for(void (*function)(void)) OFFLOAD_NOEXCEPT;
OFFLOAD_MARK void offload_fallback(void (*function)(void)) OFFLOAD_NOEXCEPT;
#define offload_for(function) offload_for((void (*)(void))(function))
#define offload_fallback(function) offload_fallback((void (*)(void))(function))

/* Each ends the offload_map_pointer marks in front of it, which are for no call then. The first maps what each names, OFFLOAD_TO
   the device or OFFLOAD_ALLOC only, and leaves it mapped; the second unmaps it, OFFLOAD_FROM the device, OFFLOAD_ALLOC to give
   up one mapping or OFFLOAD_DELETE for all; the third copies it TO or FROM where it is on the device already. */
OFFLOAD_MARK void offload_enter(int64_t device) OFFLOAD_NOEXCEPT;
OFFLOAD_MARK void offload_exit(int64_t device) OFFLOAD_NOEXCEPT;
OFFLOAD_MARK void offload_update(int64_t device) OFFLOAD_NOEXCEPT;

/* Among the marks of a call, or of an enter, exit or update: the program goes on and does not wait, and the arrays belong to
   the device until it does. Such calls follow each other where both name the same pointer, which is one of the arguments,
   unless both only read it. A wait is for all that this thread has begun, or for what follows from the offload_depend marks in
   front of it. */
enum { OFFLOAD_IN = 1, OFFLOAD_INOUT = 3 };
OFFLOAD_MARK void offload_nowait(void) OFFLOAD_NOEXCEPT;
OFFLOAD_MARK void offload_depend(const volatile void *pointer, int32_t kind) OFFLOAD_NOEXCEPT;
OFFLOAD_MARK void offload_wait(int64_t device) OFFLOAD_NOEXCEPT;

/*
 * In front of a function: it is a kernel. In front of a static variable: the threads of a block share it, and it begins with
 * anything; 'extern OFFLOAD_SHARED float x[];' has the size that the launch gives. In front of any variable: host and device
 * each have it, and offload_update copies between the two.
 */
#define OFFLOAD_KERNEL __attribute__((section("offload.kernel"), noinline, used))
#define OFFLOAD_SHARED __attribute__((section("offload.shared")))
#define OFFLOAD_DEVICE __attribute__((section("offload.device")))

/* For kernels; the dimension is a constant 0, 1 or 2. */
OFFLOAD_NOTHROW int32_t offload_thread_id(int32_t dimension) OFFLOAD_NOEXCEPT;  /* of this thread in its block */
OFFLOAD_NOTHROW int32_t offload_block_id(int32_t dimension) OFFLOAD_NOEXCEPT;   /* of this block in the grid */
OFFLOAD_NOTHROW int32_t offload_block_size(int32_t dimension) OFFLOAD_NOEXCEPT; /* threads */
OFFLOAD_NOTHROW int32_t offload_grid_size(int32_t dimension) OFFLOAD_NOEXCEPT;  /* blocks */
OFFLOAD_MARK void offload_barrier(void) OFFLOAD_NOEXCEPT;                       /* waits for the block's threads */
OFFLOAD_NOTHROW void *offload_shared_dynamic(void) OFFLOAD_NOEXCEPT;            /* the launch's offload_shared(bytes) */
OFFLOAD_NOTHROW void offload_fence_block(void) OFFLOAD_NOEXCEPT;                /* orders memory for the block's threads, */
OFFLOAD_NOTHROW void offload_fence_device(void) OFFLOAD_NOEXCEPT;               /* and for the device's */

/*
 * The warp (wavefront): threads of a block in the order x, then y, then z. All of its lanes that there are come to a call
 * together. A shuffle gives the value of another lane, the caller's own where there is none; 'lanes' counts unsigned.
 */
OFFLOAD_MARK int32_t offload_warp_size(void) OFFLOAD_NOEXCEPT; /* 32 or 64 */
OFFLOAD_MARK int32_t offload_lane_id(void) OFFLOAD_NOEXCEPT;
OFFLOAD_MARK void offload_warp_barrier(void) OFFLOAD_NOEXCEPT;
OFFLOAD_MARK int32_t offload_shuffle_i32(int32_t value, int32_t lane) OFFLOAD_NOEXCEPT;
OFFLOAD_MARK int64_t offload_shuffle_i64(int64_t value, int32_t lane) OFFLOAD_NOEXCEPT;
OFFLOAD_MARK float offload_shuffle_f32(float value, int32_t lane) OFFLOAD_NOEXCEPT;
OFFLOAD_MARK double offload_shuffle_f64(double value, int32_t lane) OFFLOAD_NOEXCEPT;
OFFLOAD_MARK int32_t offload_shuffle_up_i32(int32_t value, int32_t lanes) OFFLOAD_NOEXCEPT;
OFFLOAD_MARK int64_t offload_shuffle_up_i64(int64_t value, int32_t lanes) OFFLOAD_NOEXCEPT;
OFFLOAD_MARK float offload_shuffle_up_f32(float value, int32_t lanes) OFFLOAD_NOEXCEPT;
OFFLOAD_MARK double offload_shuffle_up_f64(double value, int32_t lanes) OFFLOAD_NOEXCEPT;
OFFLOAD_MARK int32_t offload_shuffle_down_i32(int32_t value, int32_t lanes) OFFLOAD_NOEXCEPT;
OFFLOAD_MARK int64_t offload_shuffle_down_i64(int64_t value, int32_t lanes) OFFLOAD_NOEXCEPT;
OFFLOAD_MARK float offload_shuffle_down_f32(float value, int32_t lanes) OFFLOAD_NOEXCEPT;
OFFLOAD_MARK double offload_shuffle_down_f64(double value, int32_t lanes) OFFLOAD_NOEXCEPT;
OFFLOAD_MARK int32_t offload_shuffle_xor_i32(int32_t value, int32_t bits) OFFLOAD_NOEXCEPT;
OFFLOAD_MARK int64_t offload_shuffle_xor_i64(int64_t value, int32_t bits) OFFLOAD_NOEXCEPT;
OFFLOAD_MARK float offload_shuffle_xor_f32(float value, int32_t bits) OFFLOAD_NOEXCEPT;
OFFLOAD_MARK double offload_shuffle_xor_f64(double value, int32_t bits) OFFLOAD_NOEXCEPT;
OFFLOAD_MARK int64_t offload_ballot(OFFLOAD_BOOL holds) OFFLOAD_NOEXCEPT; /* a bit for each lane */
OFFLOAD_MARK OFFLOAD_BOOL offload_any(OFFLOAD_BOOL holds) OFFLOAD_NOEXCEPT;
OFFLOAD_MARK OFFLOAD_BOOL offload_all(OFFLOAD_BOOL holds) OFFLOAD_NOEXCEPT;

#ifdef __cplusplus
}
#endif

#endif
