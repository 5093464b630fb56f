package io.github.offload4j.codegen.dialect;

/** Counts lines and columns over pieces of a text that follow each other, up to a place. */
final class PlaceFinder {
    private final Place sought;
    private int line = 1;
    private int column = 1;

    PlaceFinder(Place sought) {
        this.sought = sought;
    }

    /** Returns the offset of the place sought in a piece; -1 when it is behind it. */
    int find(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            boolean end = bytes[i] == '\n';
            if (line == sought.line() && (column >= sought.column() || end)) {
                return i;
            }
            line += end ? 1 : 0;
            column = end ? 1 : column + 1;
        }
        return -1;
    }
}
