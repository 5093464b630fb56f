/**
 * A thin, checked layer over the LLVM C API: contexts, modules, builders, types and values.
 *
 * <p>The native API appears in this package and, as parameters, at the public boundary; nowhere else. Everything here
 * checks kinds, counts and owners before it calls native code, so that a wrong use is an exception and not a crash.
 * Of offloading this package knows no more than the signs by which a module says what its kernels, its device variables
 * and its shared memory are. Like LLVM's contexts, none of it is safe for use by two threads at once.
 */
@NullMarked
package io.github.offload4j.codegen.ir;

import org.jspecify.annotations.NullMarked;
