/** What the CUDA driver does for us, where there is one. Nothing here is loaded unless it is used. */
@NullMarked
package io.github.offload4j.runtime.cuda;

import org.jspecify.annotations.NullMarked;
