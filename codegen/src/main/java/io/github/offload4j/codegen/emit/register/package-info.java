/**
 * How the runtime learns of a module, and how the host waits for its devices, when the program starts.
 */
@NullMarked
package io.github.offload4j.codegen.emit.register;

import org.jspecify.annotations.NullMarked;
