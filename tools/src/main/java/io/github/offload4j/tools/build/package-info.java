/** {@code irgen device} and {@code irgen build}: kernels compiled, and programs with kernels inside. */
@NullMarked
package io.github.offload4j.tools.build;

import org.jspecify.annotations.NullMarked;
