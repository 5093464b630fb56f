/**
 * Mapping against its specification: random sequences of calls, a model of libomptarget's reference counts, and what the
 * runtimes do.
 */
package io.github.offload4j.irtests.mapping;
