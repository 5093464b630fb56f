/** How the embedded devices work: tables of mapped regions, memory of their own, images and launches. */
@NullMarked
package io.github.offload4j.runtime.embedded.device;

import org.jspecify.annotations.NullMarked;
