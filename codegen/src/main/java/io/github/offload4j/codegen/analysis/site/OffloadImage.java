package io.github.offload4j.codegen.analysis.site;

import java.util.OptionalLong;

/**
 * A device image in a module.
 *
 * @param variable the variable that holds it
 * @param bytes its size, when it can be told
 * @param format what its first bytes say
 * @param registered whether the module hands it to the runtime itself
 */
public record OffloadImage(String variable, OptionalLong bytes, ImageFormat format, boolean registered) {}
