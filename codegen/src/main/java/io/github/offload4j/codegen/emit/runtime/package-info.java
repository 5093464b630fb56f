/**
 * What every part of emission needs: the choices that hold for a module, and the types and functions of the runtime.
 */
@NullMarked
package io.github.offload4j.codegen.emit.runtime;

import org.jspecify.annotations.NullMarked;
