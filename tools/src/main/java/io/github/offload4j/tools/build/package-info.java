/** {@code irgen device}, {@code irgen build} and {@code irgen link}: kernels compiled, and programs with kernels inside. */
@NullMarked
package io.github.offload4j.tools.build;

import org.jspecify.annotations.NullMarked;
