/**
 * Offload for compilers that do not use this library: marked calls become offload sites.
 *
 * <p>A call is marked by operand bundles, or by calls in front of it: those of {@code offload_mark(i1 host, i64 device)},
 * which begins, then {@code offload_for(ptr function)}, {@code offload_map_pointer(ptr pointer, i64 bytes, i64 bits)},
 * {@code offload_device_pointer(ptr pointer)}, and one for each bundle below, with underscores and the bundle's operands.
 * They hold for the next call of the function that {@code offload_for} names; without it, for the next call of a kernel, or
 * in host mode for the call that follows directly. They are declarations in the module; a function of such a name that has
 * a body is none. Their calls are gone when the module is lowered; what they were given stays.
 *
 * <p>The bundles of a call, in any order:
 *
 * <ul>
 *   <li>{@code "offload"(i1 host, i64 device)}: makes it a marked call; the flag is a constant, device -1 is the default
 *   <li>{@code "offload.grid"(i32 x, i32 y, i32 z)} and {@code "offload.block"(i32 x, i32 y, i32 z)}: kernel mode only,
 *       and needed there
 *   <li>{@code "offload.shared"(i32 bytes)}: kernel mode only
 *   <li>{@code "offload.map"(i32 argument, i64 bytes, i64 bits)}: arguments count from 0; the bits are OpenMP's, of
 *       which {@code TO}, {@code FROM}, {@code ALWAYS}, {@code CLOSE}, {@code PRESENT} and {@code HOLD} are allowed
 *   <li>{@code "offload.section"(i32 argument, i64 element bytes, i64 offset, i64 count, i64 stride, ...)}: a part of an
 *       argument that is mapped, in place of its bytes; a triple for each of up to three dimensions, the outermost first
 *   <li>{@code "offload.member"(i32 argument, i64 bytes, i64 bits, i64 offset, ...)}: what a pointer in the structure of a
 *       mapped argument points to; offsets in front of the last lead to the structure that has the pointer
 *   <li>{@code "offload.member.section"(i32 argument, i64 element bytes, i64 bits, i64 dimensions, i64 offset, i64 count, i64
 *       stride, ..., i64 offset, ...)}: the same, of which a part is mapped: a triple for each of the dimensions, then the
 *       offsets
 *   <li>{@code "offload.mapper"(i32 argument, ptr function)}: the function that tells the runtime what belongs to an argument
 *   <li>{@code "offload.device"(i32 argument)}: a pointer to memory that is on the device already; a kernel's argument
 *       that is null needs no bundle
 *   <li>{@code "offload.fallback"(ptr function)}: kernel mode only
 * </ul>
 *
 * <p>A call of {@code void @offload.data(...)} is no call: {@code "offload.enter"(i64 device)} maps its arguments and leaves
 * them mapped, {@code "offload.exit"(i64 device)} unmaps them, {@code "offload.update"(i64 device)} copies them where they are
 * mapped. Each has an {@code "offload.map"}; an exit knows the bit {@code DELETE} too. In front of {@code offload_enter},
 * {@code offload_exit} and {@code offload_update} stand marks with {@code offload_map_pointer} that nothing begins.
 *
 * <p>In kernel mode the call becomes a launch, and nothing of the call itself is left. In host mode the call stays, with
 * device addresses for its mapped arguments and with everything else that it carried, except what was said of the host's
 * memory: {@code align}, {@code nonnull} and {@code dereferenceable}.
 *
 * <p>An exception leaves the region of an {@code invoke} through the unwind edge, where the region is closed. The region
 * of a {@code call} is closed when the call returns, so a callee that may throw needs an {@code invoke}.
 */
@NullMarked
package io.github.offload4j.codegen.lower;

import org.jspecify.annotations.NullMarked;
