package io.github.offload4j.codegen.abi;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import java.util.List;
import java.util.Objects;

/** The layout of one struct that the runtime reads or writes. Offsets follow the C rules for 64-bit targets. */
public enum StructLayout {
    /** A source location: reserved, flags, reserved, text length, text ({@code ;file;function;line;column;;}). */
    IDENT(
            "struct.ident_t",
            field("reserved_1", AbiType.I32),
            field("flags", AbiType.I32),
            field("reserved_2", AbiType.I32),
            field("reserved_3", AbiType.I32),
            field("psource", AbiType.POINTER)),

    /** The arguments of one launch. The runtime writes into it, so every field is stored before every launch. */
    KERNEL_ARGUMENTS(
            "struct.__tgt_kernel_arguments",
            field("Version", AbiType.I32),
            field("NumArgs", AbiType.I32),
            field("ArgBasePtrs", AbiType.POINTER),
            field("ArgPtrs", AbiType.POINTER),
            field("ArgSizes", AbiType.POINTER),
            field("ArgTypes", AbiType.POINTER),
            field("ArgNames", AbiType.POINTER),
            field("ArgMappers", AbiType.POINTER),
            field("Tripcount", AbiType.I64),
            field("Flags", AbiType.I64),
            field("NumTeams", AbiType.I32_TRIPLE),
            field("ThreadLimit", AbiType.I32_TRIPLE),
            field("DynCGroupMem", AbiType.I32)),

    /** An offload entry as clang 20 and later emit it; runtimes 20 and later read it. */
    ENTRY(
            "struct.__tgt_offload_entry",
            field("Reserved", AbiType.I64),
            field("Version", AbiType.I16),
            field("Kind", AbiType.I16),
            field("Flags", AbiType.I32),
            field("Address", AbiType.POINTER),
            field("SymbolName", AbiType.POINTER),
            field("Size", AbiType.I64),
            field("Data", AbiType.I64),
            field("AuxAddr", AbiType.POINTER)),

    /** An offload entry as clang emitted it up to 19; every runtime from 19 to 22 reads it. */
    LEGACY_ENTRY(
            "struct.__tgt_offload_entry",
            field("addr", AbiType.POINTER),
            field("name", AbiType.POINTER),
            field("size", AbiType.I64),
            field("flags", AbiType.I32),
            field("data", AbiType.I32)),

    /** One device image: its bytes and its entries, each as begin and end address. */
    DEVICE_IMAGE(
            "__tgt_device_image",
            field("ImageStart", AbiType.POINTER),
            field("ImageEnd", AbiType.POINTER),
            field("EntriesBegin", AbiType.POINTER),
            field("EntriesEnd", AbiType.POINTER)),

    /** What a module registers: its images and its entries. */
    BINARY_DESCRIPTOR(
            "__tgt_bin_desc",
            field("NumDeviceImages", AbiType.I32),
            field("DeviceImages", AbiType.POINTER),
            field("HostEntriesBegin", AbiType.POINTER),
            field("HostEntriesEnd", AbiType.POINTER));

    /**
     * One field.
     *
     * @param name the runtime's name for it
     * @param type its type
     */
    public record Field(String name, AbiType type) {}

    private final String irName;
    private final List<Field> fields;

    StructLayout(String irName, Field... fields) {
        this.irName = irName;
        this.fields = List.of(fields);
    }

    private static Field field(String name, AbiType type) {
        return new Field(name, type);
    }

    /** Returns the name that clang and rustc give the type in LLVM IR, without the percent sign. */
    public String irName() {
        return irName;
    }

    /** Returns the fields in order. */
    public List<Field> fields() {
        return fields;
    }

    /** Returns the offset of a field in bytes. */
    public int offset(int index) {
        int offset = 0;
        for (int i = 0; i < index; i++) {
            offset = align(offset, fields.get(i).type().alignment())
                    + fields.get(i).type().size();
        }
        return align(offset, fields.get(index).type().alignment());
    }

    /**
     * Returns the offset of a field in bytes.
     *
     * @throws OffloadException when there is no field of that name
     */
    public int offset(String name) {
        return offset(index(name));
    }

    /**
     * Returns the number of a field, from 0.
     *
     * @throws OffloadException when there is no field of that name
     */
    public int index(String name) {
        Objects.requireNonNull(name, "name is null");
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).name().equals(name)) {
                return i;
            }
        }
        throw new OffloadException(Reason.ARGUMENT, irName + " has no field " + name);
    }

    /** Returns the size in bytes, tail padding included. */
    public int size() {
        int last = fields.size() - 1;
        return align(offset(last) + fields.get(last).type().size(), alignment());
    }

    /** Returns the alignment in bytes. */
    public int alignment() {
        return fields.stream().mapToInt(f -> f.type().alignment()).max().orElse(1);
    }

    private static int align(int offset, int alignment) {
        return (offset + alignment - 1) / alignment * alignment;
    }
}
