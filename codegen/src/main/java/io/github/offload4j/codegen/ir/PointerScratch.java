package io.github.offload4j.codegen.ir;

import java.util.List;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;

/**
 * One reusable native array of pointers. Making such an array costs more than most LLVM calls that take one, so a context
 * keeps one and lets it grow.
 */
final class PointerScratch implements AutoCloseable {
    private static final int INITIAL_CAPACITY = 64;

    private PointerPointer<Pointer> array = new PointerPointer<>(INITIAL_CAPACITY);

    /** Returns the array filled with the handles; valid until the next call. */
    PointerPointer<Pointer> ofValues(List<IrValue> values) {
        reserve(values.size());
        for (int i = 0; i < values.size(); i++) {
            array.put(i, values.get(i).raw());
        }
        return array;
    }

    /** Returns the array filled with the handles; valid until the next call. */
    PointerPointer<Pointer> ofTypes(List<IrType> types) {
        reserve(types.size());
        for (int i = 0; i < types.size(); i++) {
            array.put(i, types.get(i).raw());
        }
        return array;
    }

    /** Returns the array filled with the two handles; valid until the next call. */
    PointerPointer<Pointer> of(IrValue first, IrValue second) {
        array.put(0, first.raw());
        array.put(1, second.raw());
        return array;
    }

    private void reserve(int count) {
        if (count > array.capacity()) {
            array.close();
            array = new PointerPointer<>(Math.max(count, 2L * array.capacity()));
        }
    }

    @Override
    public void close() {
        array.close();
    }
}
