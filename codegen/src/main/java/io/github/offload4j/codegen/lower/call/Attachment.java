package io.github.offload4j.codegen.lower.call;

import io.github.offload4j.codegen.ir.IrInstruction;

/**
 * A call, and the marks that are for it.
 *
 * @param call the call that is marked
 * @param marks its marks
 * @param facts what is known of both
 */
record Attachment(IrInstruction call, Pending.Group marks, Facts facts) {}
