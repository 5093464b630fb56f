/**
 * The bodies of the helpers, the functions that sites call instead of code of their own.
 */
@NullMarked
package io.github.offload4j.codegen.emit.support;

import org.jspecify.annotations.NullMarked;
