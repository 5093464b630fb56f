/**
 * What the presets have in their own way: {@link io.github.offload4j.codegen.emit.preset.PresetCode} is chosen once for a
 * module. rustc's lowering is here as a whole, and nowhere else.
 */
@NullMarked
package io.github.offload4j.codegen.emit.preset;

import org.jspecify.annotations.NullMarked;
