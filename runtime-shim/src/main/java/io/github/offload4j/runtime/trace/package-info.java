/** What an offloading program did: one event a call, copy, launch or allocation, as it happens. */
@NullMarked
package io.github.offload4j.runtime.trace;

import org.jspecify.annotations.NullMarked;
