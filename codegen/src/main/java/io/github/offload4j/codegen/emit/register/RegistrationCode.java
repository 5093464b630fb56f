package io.github.offload4j.codegen.emit.register;

import io.github.offload4j.codegen.abi.RuntimeConstants;
import io.github.offload4j.codegen.abi.RuntimeFunction;
import io.github.offload4j.codegen.abi.StructLayout;
import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import io.github.offload4j.codegen.emit.global.Images;
import io.github.offload4j.codegen.emit.runtime.Conventions;
import io.github.offload4j.codegen.emit.runtime.RuntimeDeclarations;
import io.github.offload4j.codegen.emit.runtime.RuntimeTypes;
import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrContext;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrGlobal;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.IrType;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.Linkage;
import io.github.offload4j.codegen.ir.ModuleFlags;
import io.github.offload4j.codegen.option.Registration;
import java.util.List;
import java.util.Optional;

/**
 * {@code .omp_offloading.descriptor} and the functions that hand it to the runtime. A module has one descriptor, since
 * the runtime keys its tables by the addresses in it.
 */
public final class RegistrationCode {
    private static final String DESCRIPTOR = RuntimeConstants.DESCRIPTOR_NAME;
    private static final String ENTRIES = ".omp_offloading.entries";

    private final IrModule module;
    private final RuntimeTypes types;
    private final RuntimeDeclarations declarations;
    private final Conventions conventions;
    private final DriverScheduling scheduling;

    /** Makes the registration of one module. */
    public RegistrationCode(
            IrModule module, RuntimeTypes types, RuntimeDeclarations declarations, Conventions conventions) {
        this.module = module;
        this.types = types;
        this.declarations = declarations;
        this.conventions = conventions;
        this.scheduling = new DriverScheduling(module, types, declarations);
    }

    /** Adds the flag by which LLVM knows a module that offloads. */
    public void addModuleFlag() {
        ModuleFlags.addIfAbsent(
                module,
                RuntimeConstants.MODULE_FLAG_MAX,
                RuntimeConstants.OPENMP_MODULE_FLAG,
                RuntimeConstants.OPENMP_MODULE_FLAG_VALUE);
    }

    /** Emits the registration of a module whose images a later tool brings: an empty descriptor, by a constructor. */
    public void emitEmpty() {
        requireFirst();
        IrContext context = module.context();
        IrType type = context.struct(StructLayout.BINARY_DESCRIPTOR.fields().stream()
                .map(field -> types.of(field.type()))
                .toList());
        IrValue descriptor = module.addGlobal(DESCRIPTOR, type, Linkage.INTERNAL)
                .constant(context.zero(type))
                .value();
        IrGlobal constructors = emitConstructor(descriptor, true);
        constructors.markConstant();
    }

    /**
     * Emits the registration of a module.
     *
     * @param entries the entries, empty when the module has none, or the linker collects them
     * @param named whether the module has entries, wherever they are
     */
    public void emit(List<IrValue> entries, boolean named, Images images) {
        boolean wrapped = conventions.registration() == Registration.LINKER_WRAPPER;
        // The wrapper registers images and entries; a module with neither would be left without a runtime.
        if (wrapped && (named || !images.isEmpty())) {
            images.emitForLinkerWrapper();
            DriverScheduling.addConstructor(module, conventions.synchronization());
            return;
        }
        requireFirst();
        IrValue descriptor = descriptor(entries, images);
        // With an image the runtime makes the devices that the image is for; without one, data needs some to live on.
        boolean initialize =
                entries.isEmpty() && images.isEmpty() && conventions.abi().canMakeDevicesWithoutImage();
        if (conventions.registration() == Registration.EXPLICIT) {
            IrFunction register = startupFunction("offload4j.register", Linkage.EXTERNAL);
            emitRegisterBody(register, descriptor, initialize, List.of());
            emitUnregister("offload4j.unregister", Linkage.EXTERNAL, descriptor);
        } else {
            emitConstructor(descriptor, initialize);
        }
    }

    private void requireFirst() {
        if (module.hasSymbol(DESCRIPTOR)) {
            throw new OffloadException(
                    Reason.STATE,
                    "the module already registers itself ('" + DESCRIPTOR + "'); add every site before it is finished");
        }
    }

    private IrValue descriptor(List<IrValue> entries, Images images) {
        IrContext context = module.context();
        IrType type = types.of(StructLayout.BINARY_DESCRIPTOR);
        IrValue begin = context.nullPointer();
        IrValue end = context.nullPointer();
        if (!entries.isEmpty()) {
            IrValue array = context.constantArray(entries.get(0).type(), entries);
            begin = module.addGlobal(ENTRIES, array.type(), Linkage.INTERNAL)
                    .constant(array)
                    .aligned(conventions.abi().entryLayout().alignment())
                    .value();
            end = context.endOf(array.type(), begin);
        }
        IrValue content = context.constantStruct(
                type,
                List.of(context.constant(Integer.SIZE, images.count()), images.emitArray(begin, end), begin, end));
        return module.addGlobal(DESCRIPTOR, type, Linkage.INTERNAL)
                .constant(content)
                .value();
    }

    /** Returns the module's list of constructors. */
    private IrGlobal emitConstructor(IrValue descriptor, boolean initialize) {
        IrFunction unregister = emitUnregister(DESCRIPTOR + "_unreg", Linkage.INTERNAL, descriptor);
        IrFunction register = startupFunction(DESCRIPTOR + "_reg", Linkage.INTERNAL);
        emitRegisterBody(register, descriptor, initialize, List.of(unregister.value()));
        return Constructors.append(module, register, RuntimeConstants.CONSTRUCTOR_PRIORITY);
    }

    private void emitRegisterBody(IrFunction function, IrValue descriptor, boolean initialize, List<IrValue> atExit) {
        Optional<IrFunction> schedule = scheduling.function(conventions.synchronization());
        try (IrBuilder builder = IrBuilder.atEnd(function.appendBlock("entry"), module.context())) {
            schedule.ifPresent(first -> builder.call(first, List.of(), ""));
            builder.call(declarations.get(RuntimeFunction.REGISTER_LIBRARY), List.of(descriptor), "");
            if (initialize) {
                builder.call(declarations.get(RuntimeFunction.INITIALIZE_ALL), List.of(), "");
            }
            for (IrValue handler : atExit) {
                builder.call(declarations.get(RuntimeFunction.AT_EXIT), List.of(handler), "");
            }
            builder.returnVoid();
        }
    }

    private IrFunction emitUnregister(String name, Linkage linkage, IrValue descriptor) {
        IrFunction function = startupFunction(name, linkage);
        try (IrBuilder builder = IrBuilder.atEnd(function.appendBlock("entry"), module.context())) {
            builder.call(declarations.get(RuntimeFunction.UNREGISTER_LIBRARY), List.of(descriptor), "");
            builder.returnVoid();
        }
        return function;
    }

    private IrFunction startupFunction(String name, Linkage linkage) {
        IrContext context = module.context();
        IrFunction function = module.addFunction(name, context.function(context.voidType(), List.of()), linkage);
        function.setSection(RuntimeConstants.STARTUP_SECTION);
        return function;
    }
}
