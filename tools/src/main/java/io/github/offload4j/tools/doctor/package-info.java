/** {@code irgen doctor}: what this machine has for emitted programs to run on, and what it lacks. */
@NullMarked
package io.github.offload4j.tools.doctor;

import org.jspecify.annotations.NullMarked;
