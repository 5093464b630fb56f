/** {@code irgen emit}: host stubs from a spec. */
@NullMarked
package io.github.offload4j.tools.emit;

import org.jspecify.annotations.NullMarked;
