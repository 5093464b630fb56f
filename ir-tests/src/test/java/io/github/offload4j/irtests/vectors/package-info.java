/** Threads that have nothing to do with each other on host targets: that vectors are made of them, and that numbers stay right. */
package io.github.offload4j.irtests.vectors;
