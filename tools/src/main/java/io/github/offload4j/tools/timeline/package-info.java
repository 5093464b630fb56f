/** {@code irgen timeline}: pictures and sums from trace files. */
@NullMarked
package io.github.offload4j.tools.timeline;

import org.jspecify.annotations.NullMarked;
