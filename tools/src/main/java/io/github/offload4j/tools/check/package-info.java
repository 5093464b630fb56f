/** {@code irgen check}. */
@NullMarked
package io.github.offload4j.tools.check;

import org.jspecify.annotations.NullMarked;
