/** The {@code lower} command. */
@NullMarked
package io.github.offload4j.tools.lower;

import org.jspecify.annotations.NullMarked;
