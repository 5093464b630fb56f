/** {@code irgen check}, and the checks that other commands make of what they emit and run. */
@NullMarked
package io.github.offload4j.tools.check;

import org.jspecify.annotations.NullMarked;
