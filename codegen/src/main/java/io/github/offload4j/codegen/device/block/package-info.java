/**
 * Runs the work-items of a block on one thread of a host where they wait for each other: by loops over the code between two
 * places where they meet, or by a coroutine for each work-item.
 */
@NullMarked
package io.github.offload4j.codegen.device.block;

import org.jspecify.annotations.NullMarked;
