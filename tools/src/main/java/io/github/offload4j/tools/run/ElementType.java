package io.github.offload4j.tools.run;

import io.github.offload4j.runtime.jit.HalfPrecision;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The type of an array's elements. */
enum ElementType {
    I8("i8", "i8", 1) {
        @Override
        void put(ByteBuffer memory, int offset, Number value) {
            memory.put(offset, value.byteValue());
        }

        @Override
        Number get(ByteBuffer memory, int offset) {
            return memory.get(offset);
        }
    },
    I16("i16", "i16", 2) {
        @Override
        void put(ByteBuffer memory, int offset, Number value) {
            memory.putShort(offset, value.shortValue());
        }

        @Override
        Number get(ByteBuffer memory, int offset) {
            return memory.getShort(offset);
        }
    },
    I32("i32", "i32", 4) {
        @Override
        void put(ByteBuffer memory, int offset, Number value) {
            memory.putInt(offset, value.intValue());
        }

        @Override
        Number get(ByteBuffer memory, int offset) {
            return memory.getInt(offset);
        }
    },
    I64("i64", "i64", 8) {
        @Override
        void put(ByteBuffer memory, int offset, Number value) {
            memory.putLong(offset, value.longValue());
        }

        @Override
        Number get(ByteBuffer memory, int offset) {
            return memory.getLong(offset);
        }
    },
    F16("f16", "half", 2) {
        @Override
        void put(ByteBuffer memory, int offset, Number value) {
            memory.putShort(offset, HalfPrecision.of(value.floatValue()));
        }

        @Override
        Number get(ByteBuffer memory, int offset) {
            return HalfPrecision.toFloat(memory.getShort(offset));
        }
    },
    F32("f32", "float", 4) {
        @Override
        void put(ByteBuffer memory, int offset, Number value) {
            memory.putFloat(offset, value.floatValue());
        }

        @Override
        Number get(ByteBuffer memory, int offset) {
            return memory.getFloat(offset);
        }
    },
    F64("f64", "double", 8) {
        @Override
        void put(ByteBuffer memory, int offset, Number value) {
            memory.putDouble(offset, value.doubleValue());
        }

        @Override
        Number get(ByteBuffer memory, int offset) {
            return memory.getDouble(offset);
        }
    };

    private final String shortName;
    private final String llvmName;
    private final int bytes;

    ElementType(String shortName, String llvmName, int bytes) {
        this.shortName = shortName;
        this.llvmName = llvmName;
        this.bytes = bytes;
    }

    /** Returns the name on the command line, for example {@code f32}. */
    String shortName() {
        return shortName;
    }

    /** Returns the name in LLVM's spelling. */
    String llvmName() {
        return llvmName;
    }

    /** Returns the size of one element. */
    int bytes() {
        return bytes;
    }

    boolean isFloat() {
        return this == F16 || this == F32 || this == F64;
    }

    /** Returns whether a number can be stored; as a float any can, rounded. */
    boolean holds(BigDecimal value) {
        if (isFloat()) {
            return true;
        }
        return value.stripTrailingZeros().scale() <= 0
                && value.precision() - value.scale() <= 20
                && value.toBigInteger().bitLength() < bytes * Byte.SIZE;
    }

    /**
     * Stores a number that {@link #holds} lets through.
     *
     * @param offset in bytes
     */
    abstract void put(ByteBuffer memory, int offset, Number value);

    /**
     * Loads a number.
     *
     * @param offset in bytes
     */
    abstract Number get(ByteBuffer memory, int offset);

    /** Returns the type with a name, on the command line or in LLVM's spelling. */
    static Optional<ElementType> of(String name) {
        return Arrays.stream(values())
                .filter(type -> type.shortName.equals(name) || type.llvmName.equals(name))
                .findFirst();
    }

    static List<String> names() {
        return Arrays.stream(values()).map(ElementType::shortName).toList();
    }
}
