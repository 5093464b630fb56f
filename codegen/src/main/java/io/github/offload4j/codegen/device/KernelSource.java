package io.github.offload4j.codegen.device;

import java.util.List;
import java.util.function.Consumer;

/**
 * Kernels as the caller gives them.
 *
 * @param content text or bitcode
 * @param name what messages call it
 * @param marked functions that are kernels though nothing in the module says so
 * @param notes gets a line for each thing that is done to the module so that it fits a device
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record KernelSource(byte[] content, String name, List<String> marked, Consumer<String> notes) {}
