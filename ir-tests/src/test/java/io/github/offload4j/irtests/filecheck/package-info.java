/**
 * A small FileCheck: checks textual LLVM IR against the directives of LLVM's tool of that name.
 *
 * <p>Tests enter through {@link io.github.offload4j.irtests.filecheck.IrAssert} or
 * {@link io.github.offload4j.irtests.filecheck.FileCheck}. A check text passes three stages: {@code CheckTextParser}
 * turns it into directives, {@code CheckScript} groups them into steps, and {@code CheckRunner} matches the steps
 * against the input.
 */
package io.github.offload4j.irtests.filecheck;
