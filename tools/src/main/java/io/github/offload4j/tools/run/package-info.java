/** {@code irgen run}: arguments from the command line, a program in this process or in a child, results in words. */
@NullMarked
package io.github.offload4j.tools.run;

import org.jspecify.annotations.NullMarked;
