package io.github.offload4j.runtime.binding;

import io.github.offload4j.codegen.abi.RuntimeConstants;
import io.github.offload4j.codegen.abi.StructLayout;
import io.github.offload4j.runtime.nativecode.NativeMemory;
import io.github.offload4j.runtime.trace.LaunchShape;
import java.nio.ByteBuffer;

/**
 * What a launch's argument struct says.
 *
 * @param version which layout rules hold
 * @param arrays the argument arrays
 * @param flags of the launch
 * @param shape how many threads
 */
public record LaunchArguments(int version, MapEntry.Arrays arrays, long flags, LaunchShape shape) {
    /** The first version that has a hidden first argument. */
    public static final int HIDDEN_ARGUMENT_VERSION = 3;
    /** The newest version that runtimes before 23 know; they take later ones for it, whose kernels are others. */
    public static final int NEWEST_BEFORE_23 = RuntimeConstants.KERNEL_ARGUMENTS_VERSION;
    /** The first version whose struct has the sizes; before it they are parameters of the call. */
    public static final int SIZES_VERSION = 2;

    private static final StructLayout LAYOUT = StructLayout.KERNEL_ARGUMENTS;
    private static final int FLAGS = 9;
    private static final int GRID = 10;
    private static final int BLOCK = 11;
    private static final int SHARED = 12;

    /**
     * Reads the struct.
     *
     * @param teams the number of blocks that the call itself names
     * @param threads the number of threads that the call itself names
     */
    public static LaunchArguments read(long struct, int teams, int threads) {
        ByteBuffer fields = NativeMemory.view(struct, LAYOUT.size());
        int version = fields.getInt(LAYOUT.offset(0));
        MapEntry.Arrays arrays = new MapEntry.Arrays(
                fields.getInt(LAYOUT.offset(1)),
                fields.getLong(LAYOUT.offset(2)),
                fields.getLong(LAYOUT.offset(3)),
                fields.getLong(LAYOUT.offset(4)),
                fields.getLong(LAYOUT.offset(5)),
                fields.getLong(LAYOUT.offset(6)),
                fields.getLong(LAYOUT.offset(7)));
        boolean ownSizes = version >= SIZES_VERSION;
        LaunchShape shape = ownSizes
                ? new LaunchShape(
                        size(fields, GRID, teams == -1),
                        size(fields, BLOCK, false),
                        Integer.toUnsignedLong(fields.getInt(LAYOUT.offset(SHARED))))
                : new LaunchShape(
                        new LaunchShape.Size(Math.max(teams, 0), 1, 1),
                        new LaunchShape.Size(Math.max(threads, 0), 1, 1),
                        0);
        return new LaunchArguments(version, arrays, fields.getLong(LAYOUT.offset(FLAGS)), shape);
    }

    /** The runtime reads a zero in y or z as one, and x as one where the call says that there are no teams. */
    private static LaunchShape.Size size(ByteBuffer fields, int field, boolean single) {
        int at = LAYOUT.offset(field);
        long x = Integer.toUnsignedLong(fields.getInt(at));
        long y = Integer.toUnsignedLong(fields.getInt(at + 4));
        long z = Integer.toUnsignedLong(fields.getInt(at + 8));
        return new LaunchShape.Size(single ? 1 : x, Math.max(y, 1), Math.max(z, 1));
    }
}
