/** Links host objects into programs and shared libraries, without a compiler driver. */
@NullMarked
package io.github.offload4j.runtime.link;

import org.jspecify.annotations.NullMarked;
