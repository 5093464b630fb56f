/**
 * Runs modules in this process: {@link io.github.offload4j.runtime.jit.OffloadJit} compiles them and binds them to an
 * {@link io.github.offload4j.runtime.jit.OffloadRuntime}, their functions are called with Java values.
 *
 * <p>What the offload runtime refuses, and what Java methods throw that the program calls, stops the program at that place
 * and comes out of the call that started it. What native code does to the process cannot be caught: a crash inside a
 * kernel or a host function, and an error that libomptarget answers with {@code abort}, end the JVM.
 */
@NullMarked
package io.github.offload4j.runtime.jit;

import org.jspecify.annotations.NullMarked;
