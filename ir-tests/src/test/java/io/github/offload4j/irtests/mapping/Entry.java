package io.github.offload4j.irtests.mapping;

import io.github.offload4j.codegen.abi.MapFlag;
import io.github.offload4j.codegen.abi.MapType;

/**
 * One entry of a call's arrays. Places are bytes from the start of the sequence's host memory.
 *
 * @param base where its base is
 * @param begin where its bytes begin
 * @param size how many bytes
 * @param type what to do with it
 */
record Entry(int base, int begin, int size, MapType type) {
    boolean has(MapFlag flag) {
        return type.has(flag);
    }

    int end() {
        return begin + size;
    }

    Entry with(MapFlag flag) {
        return new Entry(base, begin, size, type.with(flag));
    }

    @Override
    public String toString() {
        return "[" + begin + ", " + end() + ")" + (base == begin ? "" : " of " + base) + " " + type;
    }
}
