/** Threads of a block that wait for each other on host targets: kernels made by chance, in three ways to run them. */
package io.github.offload4j.irtests.barriers;
