/** Kernels as assembly and as images: what goes to the GPU's tools and to the runtime. */
package io.github.offload4j.irtests.device;
