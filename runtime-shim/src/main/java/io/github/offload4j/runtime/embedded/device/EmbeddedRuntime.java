package io.github.offload4j.runtime.embedded.device;

import io.github.offload4j.codegen.abi.RuntimeAbi;
import io.github.offload4j.codegen.abi.RuntimeConstants;
import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import io.github.offload4j.runtime.binding.RuntimeBinding;
import io.github.offload4j.runtime.binding.RuntimeSymbol;
import io.github.offload4j.runtime.embedded.EmbeddedOptions;
import io.github.offload4j.runtime.trace.TraceListener;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/** The embedded devices as an offload runtime. Safe for use by several threads. */
public final class EmbeddedRuntime implements RuntimeBinding {
    private final EmbeddedOptions options;
    private final List<EmbeddedDevice> devices;
    private final Map<Long, RegisteredLibrary> libraries = new ConcurrentHashMap<>();
    private final ThreadLocal<Integer> defaultDevice;
    private final MapperCalls mappers = new MapperCalls();
    private final Tasks tasks = new Tasks();
    private volatile boolean initialized;
    private volatile boolean abandoned;

    /** Makes the devices. */
    public EmbeddedRuntime(EmbeddedOptions options) {
        this.options = options;
        this.defaultDevice = ThreadLocal.withInitial(options::defaultDevice);
        this.devices = IntStream.range(0, options.devices())
                .mapToObj(EmbeddedDevice::new)
                .toList();
    }

    /** Returns what mapper functions tell. */
    MapperCalls mappers() {
        return mappers;
    }

    @Override
    public String description() {
        RuntimeAbi version = options.runtime();
        return version == EmbeddedOptions.defaults().runtime()
                ? "the embedded device"
                : "the embedded device as " + version.optionName().replace("llvm-", "libomptarget ");
    }

    @Override
    public Optional<RuntimeSymbol> find(String symbol, TraceListener trace) {
        return new TargetCalls(this, trace)
                .find(symbol)
                .or(() -> new OpenMpCalls(this, trace).find(symbol))
                .or(() -> new TaskCalls(tasks).find(symbol));
    }

    @Override
    public void abandoned(long sinceNanos) {
        abandoned = true;
        tasks.dropOfThread();
        devices.forEach(device -> device.drop(sinceNanos));
    }

    @Override
    public void ending() {
        List<String> waiting = tasks.dropAll();
        if (!waiting.isEmpty() && !abandoned && options.strict()) {
            throw new OffloadException(
                    Reason.EXECUTION,
                    "asynchronous sites were spawned and never waited for, and have not run: "
                            + String.join("; ", waiting));
        }
    }

    @Override
    public List<String> pendingTasks() {
        return tasks.pendingOfThread();
    }

    @Override
    public boolean hasMapped(long begin, long bytes) {
        return devices.stream().anyMatch(device -> device.hasMapped(begin, bytes));
    }

    @Override
    public OptionalLong deviceBytesAt(long address) {
        return devices.stream()
                .map(device -> device.bytesAt(address))
                .flatMapToLong(OptionalLong::stream)
                .findFirst();
    }

    @Override
    public Optional<String> whyNoDevice() {
        if (!options.enabled() || wantDevices()) {
            return Optional.empty();
        }
        boolean foreign = libraries.values().stream().anyMatch(RegisteredLibrary::hasImages);
        return Optional.of((foreign ? "its images are for other machines than this one" : "it has none")
                + "; embed one for this machine with OffloadModule.embed, before finish");
    }

    EmbeddedOptions options() {
        return options;
    }

    /** Returns how many devices programs see. */
    int visibleDevices() {
        boolean counted = options.enabled() ? hasDevices() : options.runtime().countsDisabledDevices() && wantDevices();
        return counted ? devices.size() : 0;
    }

    /**
     * Returns whether there are devices to programs. As in libomptarget there are none while everything that is registered
     * has kernels and no image that runs here, unless a module asks for devices without one: a launch is then refused
     * before data is mapped for it, and what stands in for the kernel finds its results where it left them.
     */
    private boolean hasDevices() {
        return options.enabled() && wantDevices();
    }

    /** Returns whether what is registered makes devices visible; up to 19 nothing but an image does. */
    private boolean wantDevices() {
        boolean without = options.runtime().canMakeDevicesWithoutImage()
                && (initialized || libraries.values().stream().noneMatch(RegisteredLibrary::hasKernels));
        return without
                || libraries.values().stream()
                        .anyMatch(library -> library.image().isPresent());
    }

    /** Makes devices visible to programs without images, until the last module is unregistered. */
    void initialize() {
        initialized = true;
    }

    /**
     * Returns the device with a number, or nothing when it is the host itself.
     *
     * @throws OffloadException when there is no such device
     */
    Optional<EmbeddedDevice> device(long number, Site site) {
        long resolved = number == RuntimeConstants.DEFAULT_DEVICE ? defaultDevice() : number;
        if (!hasDevices() || resolved == devices.size()) {
            return Optional.empty();
        }
        if (resolved < 0 || resolved > devices.size()) {
            throw site.refuse(
                    "device " + resolved + " does not exist; there are " + devices.size() + ", numbered from 0");
        }
        EmbeddedDevice device = devices.get((int) resolved);
        // as in libomptarget, the first call that needs a device has all images loaded, and their variables mapped
        libraries.values().stream().filter(RegisteredLibrary::hasVariables).forEach(device::image);
        return Optional.of(device);
    }

    int defaultDevice() {
        return hasDevices() ? defaultDevice.get() : 0;
    }

    /** Sets the device that -1 stands for on this thread. */
    void setDefaultDevice(int number) {
        defaultDevice.set(number);
    }

    Map<Long, RegisteredLibrary> libraries() {
        return libraries;
    }

    /** Unloads a library's images from every device. */
    void unload(RegisteredLibrary library) {
        if (libraries.isEmpty()) {
            initialized = false;
        }
        devices.forEach(device -> device.unload(library));
    }

    /**
     * Frees the devices' memory.
     *
     * @throws OffloadException when data is still mapped, unless a program was stopped half-way
     */
    @Override
    public void close() {
        List<String> leaks = new ArrayList<>();
        for (EmbeddedDevice device : devices) {
            synchronized (device) {
                for (Mapping mapping : device.table().all()) {
                    if (!mapping.isPermanent()) {
                        leaks.add(mapping + ", " + mapping.references() + " times on device " + device.number());
                    }
                }
            }
            device.close();
        }
        if (!leaks.isEmpty() && !abandoned && options.strict()) {
            throw new OffloadException(
                    Reason.EXECUTION, "data was mapped and never unmapped: " + String.join("; ", leaks));
        }
    }
}
