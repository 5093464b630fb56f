package io.github.offload4j.codegen.flow;

/**
 * Some bytes of an object.
 *
 * @param offset where they begin
 * @param bytes how many they are
 */
record Range(long offset, long bytes) {
    boolean overlaps(Range other) {
        return offset < other.offset + other.bytes && other.offset < offset + bytes;
    }

    boolean contains(Range other) {
        return offset <= other.offset && other.offset + other.bytes <= offset + bytes;
    }
}
