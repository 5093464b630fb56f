package io.github.offload4j.codegen.ir;

import java.nio.ByteOrder;
import java.nio.LongBuffer;
import java.util.List;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;

/**
 * One reusable native array of pointers. Making such an array costs more than most LLVM calls that take one, so a context
 * keeps one and lets it grow; and it is filled through a buffer, since each element would take a call of native code.
 */
final class PointerScratch implements AutoCloseable {
    private static final int INITIAL_CAPACITY = 64;

    private PointerPointer<Pointer> array = new PointerPointer<>(INITIAL_CAPACITY);
    private LongBuffer addresses = addressesOf(array);

    private static LongBuffer addressesOf(PointerPointer<Pointer> array) {
        return array.asByteBuffer().order(ByteOrder.nativeOrder()).asLongBuffer();
    }

    /** Returns the array filled with the handles; valid until the next call. */
    PointerPointer<Pointer> ofValues(List<IrValue> values) {
        reserve(values.size());
        for (int i = 0; i < values.size(); i++) {
            addresses.put(i, values.get(i).raw().address());
        }
        return array;
    }

    /** Returns the array filled with the handles; valid until the next call. */
    PointerPointer<Pointer> ofTypes(List<IrType> types) {
        reserve(types.size());
        for (int i = 0; i < types.size(); i++) {
            addresses.put(i, types.get(i).raw().address());
        }
        return array;
    }

    /** Returns the array filled with the two handles; valid until the next call. */
    PointerPointer<Pointer> of(IrValue first, IrValue second) {
        addresses.put(0, first.raw().address());
        addresses.put(1, second.raw().address());
        return array;
    }

    private void reserve(int count) {
        if (count > array.capacity()) {
            array.close();
            array = new PointerPointer<>(Math.max(count, 2L * array.capacity()));
            addresses = addressesOf(array);
        }
    }

    @Override
    public void close() {
        array.close();
    }
}
