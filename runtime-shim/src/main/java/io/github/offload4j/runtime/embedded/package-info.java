/**
 * Devices implemented by this library, for development and tests on machines without libomptarget: separate memory,
 * reference counts and every map flag that the library emits, and images for the host run over the whole grid. Where
 * libomptarget is silent or ends the process, these devices say what is wrong.
 */
@NullMarked
package io.github.offload4j.runtime.embedded;

import org.jspecify.annotations.NullMarked;
