/** Finds the libomptarget libraries of a machine, tells their versions apart and says why one was chosen. */
@NullMarked
package io.github.offload4j.runtime.locate;

import org.jspecify.annotations.NullMarked;
