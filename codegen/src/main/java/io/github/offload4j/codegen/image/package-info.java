/**
 * Device images as bytes: what they are for, the container that LLVM's tools pack them in, and whether a runtime will
 * take them. Formats only; nothing here touches LLVM.
 */
@NullMarked
package io.github.offload4j.codegen.image;

import org.jspecify.annotations.NullMarked;
