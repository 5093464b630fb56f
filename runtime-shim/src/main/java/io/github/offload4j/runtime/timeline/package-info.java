/** Draws what an offloading program did as a picture: time from left to right, one lane for each kind of work. */
@NullMarked
package io.github.offload4j.runtime.timeline;

import org.jspecify.annotations.NullMarked;
