/** Reads LLVM IR that the user wrote, or that another compiler did. */
@NullMarked
package io.github.offload4j.tools.input;

import org.jspecify.annotations.NullMarked;
