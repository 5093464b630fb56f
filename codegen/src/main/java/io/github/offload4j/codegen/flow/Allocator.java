package io.github.offload4j.codegen.flow;

import io.github.offload4j.codegen.abi.RuntimeFunction;
import java.util.List;
import java.util.Optional;

/** A library function that returns memory: where its size stands among the arguments. */
public enum Allocator {
    MALLOC("malloc", false, 0),
    CALLOC("calloc", false, 0, 1),
    REALLOC("realloc", false, 1),
    ALIGNED_ALLOC("aligned_alloc", false, 1),
    MEMALIGN("memalign", false, 1),
    VALLOC("valloc", false, 0),
    NEW("_Znwm", false, 0),
    NEW_ARRAY("_Znam", false, 0),
    NEW_ALIGNED("_ZnwmSt11align_val_t", false, 0),
    NEW_ARRAY_ALIGNED("_ZnamSt11align_val_t", false, 0),
    RUST("__rust_alloc", false, 0),
    RUST_ZEROED("__rust_alloc_zeroed", false, 0),
    DEVICE("omp_target_alloc", true, 0),
    DEVICE_EXPLICIT("llvm_omp_target_alloc_device", true, 0),
    MAPPED(RuntimeFunction.MAPPED_POINTER.symbol(), true);

    private final String symbol;
    private final boolean device;
    private final List<Integer> sizeArguments;

    Allocator(String symbol, boolean device, Integer... sizeArguments) {
        this.symbol = symbol;
        this.device = device;
        this.sizeArguments = List.of(sizeArguments);
    }

    static Optional<Allocator> of(String symbol) {
        for (Allocator allocator : values()) {
            if (allocator.symbol.equals(symbol)) {
                return Optional.of(allocator);
            }
        }
        return Optional.empty();
    }

    /** Returns the linker symbol. */
    public String symbol() {
        return symbol;
    }

    /** Returns whether the memory is on a device. */
    public boolean isDevice() {
        return device;
    }

    /** Returns the arguments whose product is the size in bytes; none when the size cannot be told. */
    List<Integer> sizeArguments() {
        return sizeArguments;
    }
}
