/** Asks libomptarget and the drivers which devices there are, in a process of its own where that can go wrong. */
@NullMarked
package io.github.offload4j.runtime.probe;

import org.jspecify.annotations.NullMarked;
