package io.github.offload4j.runtime.embedded.device;

import io.github.offload4j.codegen.abi.LaunchForm.Place;
import io.github.offload4j.codegen.abi.RuntimeAbi;
import io.github.offload4j.codegen.abi.RuntimeConstants;
import io.github.offload4j.codegen.abi.RuntimeFunction;
import io.github.offload4j.codegen.abi.SiteFunction;
import io.github.offload4j.codegen.abi.StructLayout;
import io.github.offload4j.runtime.binding.BinaryDescriptor;
import io.github.offload4j.runtime.binding.LaunchArguments;
import io.github.offload4j.runtime.binding.LentMemory;
import io.github.offload4j.runtime.binding.MapEntry;
import io.github.offload4j.runtime.binding.ReportText;
import io.github.offload4j.runtime.binding.RuntimeSymbol;
import io.github.offload4j.runtime.binding.Tracer;
import io.github.offload4j.runtime.nativecode.CallSignature;
import io.github.offload4j.runtime.nativecode.NativeType;
import io.github.offload4j.runtime.nativecode.UpcallHandler;
import io.github.offload4j.runtime.trace.OffloadEvent;
import io.github.offload4j.runtime.trace.OffloadEvent.Kind;
import io.github.offload4j.runtime.trace.TraceListener;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiConsumer;

/** The {@code __tgt_*} functions. */
final class TargetCalls {
    private static final long LAUNCHED = 0;
    private static final long REFUSED = -1;

    private final EmbeddedRuntime runtime;
    private final TraceListener trace;
    private final MapperCalls mappers;
    private final Map<String, RuntimeSymbol> methods = new HashMap<>();

    TargetCalls(EmbeddedRuntime runtime, TraceListener trace) {
        this.runtime = runtime;
        this.mappers = runtime.mappers();
        this.trace = trace;
        add(RuntimeFunction.DATA_BEGIN, words -> data(Kind.DATA_BEGIN, words, DataMapper::begin));
        add(RuntimeFunction.DATA_END, words -> data(Kind.DATA_END, words, DataMapper::end));
        add(RuntimeFunction.DATA_UPDATE, words -> data(Kind.DATA_UPDATE, words, DataMapper::update));
        addNoWait(SiteFunction.BEGIN_NOWAIT, words -> data(Kind.DATA_BEGIN, words, DataMapper::begin));
        addNoWait(SiteFunction.END_NOWAIT, words -> data(Kind.DATA_END, words, DataMapper::end));
        addNoWait(SiteFunction.UPDATE_NOWAIT, words -> data(Kind.DATA_UPDATE, words, DataMapper::update));
        add(RuntimeFunction.TARGET_KERNEL, this::launch);
        add(RuntimeFunction.REGISTER_LIBRARY, words -> register(words[0]));
        add(RuntimeFunction.UNREGISTER_LIBRARY, words -> unregister(words[0]));
        add(RuntimeFunction.INITIALIZE_ALL, words -> {
            if (runtime.options().runtime().canMakeDevicesWithoutImage()) {
                runtime.initialize();
            }
            return 0;
        });
        add(RuntimeFunction.PUSH_COMPONENT, mappers::push);
        add("__tgt_mapper_num_components", CallSignature.of(NativeType.I64, NativeType.POINTER), mappers::count);
        if (runtime.options().runtime().launchForm(false).place() != Place.NONE) {
            // no code for devices calls back here
            add(RuntimeConstants.SINCE_23, CallSignature.of(NativeType.VOID, NativeType.POINTER), words -> 0);
        }
        add("__tgt_rtl_init", CallSignature.of(NativeType.VOID), words -> 0);
        add("__tgt_rtl_deinit", CallSignature.of(NativeType.VOID), words -> 0);
        add("__tgt_register_requires", CallSignature.of(NativeType.VOID, NativeType.I64), words -> 0);
    }

    /** Adds a data call that need not wait, and does: the dependences that it gets as well are those of its task. */
    private void addNoWait(SiteFunction function, UpcallHandler handler) {
        List<NativeType> parameters =
                new ArrayList<>(CallSignature.of(RuntimeFunction.DATA_BEGIN).parameters());
        parameters.addAll(List.of(NativeType.I32, NativeType.POINTER, NativeType.I32, NativeType.POINTER));
        add(function.symbol(), new CallSignature(NativeType.VOID, parameters), handler);
    }

    private void add(RuntimeFunction function, UpcallHandler handler) {
        add(function.symbol(), CallSignature.of(function), handler);
    }

    private void add(String symbol, CallSignature signature, UpcallHandler handler) {
        methods.put(symbol, new RuntimeSymbol.Method(signature, handler));
    }

    Optional<RuntimeSymbol> find(String symbol) {
        return Optional.ofNullable(methods.get(symbol));
    }

    private Site site(long ident, int device) {
        var location = ReportText.location(ident);
        return new Site(location, new Tracer(trace, device, location), runtime.options());
    }

    private Optional<EmbeddedDevice> device(long ident, long number) {
        return runtime.device(number, site(ident, OffloadEvent.NO_DEVICE));
    }

    private long data(Kind kind, long[] words, BiConsumer<DataMapper, List<MapEntry>> action) {
        List<MapEntry> entries = MapEntry.ofDataCall(words);
        // also where nothing is mapped: what is called then touches the same bytes where they are
        LentMemory.requireMappable(entries, ReportText.location(words[0]));
        Optional<EmbeddedDevice> device = device(words[0], words[1]);
        if (device.isEmpty()) {
            return 0;
        }
        long start = System.nanoTime();
        Site site = site(words[0], device.get().number());
        synchronized (device.get()) {
            action.accept(new DataMapper(device.get(), site, mappers), entries);
        }
        long bytes = entries.stream()
                .filter(MapEntry::isMapped)
                .mapToLong(MapEntry::bytes)
                .sum();
        site.tracer().ended(kind, bytes, "", start);
        return 0;
    }

    private long launch(long[] words) {
        LaunchArguments arguments = LaunchArguments.read(words[5], (int) words[2], (int) words[3]);
        LentMemory.requireMappable(MapEntry.read(arguments.arrays()), ReportText.location(words[0]));
        Optional<EmbeddedDevice> device = device(words[0], words[1]);
        if (device.isEmpty()) {
            return REFUSED;
        }
        Site site = site(words[0], device.get().number());
        RegisteredLibrary library = runtime.libraries().values().stream()
                .filter(candidate -> candidate.kernel(words[4]).isPresent())
                .findFirst()
                .orElseThrow(() -> site.refuse("a kernel is launched that no registered module has (region id 0x"
                        + Long.toHexString(words[4]) + "); register the module before"));
        String kernel = library.kernel(words[4]).orElseThrow();
        LoadedImage image = device.get().image(library);
        if (!image.isRunnable()) {
            throw site.refuse(
                    "kernel '" + kernel + "' has no image for this machine, and another module has made devices"
                            + " visible; embed an image for this machine");
        }
        OptionalLong code = image.symbol(kernel);
        if (code.isEmpty()) {
            throw site.refuse("the device image has no kernel '" + kernel + "'");
        }
        new KernelLaunch(device.get(), site, mappers, words[5], arguments).run(kernel, code.getAsLong());
        return LAUNCHED;
    }

    private long register(long descriptor) {
        long start = System.nanoTime();
        BinaryDescriptor content = BinaryDescriptor.read(descriptor);
        RuntimeAbi version = runtime.options().runtime();
        RegisteredLibrary library = new RegisteredLibrary(content, version);
        Site site = site(0, OffloadEvent.NO_DEVICE);
        if (version.entryLayout() == StructLayout.LEGACY_ENTRY
                && !content.legacy()
                && !content.entries().isEmpty()) {
            throw site.refuse("the module's entries have the format of LLVM 20 and later, which " + site.runtimeName()
                    + " cannot read; emit it for llvm-19 or portable");
        }
        if (runtime.libraries().putIfAbsent(descriptor, library) != null) {
            throw site.refuse("a module is registered twice without being unregistered between");
        }
        site.tracer().ended(Kind.REGISTER, 0, "", start);
        return 0;
    }

    private long unregister(long descriptor) {
        long start = System.nanoTime();
        Site site = site(0, OffloadEvent.NO_DEVICE);
        RegisteredLibrary library = runtime.libraries().remove(descriptor);
        if (library == null) {
            throw site.refuse("a module is unregistered that is not registered");
        }
        runtime.unload(library);
        site.tracer().ended(Kind.UNREGISTER, 0, "", start);
        return 0;
    }
}
