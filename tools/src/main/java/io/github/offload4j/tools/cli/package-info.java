/** What the commands share: options, files, streams, and how failures reach the user. */
@NullMarked
package io.github.offload4j.tools.cli;

import org.jspecify.annotations.NullMarked;
