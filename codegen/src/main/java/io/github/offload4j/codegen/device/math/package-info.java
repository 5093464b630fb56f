/**
 * Math in kernels: C's functions and LLVM's intrinsics become what each target has, from its own instructions to the
 * vendor's library.
 */
@NullMarked
package io.github.offload4j.codegen.device.math;

import org.jspecify.annotations.NullMarked;
