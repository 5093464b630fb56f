/** Kernels like those that people write, compiled for every target and compared with plain C. */
@NullMarked
package io.github.offload4j.irtests.kernels;

import org.jspecify.annotations.NullMarked;
