/**
 * Builds LLVM offload runtime calls into modules: the public face of the library.
 *
 * <p>{@link io.github.offload4j.codegen.OffloadModule#attach attach} to a module, add
 * {@link io.github.offload4j.codegen.OffloadCall calls}, or the two primitives that they are made of
 * ({@link io.github.offload4j.codegen.DataRegion data regions} and
 * {@link io.github.offload4j.codegen.Kernel kernel launches}), and
 * {@link io.github.offload4j.codegen.OffloadModule#finish finish}.
 *
 * <p>Arguments are checked before native code sees them: a wrong use is an exception. Not checked, because LLVM does not
 * tell: whether a handle was disposed of before, and whether a value dominates the place where it is used; the latter is
 * found by LLVM's verifier when the module is finished.
 */
@NullMarked
package io.github.offload4j.codegen;

import org.jspecify.annotations.NullMarked;
