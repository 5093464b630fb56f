/**
 * A compiler for a toy array language, to show how a compiler uses the library. A program defines functions; a parameter
 * with brackets is an array of floats, and every array of a call has the same length. A statement computes all elements
 * of an array: {@code def saxpy(a, x[], y[]) { y = a * x + y; }}.
 *
 * <p>Start reading at {@link io.github.offload4j.examples.arrays.ArrayCompiler#compile}.
 */
package io.github.offload4j.examples.arrays;
