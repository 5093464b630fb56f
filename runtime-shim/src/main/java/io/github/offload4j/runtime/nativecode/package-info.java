/**
 * The border to native code: memory at addresses, calls down into compiled code, calls up into Java, and compiling LLVM IR
 * in this process. Only this package, and parameters at the public boundary, touch the native API.
 *
 * <p>Nothing here knows about offloading. A Java exception never crosses a native frame; {@link
 * io.github.offload4j.runtime.nativecode.CallStack} says how it gets past them.
 */
@NullMarked
package io.github.offload4j.runtime.nativecode;

import org.jspecify.annotations.NullMarked;
