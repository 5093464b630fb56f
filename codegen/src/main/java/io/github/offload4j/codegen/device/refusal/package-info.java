/** Why kernels cannot be compiled for a target. */
@NullMarked
package io.github.offload4j.codegen.device.refusal;

import org.jspecify.annotations.NullMarked;
