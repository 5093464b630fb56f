/**
 * Compiles kernels written in target-neutral LLVM IR into device images, in this process: kernel interface, thread
 * indices, optimisation, code generation and linking.
 */
@NullMarked
package io.github.offload4j.codegen.device;

import org.jspecify.annotations.NullMarked;
