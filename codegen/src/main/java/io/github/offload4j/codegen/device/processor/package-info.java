/** What processors LLVM makes code for, and how a program finds out which one it runs on. */
@NullMarked
package io.github.offload4j.codegen.device.processor;

import org.jspecify.annotations.NullMarked;
