/** What a linker links, and the LLVM IR of it. */
@NullMarked
package io.github.offload4j.tools.link;

import org.jspecify.annotations.NullMarked;
