package io.github.offload4j.codegen.device.block;

/**
 * The memory that a block's work-items need beside the shared one.
 *
 * @param bytes for each work-item
 * @param alignment of the whole, in bytes
 */
public record ItemSpace(long bytes, long alignment) {}
