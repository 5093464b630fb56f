package io.github.offload4j.runtime.embedded.device;

import io.github.offload4j.codegen.abi.RuntimeFunction;
import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.runtime.binding.LentMemory;
import io.github.offload4j.runtime.binding.OpenMpSignatures;
import io.github.offload4j.runtime.binding.RuntimeSymbol;
import io.github.offload4j.runtime.binding.Tracer;
import io.github.offload4j.runtime.embedded.device.MappingTable.Lookup;
import io.github.offload4j.runtime.embedded.device.MappingTable.Position;
import io.github.offload4j.runtime.nativecode.CallSignature;
import io.github.offload4j.runtime.nativecode.NativeMemory;
import io.github.offload4j.runtime.nativecode.UpcallHandler;
import io.github.offload4j.runtime.trace.OffloadEvent.Kind;
import io.github.offload4j.runtime.trace.TraceListener;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The {@code omp_*} functions. */
final class OpenMpCalls {
    private static final long DONE = 0;
    private static final long FAILED = -1;

    private final EmbeddedRuntime runtime;
    private final TraceListener trace;
    private final Map<String, RuntimeSymbol> methods = new HashMap<>();

    OpenMpCalls(EmbeddedRuntime runtime, TraceListener trace) {
        this.runtime = runtime;
        this.trace = trace;
        add("omp_get_num_devices", OpenMpSignatures.NUMBER, words -> runtime.visibleDevices());
        add("omp_get_initial_device", OpenMpSignatures.NUMBER, words -> runtime.visibleDevices());
        add(
                RuntimeFunction.DEFAULT_DEVICE.symbol(),
                CallSignature.of(RuntimeFunction.DEFAULT_DEVICE),
                words -> runtime.defaultDevice());
        add("omp_set_default_device", OpenMpSignatures.SET_DEFAULT_DEVICE, words -> {
            runtime.setDefaultDevice((int) words[0]);
            return 0;
        });
        add(
                RuntimeFunction.MAPPED_POINTER.symbol(),
                CallSignature.of(RuntimeFunction.MAPPED_POINTER),
                words -> mappedPointer(words[0], words[1]));
        add("omp_target_is_present", OpenMpSignatures.IS_PRESENT, words -> isPresent(words[0], words[1]));
        add("omp_target_alloc", OpenMpSignatures.ALLOCATE, words -> allocate(words[0], words[1]));
        add("omp_target_free", OpenMpSignatures.FREE, words -> free(words[0], words[1]));
        add("omp_target_memcpy", OpenMpSignatures.COPY, this::copy);
        add("omp_target_associate_ptr", OpenMpSignatures.ASSOCIATE, this::associate);
        add("omp_target_disassociate_ptr", OpenMpSignatures.DISASSOCIATE, words -> disassociate(words[0], words[1]));
    }

    private void add(String symbol, CallSignature signature, UpcallHandler handler) {
        methods.put(symbol, new RuntimeSymbol.Method(signature, handler));
    }

    Optional<RuntimeSymbol> find(String symbol) {
        return Optional.ofNullable(methods.get(symbol));
    }

    private Site site(int device) {
        return new Site(Optional.empty(), new Tracer(trace, device, Optional.empty()), runtime.options());
    }

    private Optional<EmbeddedDevice> device(long number) {
        return runtime.device(number, site((int) number));
    }

    private long mappedPointer(long host, long number) {
        Optional<EmbeddedDevice> device = device(number);
        if (device.isEmpty() || host == 0) {
            return host;
        }
        synchronized (device.get()) {
            Lookup lookup = device.get().table().find(host, 1);
            if (lookup.position() == Position.CONTAINED) {
                return lookup.mapping().orElseThrow().translate(host);
            }
            Site site = site((int) number);
            if (site.strict() && !device.get().table().isOpenEmpty(host)) {
                throw site.refuse("the device pointer of 0x" + Long.toHexString(host) + " is asked for, and nothing is"
                        + " mapped there on device " + device.get().number());
            }
            return 0;
        }
    }

    private long isPresent(long host, long number) {
        Optional<EmbeddedDevice> device = device(number);
        if (device.isEmpty()) {
            return 1;
        }
        synchronized (device.get()) {
            return device.get().table().find(host, 1).position() == Position.CONTAINED ? 1 : 0;
        }
    }

    private long allocate(long bytes, long number) {
        Optional<EmbeddedDevice> device = device(number);
        if (bytes <= 0) {
            return 0;
        }
        if (device.isEmpty()) {
            return NativeMemory.tryAllocate(bytes).orElse(0);
        }
        long start = System.nanoTime();
        synchronized (device.get()) {
            long memory = device.get().memory().allocate(bytes).orElse(0);
            if (memory == 0) {
                return 0; // as OpenMP has it
            }
            site(device.get().number()).tracer().ended(Kind.ALLOCATE, bytes, "", start);
            return memory;
        }
    }

    private long free(long address, long number) {
        Optional<EmbeddedDevice> device = device(number);
        if (address == 0) {
            return 0;
        }
        if (device.isEmpty()) {
            NativeMemory.free(address);
            return 0;
        }
        long start = System.nanoTime();
        synchronized (device.get()) {
            Site site = site(device.get().number());
            long bytes = device.get()
                    .memory()
                    .free(address)
                    .orElseThrow(() -> site.refuse(
                            "omp_target_free of 0x" + Long.toHexString(address) + ", which omp_target_alloc of device "
                                    + device.get().number() + " did not return"));
            site.tracer().ended(Kind.FREE, bytes, "", start);
        }
        return 0;
    }

    /** Host address, device address, bytes, device offset, device. */
    private long associate(long[] words) {
        Optional<EmbeddedDevice> device = device(words[4]);
        long bytes = words[2];
        long memory = words[1] + words[3];
        if (device.isEmpty() || words[0] == 0 || words[1] == 0 || bytes <= 0) {
            return FAILED;
        }
        LentMemory.requireInside(words[0], bytes, "associated with device memory", Optional.empty());
        synchronized (device.get()) {
            MappingTable table = device.get().table();
            if (!device.get().memory().contains(memory, bytes)) {
                throw site(device.get().number())
                        .refuse("omp_target_associate_ptr with 0x" + Long.toHexString(memory) + ", " + bytes
                                + " bytes that are not inside a block of device "
                                + device.get().number());
            }
            Optional<Mapping> there = table.beginningAt(words[0]);
            if (there.isPresent() && there.get().size() == bytes && there.get().device() == memory) {
                return DONE;
            }
            if (table.find(words[0], bytes).position() != Position.ABSENT) {
                return FAILED;
            }
            table.add(Mapping.permanent(words[0], bytes, memory, ""));
        }
        return DONE;
    }

    private long disassociate(long host, long number) {
        Optional<EmbeddedDevice> device = device(number);
        if (device.isEmpty()) {
            return FAILED;
        }
        synchronized (device.get()) {
            MappingTable table = device.get().table();
            Optional<Mapping> mapping = table.beginningAt(host).filter(Mapping::isOnlyPermanent);
            if (mapping.isEmpty()) {
                return FAILED;
            }
            table.remove(mapping.get());
        }
        return DONE;
    }

    /** Target, source, bytes, target offset, source offset, target device, source device. */
    private long copy(long[] words) {
        Optional<EmbeddedDevice> targetDevice = device(words[5]);
        Optional<EmbeddedDevice> sourceDevice = device(words[6]);
        long bytes = words[2];
        long target = words[0] + words[3];
        long source = words[1] + words[4];
        requireInside(targetDevice, target, bytes, "into");
        requireInside(sourceDevice, source, bytes, "from");
        requireLent(target, source, bytes);
        long start = System.nanoTime();
        NativeMemory.copy(target, source, bytes);
        Optional<EmbeddedDevice> told = targetDevice.or(() -> sourceDevice);
        if (told.isPresent()) {
            Kind kind =
                    sourceDevice.isEmpty() ? Kind.COPY_IN : targetDevice.isEmpty() ? Kind.COPY_OUT : Kind.COPY_ACROSS;
            site(told.get().number()).tracer().ended(kind, bytes, "", start);
        }
        return 0;
    }

    private void requireInside(Optional<EmbeddedDevice> device, long address, long bytes, String direction) {
        if (bytes < 0) {
            throw site(-1).refuse("omp_target_memcpy of " + bytes + " bytes");
        }
        if (device.isEmpty()) {
            return;
        }
        synchronized (device.get()) {
            if (!device.get().memory().contains(address, bytes)) {
                throw outside(device.get(), address, bytes, direction);
            }
        }
    }

    private static void requireLent(long target, long source, long bytes) {
        LentMemory.requireInside(target, bytes, "written by omp_target_memcpy", Optional.empty());
        LentMemory.requireInside(source, bytes, "read by omp_target_memcpy", Optional.empty());
    }

    private OffloadException outside(EmbeddedDevice device, long address, long bytes, String direction) {
        return site(device.number())
                .refuse("omp_target_memcpy " + direction + " 0x" + Long.toHexString(address) + ", " + bytes
                        + " bytes that are not inside a block of device " + device.number());
    }
}
