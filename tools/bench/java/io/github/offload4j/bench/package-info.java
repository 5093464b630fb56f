/** Benchmarks of code generation, each with its baseline in the same run. */
package io.github.offload4j.bench;
