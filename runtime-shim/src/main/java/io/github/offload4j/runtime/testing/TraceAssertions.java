package io.github.offload4j.runtime.testing;

import java.util.List;
import java.util.Objects;

/** Assertions on what a run did; each throws an {@link AssertionError} that says what happened instead. */
public final class TraceAssertions {
    private final RecordedTrace trace;

    private TraceAssertions(RecordedTrace trace) {
        this.trace = trace;
    }

    /** Returns assertions on a trace. */
    public static TraceAssertions assertTrace(RecordedTrace trace) {
        return new TraceAssertions(Objects.requireNonNull(trace, "trace is null"));
    }

    /** Asserts how many bytes travelled from host to device. */
    public TraceAssertions movedIn(long bytes) {
        return require(trace.bytesIn() == bytes, bytes + " bytes into the device", trace.bytesIn() + " bytes");
    }

    /** Asserts how many bytes travelled from device to host. */
    public TraceAssertions movedOut(long bytes) {
        return require(trace.bytesOut() == bytes, bytes + " bytes out of the device", trace.bytesOut() + " bytes");
    }

    /** Asserts how many bytes of an argument travelled from host to device. */
    public TraceAssertions movedIn(String argument, long bytes) {
        Objects.requireNonNull(argument, "argument is null");
        return require(
                trace.bytesIn(argument) == bytes,
                bytes + " bytes of '" + argument + "' into the device",
                trace.bytesIn(argument) + " bytes");
    }

    /** Asserts how many bytes of an argument travelled from device to host. */
    public TraceAssertions movedOut(String argument, long bytes) {
        Objects.requireNonNull(argument, "argument is null");
        return require(
                trace.bytesOut(argument) == bytes,
                bytes + " bytes of '" + argument + "' out of the device",
                trace.bytesOut(argument) + " bytes");
    }

    /** Asserts which kernels were launched, in order. */
    public TraceAssertions launched(String... kernels) {
        Objects.requireNonNull(kernels, "kernels is null");
        for (String kernel : kernels) {
            Objects.requireNonNull(kernel, "kernel is null");
        }
        return require(
                trace.launches().equals(List.of(kernels)),
                "launches of " + List.of(kernels),
                trace.launches().toString());
    }

    /** Asserts that nothing was launched. */
    public TraceAssertions launchedNothing() {
        return launched();
    }

    /**
     * Asserts which functions of libraries were called, in order, of those that {@link OffloadTestRun.Builder#define} and
     * {@link OffloadTestRun.Builder#watch} name.
     */
    public TraceAssertions called(String... functions) {
        Objects.requireNonNull(functions, "functions is null");
        for (String function : functions) {
            Objects.requireNonNull(function, "function is null");
        }
        List<String> found =
                trace.libraryCalls().stream().map(RecordedCall::function).toList();
        if (!found.equals(List.of(functions))) {
            throw new AssertionError("expected calls of " + List.of(functions) + ", found " + trace.libraryCalls());
        }
        return this;
    }

    /** Asserts that no such function of a library was called. */
    public TraceAssertions calledNothing() {
        return called();
    }

    private TraceAssertions require(boolean holds, String expected, String found) {
        if (!holds) {
            throw new AssertionError("expected " + expected + ", found " + found + "; the copies were "
                    + trace.transfers() + ", the launches " + trace.launches());
        }
        return this;
    }
}
