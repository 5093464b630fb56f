/** The command line of a linker, and the LLVM IR that belongs to what it links. */
@NullMarked
package io.github.offload4j.tools.link;

import org.jspecify.annotations.NullMarked;
