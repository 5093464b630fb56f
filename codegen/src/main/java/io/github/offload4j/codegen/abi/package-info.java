/**
 * Facts about LLVM's offload runtime (libomptarget), as plain Java values: map flags, entry points, struct layouts,
 * section names, and everything that differs from one runtime version to the next. No LLVM type appears here, and no
 * constant of the runtime appears anywhere else.
 */
@NullMarked
package io.github.offload4j.codegen.abi;

import org.jspecify.annotations.NullMarked;
