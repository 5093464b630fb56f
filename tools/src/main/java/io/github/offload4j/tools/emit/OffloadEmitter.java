package io.github.offload4j.tools.emit;

import io.github.offload4j.codegen.ArgumentsBuilder;
import io.github.offload4j.codegen.HostFunction;
import io.github.offload4j.codegen.OffloadArguments;
import io.github.offload4j.codegen.OffloadCall;
import io.github.offload4j.codegen.OffloadModule;
import io.github.offload4j.codegen.abi.GpuDriver;
import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import io.github.offload4j.codegen.diagnostic.SourceLocation;
import io.github.offload4j.codegen.diagnostic.Subject;
import io.github.offload4j.codegen.image.DeviceImage;
import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrGlobal;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.IrType;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.Linkage;
import io.github.offload4j.codegen.ir.VariableSigns;
import io.github.offload4j.codegen.library.LibraryFunction;
import io.github.offload4j.codegen.library.LibraryParameter;
import io.github.offload4j.codegen.signature.Dependence;
import io.github.offload4j.codegen.signature.Device;
import io.github.offload4j.codegen.signature.Extent;
import io.github.offload4j.codegen.signature.Ordering;
import io.github.offload4j.tools.diagnostic.Position;
import io.github.offload4j.tools.spec.LlvmParameter;
import io.github.offload4j.tools.spec.OffloadSpec;
import io.github.offload4j.tools.spec.OffloadSpec.Completion;
import io.github.offload4j.tools.spec.OffloadSpec.Data;
import io.github.offload4j.tools.spec.OffloadSpec.HostCall;
import io.github.offload4j.tools.spec.OffloadSpec.Launch;
import io.github.offload4j.tools.spec.OffloadSpec.LibraryCall;
import io.github.offload4j.tools.spec.OffloadSpec.Variable;
import io.github.offload4j.tools.spec.OffloadSpec.Wait;
import io.github.offload4j.tools.spec.ParameterSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.llvm.LLVM.LLVMValueRef;

/** Emits the host function of one offload. */
final class OffloadEmitter {
    private final IrModule module;
    private final OffloadModule offloads;
    private final SpecTypes types;
    private final List<DeviceImage> images;
    private final String file;

    OffloadEmitter(IrModule module, OffloadModule offloads, SpecTypes types, List<DeviceImage> images, String file) {
        this.module = module;
        this.offloads = offloads;
        this.types = types;
        this.images = images;
        this.file = file;
    }

    /**
     * Emits a function.
     *
     * @throws io.github.offload4j.codegen.diagnostic.OffloadException when the offload does not fit the options
     */
    void emit(OffloadSpec offload) {
        IrFunction function = define(offload);
        try (IrBuilder builder = IrBuilder.atEnd(function.appendBlock("entry"), module.context())) {
            NumberChecks checks = new NumberChecks(module, builder, file);
            Quantities quantities = new Quantities(module, builder, types, parameters(offload, function), checks);
            if (offload.target() instanceof Wait) {
                offloads.await(builder.raw());
                builder.returnVoid();
                return;
            }
            if (offload.target() instanceof Data data) {
                data(offload, data, quantities, builder);
                return;
            }
            if (offload.target() instanceof OffloadSpec.Region region) {
                new RegionEmitter(offloads, this, types, quantities, builder).emit(offload, region);
                builder.returnVoid();
                return;
            }
            OffloadCall.Builder call = call(offload, quantities, builder);
            call.device(quantities.device(offload.device())).at(location(offload.position()));
            if (offload.target() instanceof Launch launch) {
                call.launch(quantities.bounds(launch));
            }
            if (offload.target() instanceof HostCall host) {
                complete(host.completion(), call);
            } else if (offload.target() instanceof LibraryCall library) {
                complete(library.completion(), call);
            }
            offload.fallback().ifPresent(f -> call.fallback(external(f.value(), offload)));
            if (offload.asynchronous().isPresent()) {
                offloads.spawn(builder.raw(), call.build(), dependences(offload, quantities));
                builder.returnVoid();
                return;
            }
            Optional<LLVMValueRef> result = offloads.call(builder.raw(), call.build());
            result.ifPresentOrElse(value -> builder.returnValue(IrValue.of(value, "result")), builder::returnVoid);
        }
    }

    private static Dependence[] dependences(OffloadSpec offload, Quantities quantities) {
        return offload.asynchronous().orElse(List.of()).stream()
                .map(depends -> new Dependence(quantities.parameter(depends.parameter()), depends.kind()))
                .toArray(Dependence[]::new);
    }

    private OffloadCall.Builder call(OffloadSpec offload, Quantities quantities, IrBuilder builder) {
        if (offload.target() instanceof LibraryCall library) {
            List<LLVMValueRef> arguments = library.function().parameters().stream()
                    .map(parameter -> argument(parameter, library, quantities))
                    .toList();
            return library.function().at(location(offload.position())).call(module.raw(), builder.raw(), arguments);
        }
        OffloadCall.Builder call = callee(offload);
        for (ParameterSpec parameter : offload.parameters()) {
            add(parameter, quantities, call);
        }
        return call;
    }

    private LLVMValueRef argument(LibraryParameter parameter, LibraryCall library, Quantities quantities) {
        Long constant = library.constants().get(parameter.name());
        return constant == null
                ? quantities.parameter(parameter.name()).raw()
                : module.context()
                        .constant(parameter.integerBits().orElseThrow(), constant)
                        .raw();
    }

    private void complete(Completion completion, OffloadCall.Builder call) {
        completion.onStatus().ifPresent(call::onStatus);
        completion.synchronize().ifPresent(how -> call.ordered(ordering(how.value())));
    }

    /** Returns a function whose call is completed as a spec says. */
    HostFunction completed(Completion completion, HostFunction function, Quantities quantities) {
        HostFunction checked = completion.onStatus().map(function::onStatus).orElse(function);
        if (completion.stream().isPresent()) {
            boolean hip = completion
                    .synchronize()
                    .filter(how -> how.value().equals("hip"))
                    .isPresent();
            return checked.ordered(Ordering.stream(
                    hip ? GpuDriver.HIP : GpuDriver.CUDA,
                    stream(completion.stream().get(), quantities)));
        }
        return completion
                .synchronize()
                .map(how -> checked.ordered(ordering(how.value())))
                .orElse(checked);
    }

    private LLVMValueRef stream(String name, Quantities quantities) {
        return name.equals("0")
                ? module.context().constant(Long.SIZE, 0).raw()
                : quantities.parameter(name).raw();
    }

    private Ordering ordering(String how) {
        return switch (how) {
            case "auto" -> Ordering.AUTOMATIC;
            case "none" -> Ordering.NONE;
            case "cuda" -> Ordering.required(GpuDriver.CUDA);
            case "hip" -> Ordering.required(GpuDriver.HIP);
            default -> Ordering.by(waiter(how));
        };
    }

    private LLVMValueRef waiter(String symbol) {
        IrType type = module.context().function(module.context().integer(Integer.SIZE), List.of());
        return module.findFunction(symbol)
                .orElseGet(() -> module.addFunction(symbol, type, Linkage.EXTERNAL))
                .value()
                .raw();
    }

    private IrFunction define(OffloadSpec offload) {
        IrType type = types.function(offload, types.result(offload));
        return module.addFunction(offload.name().value(), type, Linkage.EXTERNAL);
    }

    private static Map<String, IrValue> parameters(OffloadSpec offload, IrFunction function) {
        Map<String, IrValue> parameters = new LinkedHashMap<>();
        List<LlvmParameter> names = offload.llvmParameters();
        for (int i = 0; i < names.size(); i++) {
            HostModule.nameParameter(function, i, names.get(i).name());
            parameters.put(names.get(i).name(), function.parameter(i));
        }
        return parameters;
    }

    private OffloadCall.Builder callee(OffloadSpec offload) {
        String symbol = offload.callee().value();
        return offload.isHost() ? OffloadCall.to(external(symbol, offload)).host(true) : OffloadCall.toKernel(symbol);
    }

    /** Returns what one of several calls calls. */
    LLVMValueRef callee(OffloadSpec call, HostCall host) {
        return host.routine()
                .map(routine -> routine.function().declare(module.raw()))
                .orElseGet(() -> external(call.callee().value(), call));
    }

    /** Returns what a routine gets in one of several calls, and emits the checks of the rest. */
    LLVMValueRef[] passed(
            LibraryFunction function, Map<String, LLVMValueRef> arguments, OffloadSpec call, IrBuilder builder) {
        return function.at(location(call.position())).passed(module.raw(), builder.raw(), arguments);
    }

    /** Returns the function of a symbol, which the module declares at most. */
    LLVMValueRef external(String symbol, OffloadSpec offload) {
        return module.findFunction(symbol)
                .orElseGet(() -> module.addFunction(symbol, types.callee(offload), Linkage.EXTERNAL))
                .value()
                .raw();
    }

    /** Returns a place of the spec. */
    SourceLocation location(Position position) {
        return new SourceLocation(file, position.line(), position.column());
    }

    private void data(OffloadSpec offload, Data data, Quantities quantities, IrBuilder builder) {
        OffloadArguments.Builder arguments = OffloadArguments.builder().at(location(offload.position()));
        for (ParameterSpec parameter : offload.parameters()) {
            if (!(parameter instanceof ParameterSpec.Scalar)) {
                add(parameter, quantities, arguments, false);
            }
        }
        for (Variable variable : data.variables()) {
            IrGlobal global = global(variable);
            arguments
                    .map(
                            global.value().raw(),
                            variable.mapping().access(),
                            Extent.of(global.contentType().raw()),
                            variable.mapping().modifiers())
                    .named(variable.name().value());
        }
        String name = offload.name().value();
        Device device = quantities.device(offload.device());
        if (offload.asynchronous().isPresent()) {
            Dependence[] after = dependences(offload, quantities);
            offloads.spawnData(builder.raw(), data.action(), name, arguments.build(), device, after);
            builder.returnVoid();
            return;
        }
        switch (data.action()) {
            // a spec says by an entry of its own when data is exited, so nobody holds the handle
            case ENTER -> offloads.enter(builder.raw(), name, arguments.build(), device);
            case EXIT -> offloads.exit(builder.raw(), name, arguments.build(), device);
            case UPDATE -> offloads.update(builder.raw(), arguments.build(), device);
        }
        builder.returnVoid();
    }

    /** Declares the variable, so that whoever defines it on the host has the last word. */
    private IrGlobal global(Variable variable) {
        String name = variable.name().value();
        Optional<IrGlobal> known = module.findGlobal(name);
        if (known.isEmpty() && module.hasSymbol(name)) {
            throw new OffloadException(
                            Reason.ARGUMENT, "argument '" + name + "' is a function of this spec; name a variable")
                    .about(new Subject.Argument(name, 0));
        }
        return known.isPresent()
                ? known.get()
                : module.addGlobal(name, type(variable), Linkage.EXTERNAL).section(VariableSigns.SECTION);
    }

    private IrType type(Variable variable) {
        String name = variable.name().value();
        if (variable.pointee().isPresent()) {
            return types.parse(variable.pointee().get().type().value());
        }
        return images.stream()
                .flatMap(image -> image.variable(name).stream())
                .findFirst()
                .map(known -> module.context().array(module.context().integer(Byte.SIZE), known.bytes()))
                .orElseThrow(() -> new OffloadException(
                                Reason.ARGUMENT,
                                "argument '" + name
                                        + "' has no size here; add 'pointee', or build with kernels that have the"
                                        + " variable")
                        .about(new Subject.Argument(name, 0)));
    }

    private void add(ParameterSpec parameter, Quantities quantities, OffloadCall.Builder call) {
        add(parameter, quantities, call, true);
    }

    /**
     * Adds an argument.
     *
     * @param lengths whether lengths of slices are arguments too, as they are of calls, and not of data
     */
    <B extends ArgumentsBuilder<B>> void add(
            ParameterSpec parameter, Quantities quantities, ArgumentsBuilder<B> call, boolean lengths) {
        List<LlvmParameter> names = parameter.llvmParameters();
        String name = names.get(0).name();
        LLVMValueRef value = quantities.parameter(name).raw();
        if (parameter instanceof ParameterSpec.Scalar) {
            call.value(value).named(name);
        } else if (parameter instanceof ParameterSpec.Passed passed) {
            switch (passed.side()) {
                case HOST -> call.hostPointer(value).named(name);
                case DEVICE -> call.devicePointer(value).named(name);
                case VALUE, NONE -> throw new IllegalStateException("what is not passed on as it is has a type");
            }
        } else if (parameter instanceof ParameterSpec.Copied copied) {
            call.copy(value, Extent.of(types.parse(copied.type().value()).raw()))
                    .named(name);
        } else if (parameter instanceof ParameterSpec.Mapped mapped) {
            Extents extents = new Extents(module.context(), types, quantities);
            Extent extent = extents.of(mapped.extent(), !mapped.members().isEmpty());
            call.map(value, mapped.mapping().access(), extent, mapped.mapping().modifiers())
                    .named(name);
            extents.members(mapped.members()).forEach(call::member);
        } else if (parameter instanceof ParameterSpec.Slice slice) {
            String lengthName = names.get(1).name();
            LLVMValueRef length = quantities.parameter(lengthName).raw();
            Extent extent =
                    Extent.count(length, types.parse(slice.element().value()).raw());
            call.map(value, slice.mapping().access(), extent, slice.mapping().modifiers())
                    .named(name);
            if (lengths) {
                call.value(length).named(lengthName);
            }
        }
    }
}
