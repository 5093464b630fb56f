/**
 * What an offloaded callable takes, as immutable values: how each argument is passed, how much of it is mapped, and the
 * bounds of a launch.
 */
@NullMarked
package io.github.offload4j.codegen.signature;

import org.jspecify.annotations.NullMarked;
