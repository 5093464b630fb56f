/** Follows the threads of one block through a kernel, as far as what they do is certain. */
@NullMarked
package io.github.offload4j.codegen.analysis.block;

import org.jspecify.annotations.NullMarked;
