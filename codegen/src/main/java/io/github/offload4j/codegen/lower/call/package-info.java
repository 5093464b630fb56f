/**
 * Marks that are calls: for which call each of them is meant, and what it says of it.
 *
 * <p>A mark holds for a later call, with other calls and branches in between, so the ways through a function are followed
 * with what is pending on each. What marks and arguments have in common is asked of a private copy of the module, in which
 * variables are values. In the end a call that is marked gets operand bundles, and the marks go.
 */
@NullMarked
package io.github.offload4j.codegen.lower.call;

import org.jspecify.annotations.NullMarked;
