/**
 * Offload sites read back from LLVM IR: every call of the runtime, whoever emitted it, with its tables, kernels and images.
 * What cannot be told without running the program is a value of its own and never an exception.
 */
@NullMarked
package io.github.offload4j.codegen.analysis.site;

import org.jspecify.annotations.NullMarked;
