/** {@code irgen emit}, and host stubs from a spec for every command that takes one. */
@NullMarked
package io.github.offload4j.tools.emit;

import org.jspecify.annotations.NullMarked;
