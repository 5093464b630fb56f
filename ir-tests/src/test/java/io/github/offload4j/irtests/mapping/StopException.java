package io.github.offload4j.irtests.mapping;

/** The runtime refuses to go on. */
final class StopException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Stop stop;

    StopException(Stop stop) {
        super(stop.name(), null, false, false);
        this.stop = stop;
    }

    Stop stop() {
        return stop;
    }
}
