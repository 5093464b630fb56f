package io.github.offload4j.irtests.filecheck;

/**
 * Half-open range of offsets in a text.
 *
 * @param start the first offset inside
 * @param end the first offset after the range
 */
record Span(int start, int end) {
    Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("no span from " + start + " to " + end);
        }
    }

    Span movedBy(int distance) {
        return new Span(start + distance, end + distance);
    }
}
