/**
 * What can be told about values and memory without running the program: which store a stack slot's content comes from,
 * what a computed number is, which object a pointer points into. Whatever is not certain is left open.
 */
@NullMarked
package io.github.offload4j.codegen.flow;

import org.jspecify.annotations.NullMarked;
