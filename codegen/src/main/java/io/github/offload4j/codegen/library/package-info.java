/**
 * Functions of libraries as data: what they are called, what they take, and how much memory that is. A call of one needs no
 * more than its arguments.
 */
@NullMarked
package io.github.offload4j.codegen.library;

import org.jspecify.annotations.NullMarked;
