/** LLVM IR that the user or another compiler wrote, the marked calls in it, and the targets that it is for. */
@NullMarked
package io.github.offload4j.tools.input;

import org.jspecify.annotations.NullMarked;
