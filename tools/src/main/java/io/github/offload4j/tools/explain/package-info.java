/** {@code irgen explain}. */
@NullMarked
package io.github.offload4j.tools.explain;

import org.jspecify.annotations.NullMarked;
