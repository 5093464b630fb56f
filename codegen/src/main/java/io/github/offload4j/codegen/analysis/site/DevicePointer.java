package io.github.offload4j.codegen.analysis.site;

import io.github.offload4j.codegen.ir.IrValue;

/**
 * A value of the host program that is an address on a device.
 *
 * @param entry the table entry that it belongs to, from 0
 * @param value the value
 */
public record DevicePointer(int entry, IrValue value) {}
