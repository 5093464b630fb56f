package io.github.offload4j.runtime.libomptarget;

import io.github.offload4j.codegen.abi.MapFlag;
import io.github.offload4j.codegen.abi.RuntimeConstants;
import io.github.offload4j.codegen.abi.RuntimeFunction;
import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import io.github.offload4j.codegen.diagnostic.SourceLocation;
import io.github.offload4j.runtime.binding.LaunchArguments;
import io.github.offload4j.runtime.binding.MapEntry;
import io.github.offload4j.runtime.binding.OpenMpSignatures;
import io.github.offload4j.runtime.binding.ReportText;
import io.github.offload4j.runtime.binding.Tracer;
import io.github.offload4j.runtime.nativecode.CallSignature;
import io.github.offload4j.runtime.trace.OffloadEvent.Kind;
import io.github.offload4j.runtime.trace.TraceListener;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Calls of libomptarget, told to a listener. The library says nothing about its copies, so they are told from what it can
 * be asked: which of a call's arguments are mapped before it, and which after. That is exact as long as no other thread
 * maps the same memory in between. How long a copy took cannot be told; its duration is 0.
 */
final class ObservedCalls {
    private final LibomptargetBinding runtime;
    private final Registrations registrations;
    private final TraceListener trace;

    ObservedCalls(LibomptargetBinding runtime, Registrations registrations, TraceListener trace) {
        this.runtime = runtime;
        this.registrations = registrations;
        this.trace = trace;
    }

    /**
     * Makes a call.
     *
     * @param entries what it maps
     */
    long call(RuntimeFunction function, long[] words, List<MapEntry> entries) {
        boolean launch = function == RuntimeFunction.TARGET_KERNEL;
        int device = device(words[1]);
        if (device >= runtime.call(OpenMpSignatures.NUMBER, "omp_get_num_devices")) {
            return runtime.call(CallSignature.of(function), function.symbol(), words);
        }
        Optional<SourceLocation> location = ReportText.location(words[0]);
        Tracer tracer = new Tracer(trace, device, location);
        Optional<LaunchArguments> arguments =
                launch ? Optional.of(LaunchArguments.read(words[5], (int) words[2], (int) words[3])) : Optional.empty();
        String kernel = launch ? kernel(words[4], location) : "";
        boolean[] before = present(entries, device);
        long start = System.nanoTime();
        long result = runtime.call(CallSignature.of(function), function.symbol(), words);
        if (result != 0) {
            return result;
        }
        boolean[] after = present(entries, device);
        if (function == RuntimeFunction.DATA_BEGIN && isWithoutEffect(entries, after)) {
            return result;
        }
        if (function == RuntimeFunction.DATA_UPDATE) {
            tellUpdates(entries, before, tracer);
            tracer.ended(Kind.DATA_UPDATE, bytes(entries), "", start);
            return result;
        }
        if (function != RuntimeFunction.DATA_END) {
            tellCopiesIn(entries, before, launch, tracer);
        }
        arguments.ifPresent(read -> tracer.launched(kernel, read.shape(), start));
        if (function != RuntimeFunction.DATA_BEGIN) {
            tellCopiesOut(entries, before, after, launch, tracer);
        }
        if (!launch) {
            Kind kind = function == RuntimeFunction.DATA_BEGIN ? Kind.DATA_BEGIN : Kind.DATA_END;
            tracer.ended(kind, bytes(entries), "", start);
        }
        return result;
    }

    private int device(long number) {
        return (int)
                (number == RuntimeConstants.DEFAULT_DEVICE
                        ? runtime.call(OpenMpSignatures.NUMBER, RuntimeFunction.DEFAULT_DEVICE.symbol())
                        : number);
    }

    private String kernel(long regionId, Optional<SourceLocation> location) {
        return registrations
                .kernel(regionId)
                .orElseThrow(() -> new OffloadException(
                        Reason.EXECUTION,
                        location.map(place -> place + ": error: ").orElse("")
                                + "a kernel is launched that no registered module has; register the module before"));
    }

    private boolean[] present(List<MapEntry> entries, int device) {
        boolean[] present = new boolean[entries.size()];
        CallSignature signature = CallSignature.of(RuntimeFunction.MAPPED_POINTER);
        for (MapEntry entry : entries) {
            present[entry.index()] = entry.isMapped()
                    && entry.begin() != 0
                    && runtime.call(signature, RuntimeFunction.MAPPED_POINTER.symbol(), entry.address(), device) != 0;
        }
        return present;
    }

    /** Runtime 19 counts devices that are disabled, and then maps nothing. */
    private static boolean isWithoutEffect(List<MapEntry> entries, boolean[] after) {
        List<MapEntry> wanted = entries.stream()
                .filter(entry -> entry.isMapped() && entry.begin() != 0 && entry.size() > 0)
                .toList();
        return !wanted.isEmpty() && wanted.stream().noneMatch(entry -> after[entry.index()]);
    }

    private static void tellCopiesIn(List<MapEntry> entries, boolean[] before, boolean launch, Tracer tracer) {
        for (MapEntry entry : entries) {
            boolean fresh =
                    entry.isMapped() && !before[entry.index()] && entry.size() > 0 && !isInsideEarlier(entry, entries);
            boolean ownCopy = launch && entry.has(MapFlag.PRIVATE);
            if (fresh || ownCopy) {
                tracer.ended(Kind.ALLOCATE, entry.size(), entry.name(), System.nanoTime());
            }
            boolean again = entry.isMapped() && entry.has(MapFlag.ALWAYS) && entry.size() > 0;
            if (entry.has(MapFlag.TO) && (fresh || again || ownCopy)) {
                tracer.ended(Kind.COPY_IN, entry.size(), entry.name(), System.nanoTime());
            }
            if (fresh && entry.has(MapFlag.PTR_AND_OBJ)) {
                // the device copy of the pointer is made to point to the device copy of what it points to
                tracer.ended(Kind.COPY_IN, Long.BYTES, entry.name(), System.nanoTime());
            }
        }
    }

    private static void tellCopiesOut(
            List<MapEntry> entries, boolean[] before, boolean[] after, boolean launch, Tracer tracer) {
        List<MapEntry> freed = new ArrayList<>();
        for (int i = entries.size() - 1; i >= 0; i--) {
            MapEntry entry = entries.get(i);
            boolean was = entry.isMapped() && entry.size() > 0 && (launch || before[i]);
            boolean gone = was && !after[i] && !isInsideEarlier(entry, entries);
            if (was && entry.has(MapFlag.FROM) && (gone || entry.has(MapFlag.ALWAYS))) {
                tracer.ended(Kind.COPY_OUT, entry.size(), entry.name(), System.nanoTime());
            }
            if (gone) {
                freed.add(entry);
            }
        }
        // Memory goes when all copies are done.
        freed.forEach(entry -> tracer.ended(Kind.FREE, entry.size(), entry.name(), System.nanoTime()));
    }

    /**
     * Returns whether an entry before this one names its region too. That entry maps it; and since entries are unmapped
     * last to first, that entry is also the one that unmaps it. Members lie in their struct, and travel for themselves.
     */
    private static boolean isInsideEarlier(MapEntry entry, List<MapEntry> entries) {
        return entry.type().memberOf() == 0
                && entries.subList(0, entry.index()).stream()
                        .anyMatch(earlier -> earlier.isMapped()
                                && earlier.begin() <= entry.begin()
                                && entry.begin() + entry.size() <= earlier.begin() + earlier.size());
    }

    private static void tellUpdates(List<MapEntry> entries, boolean[] before, Tracer tracer) {
        for (MapEntry entry : entries) {
            if (before[entry.index()] && entry.bytes() > 0) {
                if (entry.has(MapFlag.FROM)) {
                    tracer.ended(Kind.COPY_OUT, entry.bytes(), entry.name(), System.nanoTime());
                }
                if (entry.has(MapFlag.TO)) {
                    tracer.ended(Kind.COPY_IN, entry.bytes(), entry.name(), System.nanoTime());
                }
            }
        }
    }

    private static long bytes(List<MapEntry> entries) {
        return entries.stream()
                .filter(MapEntry::isMapped)
                .mapToLong(MapEntry::bytes)
                .sum();
    }
}
