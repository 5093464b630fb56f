package io.github.offload4j.codegen.emit.site;

import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.signature.LaunchBounds;
import java.util.Optional;

/**
 * What a launch is asked to do.
 *
 * @param kernel the kernel's symbol in the device image
 * @param bounds the grid and the block
 * @param fallback what is called with the original arguments when the runtime refuses, if anything
 */
public record LaunchRequest(String kernel, LaunchBounds bounds, Optional<IrFunction> fallback) {}
