/** libomptarget as an offload runtime of compiled programs. */
@NullMarked
package io.github.offload4j.runtime.libomptarget;

import org.jspecify.annotations.NullMarked;
