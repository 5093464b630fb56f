/**
 * The text of newer LLVMs, rewritten for the one that reads it here. Works on text alone: it finds what came later, says
 * what it becomes in a table of rules, and refuses by name what has nothing to become.
 */
@NullMarked
package io.github.offload4j.codegen.dialect;

import org.jspecify.annotations.NullMarked;
