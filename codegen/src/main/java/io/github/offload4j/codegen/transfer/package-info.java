/**
 * Keeps data on the device from one site of a function to the next, and around calls of functions with sites. The sites come
 * from {@code emit}, the proofs from {@code flow}; what cannot be proved is left as it was emitted, and the reason is kept for
 * a remark.
 */
@NullMarked
package io.github.offload4j.codegen.transfer;

import org.jspecify.annotations.NullMarked;
