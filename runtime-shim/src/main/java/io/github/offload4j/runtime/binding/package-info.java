/** What stands between a compiled program and an offload runtime: who answers each of its calls, and who hears of it. */
@NullMarked
package io.github.offload4j.runtime.binding;

import org.jspecify.annotations.NullMarked;
