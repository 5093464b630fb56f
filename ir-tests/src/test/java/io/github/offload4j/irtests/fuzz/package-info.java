/**
 * Feeds mutated inputs to {@code lower} and {@code emit}, in a process of their own because a mistake may end it. Each run
 * starts from a seed, so that it can be had again.
 */
package io.github.offload4j.irtests.fuzz;
