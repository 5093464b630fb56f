/**
 * What the library says when it refuses something: the exception and the source locations that its messages name. Every
 * other package may use this one; it uses none.
 */
@NullMarked
package io.github.offload4j.codegen.diagnostic;

import org.jspecify.annotations.NullMarked;
