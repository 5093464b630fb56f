package io.github.offload4j.codegen.analysis.block;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The accesses to each byte of a memory, as many as tell whether another one conflicts with any: the first and the last. */
final class Bytes {
    private static final int READS = 0;
    private static final int WRITES = 2;
    private static final int KEPT = 4;

    private @Nullable Access[][] bytes = new @Nullable Access[64][];

    @Nullable
    Access[] at(int offset) {
        if (offset >= bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(offset + 1, 2 * bytes.length));
        }
        if (bytes[offset] == null) {
            bytes[offset] = new @Nullable Access[KEPT];
        }
        return bytes[offset];
    }

    void keep(int offset, Access access) {
        @Nullable Access[] there = at(offset);
        int first = access.writes() ? WRITES : READS;
        there[there[first] == null ? first : first + 1] = access;
    }
}
