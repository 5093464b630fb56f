/** What the commands say about a user's input, and how it looks on a terminal. */
@NullMarked
package io.github.offload4j.tools.diagnostic;

import org.jspecify.annotations.NullMarked;
