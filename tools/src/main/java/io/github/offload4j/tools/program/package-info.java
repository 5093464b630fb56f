/** Programs of one or several files, with host code and kernels, as commands read them. */
@NullMarked
package io.github.offload4j.tools.program;

import org.jspecify.annotations.NullMarked;
