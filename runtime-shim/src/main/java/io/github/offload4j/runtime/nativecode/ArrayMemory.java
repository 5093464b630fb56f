package io.github.offload4j.runtime.nativecode;

import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.ShortBuffer;
import java.util.OptionalLong;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;
import org.bytedeco.javacpp.ShortPointer;

/** Arrays and direct buffers of Java as native memory. */
public final class ArrayMemory {
    private ArrayMemory() {}

    /** Returns whether the object is an array of numbers. */
    public static boolean isArray(Object object) {
        return object instanceof byte[]
                || object instanceof short[]
                || object instanceof int[]
                || object instanceof long[]
                || object instanceof float[]
                || object instanceof double[];
    }

    /** Returns the size of an array of numbers in bytes. */
    public static long bytes(Object array) {
        if (array instanceof byte[] a) {
            return a.length;
        }
        if (array instanceof short[] a) {
            return (long) a.length * Short.BYTES;
        }
        if (array instanceof int[] a) {
            return (long) a.length * Integer.BYTES;
        }
        if (array instanceof long[] a) {
            return (long) a.length * Long.BYTES;
        }
        if (array instanceof float[] a) {
            return (long) a.length * Float.BYTES;
        }
        if (array instanceof double[] a) {
            return (long) a.length * Double.BYTES;
        }
        throw new IllegalArgumentException(array.getClass().getTypeName() + " is not an array of numbers");
    }

    /** Copies an array of numbers to an address. */
    public static void copyOut(Object array, long address) {
        Pointer at = NativeMemory.pointer(address);
        if (array instanceof byte[] a) {
            new BytePointer(at).put(a);
        } else if (array instanceof short[] a) {
            new ShortPointer(at).put(a);
        } else if (array instanceof int[] a) {
            new IntPointer(at).put(a);
        } else if (array instanceof long[] a) {
            new LongPointer(at).put(a);
        } else if (array instanceof float[] a) {
            new FloatPointer(at).put(a);
        } else if (array instanceof double[] a) {
            new DoublePointer(at).put(a);
        }
    }

    /** Fills an array of numbers from an address. */
    public static void copyIn(Object array, long address) {
        Pointer at = NativeMemory.pointer(address);
        if (array instanceof byte[] a) {
            new BytePointer(at).get(a);
        } else if (array instanceof short[] a) {
            new ShortPointer(at).get(a);
        } else if (array instanceof int[] a) {
            new IntPointer(at).get(a);
        } else if (array instanceof long[] a) {
            new LongPointer(at).get(a);
        } else if (array instanceof float[] a) {
            new FloatPointer(at).get(a);
        } else if (array instanceof double[] a) {
            new DoublePointer(at).get(a);
        }
    }

    /** Returns the address of a direct buffer's position. */
    public static long positionAddress(Buffer direct) {
        return NativeMemory.address(direct) + (long) direct.position() * elementBytes(direct);
    }

    /** Returns how many bytes a direct buffer has from its position to its limit. */
    public static long remainingBytes(Buffer direct) {
        return (long) direct.remaining() * elementBytes(direct);
    }

    /** Returns whether a native handle is a pointer to numbers or to pointers, and not to something opaque. */
    public static boolean isToNumbers(Pointer handle) {
        return handle instanceof BytePointer
                || handle instanceof ShortPointer
                || handle instanceof IntPointer
                || handle instanceof LongPointer
                || handle instanceof FloatPointer
                || handle instanceof DoublePointer
                || handle instanceof PointerPointer;
    }

    /** Returns how many bytes a native handle has from its position on, or nothing when it does not say. */
    public static OptionalLong remainingBytes(Pointer handle) {
        return handle.isNull() || handle.limit() <= 0
                ? OptionalLong.empty()
                : OptionalLong.of((handle.limit() - handle.position()) * handle.sizeof());
    }

    private static int elementBytes(Buffer buffer) {
        if (buffer instanceof ByteBuffer) {
            return Byte.BYTES;
        }
        if (buffer instanceof ShortBuffer) {
            return Short.BYTES;
        }
        if (buffer instanceof IntBuffer) {
            return Integer.BYTES;
        }
        if (buffer instanceof LongBuffer) {
            return Long.BYTES;
        }
        if (buffer instanceof FloatBuffer) {
            return Float.BYTES;
        }
        return buffer instanceof DoubleBuffer ? Double.BYTES : Character.BYTES;
    }

    /** Returns the address that a native handle stands for, its position included; 0 for a null handle. */
    public static long address(Pointer handle) {
        return handle.isNull() ? 0 : handle.address() + handle.position() * handle.sizeof();
    }
}
