/**
 * The code that is put into the user's module: one class for each thing that can be seen in the IR. Open the class named
 * after a global or an instruction to learn why it is there.
 */
@NullMarked
package io.github.offload4j.codegen.emit;

import org.jspecify.annotations.NullMarked;
