/**
 * The functions that this library adds to modules for its sites to call.
 *
 * <p>Linkers rename functions and optimizers move them, so a helper is known by an attribute, in any module, whoever links
 * or optimizes it; see {@link io.github.offload4j.codegen.helper.Helper}.
 */
@NullMarked
package io.github.offload4j.codegen.helper;

import org.jspecify.annotations.NullMarked;
