/**
 * CUDA from Java: the GPUs, their primary contexts, streams and cuBLAS handles, and the linker in the driver.
 *
 * <p>Built on the CUDA binding {@code org.bytedeco:cuda}, which is an optional dependency. Nothing of it is loaded before a
 * method here needs it, and a method that finds no binding, no library or no driver that fits throws
 * {@link io.github.offload4j.codegen.diagnostic.OffloadException} with what is missing.
 */
@NullMarked
package io.github.offload4j.runtime.cuda;

import org.jspecify.annotations.NullMarked;
