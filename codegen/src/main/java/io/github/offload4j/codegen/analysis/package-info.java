/**
 * Soundness checks: what a module with offload sites would do wrong when it runs, found before it runs.
 *
 * <p>{@link io.github.offload4j.codegen.analysis.OffloadChecker} reads the sites back from the IR, so it checks modules of
 * every origin the same way; of a module that was just lowered it may be told them. A finding of severity error is certain;
 * what merely looks wrong is a warning.
 */
@NullMarked
package io.github.offload4j.codegen.analysis;

import org.jspecify.annotations.NullMarked;
