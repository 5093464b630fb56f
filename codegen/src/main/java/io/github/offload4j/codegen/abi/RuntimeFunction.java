package io.github.offload4j.codegen.abi;

import static io.github.offload4j.codegen.abi.AbiType.I32;
import static io.github.offload4j.codegen.abi.AbiType.I64;
import static io.github.offload4j.codegen.abi.AbiType.POINTER;
import static io.github.offload4j.codegen.abi.AbiType.VOID;

import java.util.List;

/** A function that emitted code calls, with its symbol and signature. */
public enum RuntimeFunction {
    /** Maps the entries of six parallel arrays onto a device. */
    DATA_BEGIN("__tgt_target_data_begin_mapper", true, VOID, Constants.MAPPER),
    /** Copies between host and device without touching reference counts. */
    DATA_UPDATE("__tgt_target_data_update_mapper", true, VOID, Constants.MAPPER),
    /** Undoes {@link #DATA_BEGIN} for the same arrays. */
    DATA_END("__tgt_target_data_end_mapper", true, VOID, Constants.MAPPER),
    /** Launches a kernel: location, device, blocks, threads per block, region id, arguments; 0 when it ran. */
    TARGET_KERNEL("__tgt_target_kernel", true, I32, List.of(POINTER, I64, I32, I32, POINTER, POINTER)),
    /** Adds to what a mapper function maps: handle, base, begin, size, map type, name. */
    PUSH_COMPONENT("__tgt_push_mapper_component", true, VOID, List.of(POINTER, POINTER, POINTER, I64, I64, POINTER)),
    /** Registers a binary descriptor. */
    REGISTER_LIBRARY("__tgt_register_lib", false, VOID, List.of(POINTER)),
    /** Takes a registration back. */
    UNREGISTER_LIBRARY("__tgt_unregister_lib", false, VOID, List.of(POINTER)),
    /** Starts every plugin; from runtime 20 on also makes devices that no image asks for. */
    INITIALIZE_ALL("__tgt_init_all_rtls", false, VOID, List.of()),
    /** Returns the device address of a mapped host address, or null. */
    MAPPED_POINTER("omp_get_mapped_ptr", true, POINTER, List.of(POINTER, I32)),
    /** Returns the number of the device that -1 stands for; libomp has it. */
    DEFAULT_DEVICE("omp_get_default_device", true, I32, List.of()),
    /** Returns the number that libomp has for this thread: location. */
    THREAD_NUMBER("__kmpc_global_thread_num", true, I32, List.of(POINTER)),
    /** Makes a task for a device: location, thread, flags, bytes of the task, bytes that it shares, its function, device; libomp has it. */
    TASK_ALLOCATE("__kmpc_omp_target_task_alloc", true, POINTER, List.of(POINTER, I32, I32, I64, I64, POINTER, I64)),
    /** Hands a task over: location, thread, task; libomp has it. */
    TASK("__kmpc_omp_task", true, I32, List.of(POINTER, I32, POINTER)),
    /** Hands a task over that follows others: location, thread, task, and twice a number of dependences and where; libomp has it. */
    TASK_DEPENDENT("__kmpc_omp_task_with_deps", true, I32, List.of(POINTER, I32, POINTER, I32, POINTER, I32, POINTER)),
    /** Waits for the tasks that this thread has handed over: location, thread; libomp has it. */
    TASK_WAIT("__kmpc_omp_taskwait", true, I32, List.of(POINTER, I32)),
    /** Waits for those that a task with dependences would follow: location, thread, twice a number and where, 0; libomp has it. */
    TASK_WAIT_DEPENDENT(
            "__kmpc_omp_taskwait_deps_51", true, VOID, List.of(POINTER, I32, I32, POINTER, I32, POINTER, I32)),
    /** Runs a function when the program ends; the C library has it. */
    AT_EXIT("atexit", false, I32, List.of(POINTER)),
    /** Writes bytes to a file descriptor; the C library has it. */
    WRITE("write", true, I64, List.of(I32, POINTER, I64)),
    /** Ends the program with SIGABRT; the C library has it. */
    ABORT("abort", true, VOID, List.of()),
    /** Writes text to a file descriptor, a format and what it asks for; the C library has it. */
    PRINT("dprintf", true, I32, List.of(I32, POINTER)),
    /** Reserves memory: what its address is a multiple of, and how many bytes; null when there is none; the C library has it. */
    ALLOCATE("aligned_alloc", true, POINTER, List.of(I64, I64)),
    /** Gives memory back; the C library has it. */
    FREE("free", true, VOID, List.of(POINTER)),
    /** Loads a shared library, or finds the loaded one; null when there is none; the C library has it. */
    LOAD_LIBRARY("dlopen", false, POINTER, List.of(POINTER, I32)),
    /** Returns the address of a symbol of a shared library, or null; the C library has it. */
    FIND_SYMBOL("dlsym", true, POINTER, List.of(POINTER, POINTER));

    private final String symbol;
    private final boolean nounwind;
    private final AbiType result;
    private final List<AbiType> parameters;

    RuntimeFunction(String symbol, boolean nounwind, AbiType result, List<AbiType> parameters) {
        this.symbol = symbol;
        this.nounwind = nounwind;
        this.result = result;
        this.parameters = parameters;
    }

    /** Returns the linker symbol. */
    public String symbol() {
        return symbol;
    }

    /** Returns whether the declaration carries {@code nounwind}, as rustc's does. */
    public boolean nounwind() {
        return nounwind;
    }

    /** Returns the result type. */
    public AbiType result() {
        return result;
    }

    /** Returns whether more arguments follow those of {@link #parameters()}. */
    public boolean isVariadic() {
        return this == PRINT;
    }

    /** Returns the parameter types. */
    public List<AbiType> parameters() {
        return parameters;
    }

    /** Holds what the enum's constants need before its own static fields exist. */
    private static final class Constants {
        /** Location, device, count, bases, pointers, sizes, map types, names, mappers. */
        static final List<AbiType> MAPPER =
                List.of(POINTER, I64, I32, POINTER, POINTER, POINTER, POINTER, POINTER, POINTER);
    }
}
