package io.github.offload4j.codegen.emit.site;

import io.github.offload4j.codegen.ir.IrFunction;
import java.util.Optional;
import java.util.Set;

/**
 * What has to be known of an array entry before the arrays are reserved.
 *
 * @param size its size; only whether it is known, and which bytes then, matters here
 * @param mapTypes its constant map types
 * @param mapper the function that maps it, if one does
 * @param computed the calls whose map type the program computes
 */
record EntryShape(Size size, MapTypes mapTypes, Optional<IrFunction> mapper, Set<Phase> computed) {}
