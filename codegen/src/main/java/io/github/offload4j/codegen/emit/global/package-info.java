/**
 * The globals that sites refer to, each made once for a module: open the class named after one to learn why it is there.
 */
@NullMarked
package io.github.offload4j.codegen.emit.global;

import org.jspecify.annotations.NullMarked;
