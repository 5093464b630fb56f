/** Source files: their languages, the compilers that are found for them, and the LLVM IR that comes of it. */
@NullMarked
package io.github.offload4j.tools.source;

import org.jspecify.annotations.NullMarked;
