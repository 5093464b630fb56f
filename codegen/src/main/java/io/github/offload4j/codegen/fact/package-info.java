/** Numbers and flags of a program as far as they are known without running it. */
@NullMarked
package io.github.offload4j.codegen.fact;

import org.jspecify.annotations.NullMarked;
