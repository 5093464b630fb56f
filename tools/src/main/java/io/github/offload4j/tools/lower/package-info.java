/** {@code irgen lower}: marked calls of a module become offload calls. */
@NullMarked
package io.github.offload4j.tools.lower;

import org.jspecify.annotations.NullMarked;
