/** What the library believes about the runtime, checked against LLVM's headers and against installed runtimes. */
package io.github.offload4j.irtests.abi;
