/** {@code irgen explain}: the offload sites of a module in words, as JSON, and as a page. */
@NullMarked
package io.github.offload4j.tools.explain;

import org.jspecify.annotations.NullMarked;
