/** Control flow as a graph of numbers: what must run before what, and what runs repeatedly. Knows nothing of LLVM. */
@NullMarked
package io.github.offload4j.codegen.flow.graph;

import org.jspecify.annotations.NullMarked;
