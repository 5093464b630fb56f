package io.github.offload4j.codegen.device;

import io.github.offload4j.codegen.device.block.BlockForm;

/**
 * A function that runs a block of a kernel on the host, and what it needs.
 *
 * @param form the function
 * @param shared the memory that the threads share
 */
record HostBlock(BlockForm form, HostShared shared) {}
