package io.github.offload4j.tools.emit;

import io.github.offload4j.codegen.DataRegion;
import io.github.offload4j.codegen.OffloadArguments;
import io.github.offload4j.codegen.OffloadModule;
import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.SourceLocation;
import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.library.LibraryParameter;
import io.github.offload4j.codegen.option.OnStatus;
import io.github.offload4j.codegen.signature.Device;
import io.github.offload4j.codegen.signature.Extent;
import io.github.offload4j.codegen.signature.LaunchBounds;
import io.github.offload4j.tools.spec.LlvmParameter;
import io.github.offload4j.tools.spec.OffloadSpec;
import io.github.offload4j.tools.spec.OffloadSpec.HostCall;
import io.github.offload4j.tools.spec.OffloadSpec.Launch;
import io.github.offload4j.tools.spec.OffloadSpec.Routine;
import io.github.offload4j.tools.spec.ParameterSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.llvm.LLVM.LLVMValueRef;

/** Emits several calls in the region that maps the data of all of them. */
final class RegionEmitter {
    private final OffloadModule offloads;
    private final OffloadEmitter emitter;
    private final SpecTypes types;
    private final Quantities quantities;
    private final IrBuilder builder;

    RegionEmitter(
            OffloadModule offloads, OffloadEmitter emitter, SpecTypes types, Quantities quantities, IrBuilder builder) {
        this.offloads = offloads;
        this.emitter = emitter;
        this.types = types;
        this.quantities = quantities;
        this.builder = builder;
    }

    /** A call that can be emitted inside of the region. */
    private interface Step {
        void emit(DataRegion region);
    }

    /** Emits the region. Whatever is computed is computed in front of it, so that it stops the program there. */
    void emit(OffloadSpec offload, OffloadSpec.Region calls) {
        OffloadArguments.Builder shared = OffloadArguments.builder().at(emitter.location(offload.position()));
        for (ParameterSpec parameter : offload.parameters()) {
            if (isMapped(parameter)) {
                emitter.add(parameter, quantities, shared, false);
            }
        }
        Device device = quantities.device(offload.device());
        List<Step> steps = new ArrayList<>();
        for (OffloadSpec call : calls.calls()) {
            steps.add(call.target() instanceof Launch launch ? launch(call, launch, device) : host(call));
        }
        try (DataRegion region =
                offloads.openWithDevicePointers(builder.raw(), offload.name().value(), shared.build(), device)) {
            for (int i = 0; i < steps.size(); i++) {
                emit(steps.get(i), region, calls.calls().get(i));
            }
        }
    }

    private static void emit(Step step, DataRegion region, OffloadSpec call) {
        try {
            step.emit(region);
        } catch (OffloadException e) {
            throw new RefusedCall(e, call);
        }
    }

    /** Says which of several calls the library refuses. */
    static final class RefusedCall extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final transient OffloadException refusal;
        private final transient OffloadSpec call;

        RefusedCall(OffloadException refusal, OffloadSpec call) {
            super(refusal);
            this.refusal = refusal;
            this.call = call;
        }

        OffloadException refusal() {
            return refusal;
        }

        OffloadSpec call() {
            return call;
        }
    }

    private static boolean isMapped(ParameterSpec parameter) {
        return parameter instanceof ParameterSpec.Mapped || parameter instanceof ParameterSpec.Slice;
    }

    private Step launch(OffloadSpec call, Launch launch, Device device) {
        LaunchBounds bounds = quantities.bounds(launch);
        List<LLVMValueRef> values = values(call);
        return region -> {
            OffloadArguments.Builder arguments = OffloadArguments.builder().at(emitter.location(call.position()));
            int index = 0;
            for (ParameterSpec parameter : call.parameters()) {
                for (LlvmParameter llvm : parameter.llvmParameters()) {
                    LLVMValueRef value = values.get(index++);
                    if (parameter instanceof ParameterSpec.Copied copied) {
                        arguments.copy(
                                value,
                                Extent.of(types.parse(copied.type().value()).raw()));
                    } else if (!llvm.type().equals("ptr")) {
                        arguments.value(value);
                    } else {
                        arguments.devicePointer(isMapped(parameter) ? region.devicePointer(value) : value);
                    }
                    arguments.named(llvm.name());
                }
            }
            offloads.kernel(call.callee().value()).onDevice(device).launch(builder.raw(), bounds, arguments.build());
        };
    }

    private Step host(OffloadSpec call) {
        HostCall host = (HostCall) call.target();
        List<LLVMValueRef> values = values(call);
        SourceLocation location = emitter.location(call.position());
        LLVMValueRef[] passed = host.routine()
                .map(routine -> passed(routine, values, call))
                .orElseGet(() -> values.toArray(LLVMValueRef[]::new));
        return region -> emitter.completed(
                        host.completion(),
                        offloads.hostFunction(emitter.callee(call, host))
                                .onStatus(OnStatus.ABORT)
                                .at(location),
                        quantities)
                .call(builder.raw(), region, passed);
    }

    private LLVMValueRef[] passed(Routine routine, List<LLVMValueRef> values, OffloadSpec call) {
        Map<String, LLVMValueRef> arguments = new HashMap<>();
        List<LibraryParameter> parameters = routine.function().passedParameters();
        for (int i = 0; i < parameters.size(); i++) {
            arguments.put(parameters.get(i).name(), values.get(i));
        }
        routine.sizes()
                .forEach((name, size) ->
                        arguments.put(name, quantities.narrowed(size).raw()));
        return emitter.passed(routine.function(), arguments, call, builder);
    }

    private List<LLVMValueRef> values(OffloadSpec call) {
        List<LLVMValueRef> values = new ArrayList<>();
        for (ParameterSpec parameter : call.parameters()) {
            if (parameter instanceof ParameterSpec.Computed computed) {
                values.add(quantities.narrowed(computed).raw());
                continue;
            }
            parameter
                    .llvmParameters()
                    .forEach(
                            llvm -> values.add(quantities.parameter(llvm.name()).raw()));
        }
        return values;
    }
}
