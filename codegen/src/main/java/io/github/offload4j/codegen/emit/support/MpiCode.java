package io.github.offload4j.codegen.emit.support;

import io.github.offload4j.codegen.abi.GpuDriver;
import io.github.offload4j.codegen.abi.MpiFunction;
import io.github.offload4j.codegen.abi.MpiFunction.Buffer;
import io.github.offload4j.codegen.helper.Substitute;
import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrContext;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.IrType;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.Linkage;
import io.github.offload4j.codegen.ir.ModuleLinker;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code .offload_call.F}: calls a function of MPI with addresses of a device, or with those of copies in the host's memory where
 * the MPI that runs takes no others. Which it is shows when the program runs; the code for that is in {@code mpi.ll}.
 */
public final class MpiCode {
    private static final String TEXT = "mpi.ll";

    /** Lower bound, extent, true lower bound and true extent of a data type. */
    private static final int TYPE_WORDS = 4;

    private final IrModule module;
    private final IrContext context;
    private final Map<String, IrFunction> known = new HashMap<>();
    private @Nullable IrValue drivers;
    private int driverRows;

    MpiCode(IrModule module) {
        this.module = module;
        this.context = module.context();
    }

    /**
     * Returns what to call in the place of a function when addresses of a device are among the arguments.
     *
     * @param call what messages say is called, and where
     * @param caller the function that the call stands in
     * @return a function of the same type; nothing when it is none of MPI's
     */
    public Optional<IrFunction> instead(IrFunction callee, String call, String caller) {
        return MpiFunction.find(callee.name())
                .filter(function -> fits(function, callee))
                .map(function ->
                        known.computeIfAbsent(call + "\n" + caller, key -> substitute(function, callee, call, caller)));
    }

    /** Programs may have functions of their own by these names. */
    private boolean fits(MpiFunction function, IrFunction callee) {
        List<IrType> parameters = callee.parameterTypes();
        return callee.isDeclaration()
                && !callee.isVariadic()
                && callee.returnType().equals(integer(Integer.SIZE))
                && parameters.size() == function.parameters()
                && function.buffers().stream()
                        .allMatch(buffer -> parameters.get(buffer.address()).isPointer()
                                && parameters.get(buffer.count()).equals(integer(Integer.SIZE))
                                && (parameters.get(buffer.type()).isPointer()
                                        || parameters.get(buffer.type()).isInteger()));
    }

    private IrFunction substitute(MpiFunction function, IrFunction callee, String call, String caller) {
        IrFunction added = Substitute.add(module, callee);
        fill(added, function, callee, call, caller);
        return added;
    }

    private void fill(IrFunction added, MpiFunction function, IrFunction callee, String call, String caller) {
        try (IrBuilder builder = IrBuilder.atEnd(added.appendBlock("entry"), context)) {
            IrValue words = builder.alloca(
                    context.array(
                            integer(Long.SIZE),
                            (long) TYPE_WORDS * function.buffers().size()),
                    "types",
                    Long.BYTES);
            builder.call(
                    part("require", context.voidType(), List.of(context.pointer(), context.pointer())),
                    List.of(module.addText(".offload_message", call), module.addText(".offload_message", caller)),
                    "");
            List<IrValue> arguments = new ArrayList<>();
            for (int i = 0; i < callee.parameterCount(); i++) {
                arguments.add(added.parameter(i));
            }
            for (int i = 0; i < function.buffers().size(); i++) {
                Buffer buffer = function.buffers().get(i);
                IrValue type = word(words, i * TYPE_WORDS, builder);
                arguments.set(buffer.address(), stage(added, buffer, type, builder));
            }
            IrValue result = builder.callAsDeclared(callee, arguments);
            for (int i = 0; i < function.buffers().size(); i++) {
                Buffer buffer = function.buffers().get(i);
                IrValue type = word(words, i * TYPE_WORDS, builder);
                unstage(added, buffer, arguments.get(buffer.address()), type, builder);
            }
            builder.returnValue(result);
        }
        if (module.findFunction(symbol("stage")).orElseThrow().isDeclaration()) {
            ModuleLinker.linkNeeded(module, MpiCode.class, TEXT);
        }
    }

    private IrValue stage(IrFunction added, Buffer buffer, IrValue type, IrBuilder builder) {
        ask(MpiFunction.EXTENT, added.parameter(buffer.type()), type, 0, builder);
        ask(MpiFunction.TRUE_EXTENT, added.parameter(buffer.type()), type, 2, builder);
        IrType pointer = context.pointer();
        IrFunction stage =
                part("stage", pointer, List.of(pointer, integer(Integer.SIZE), pointer, pointer, integer(Long.SIZE)));
        return builder.call(
                stage,
                List.of(
                        added.parameter(buffer.address()),
                        added.parameter(buffer.count()),
                        type,
                        drivers(),
                        context.constant(Long.SIZE, driverRows)),
                "");
    }

    private void unstage(IrFunction added, Buffer buffer, IrValue staged, IrValue type, IrBuilder builder) {
        IrType pointer = context.pointer();
        IrFunction unstage = part(
                "unstage",
                context.voidType(),
                List.of(pointer, pointer, integer(Integer.SIZE), pointer, pointer, integer(Long.SIZE), integer(1)));
        builder.call(
                unstage,
                List.of(
                        staged,
                        added.parameter(buffer.address()),
                        added.parameter(buffer.count()),
                        type,
                        drivers(),
                        context.constant(Long.SIZE, driverRows),
                        context.constant(1, buffer.written() ? 1 : 0)),
                "");
    }

    private void ask(String symbol, IrValue dataType, IrValue words, int first, IrBuilder builder) {
        IrType asked =
                context.function(integer(Integer.SIZE), List.of(dataType.type(), context.pointer(), context.pointer()));
        IrFunction function =
                module.findFunction(symbol).orElseGet(() -> module.addFunction(symbol, asked, Linkage.EXTERNAL));
        builder.callAddress(
                asked,
                function.value(),
                List.of(dataType, word(words, first, builder), word(words, first + 1, builder)));
    }

    private IrValue word(IrValue words, int index, IrBuilder builder) {
        return builder.offsetAddress(integer(Long.SIZE), words, context.constant(Long.SIZE, index), "");
    }

    private IrFunction part(String word, IrType result, List<IrType> parameters) {
        return module.findFunction(symbol(word))
                .orElseGet(
                        () -> module.addFunction(symbol(word), context.function(result, parameters), Linkage.EXTERNAL));
    }

    private static String symbol(String word) {
        return ".offload_mpi_" + word + ".v1";
    }

    private IrType integer(int bits) {
        return context.integer(bits);
    }

    /** Returns the table of what is looked for, as the text has it. */
    private IrValue drivers() {
        IrValue table = drivers;
        if (table == null) {
            IrType pointer = context.pointer();
            IrType row = context.struct(List.of(pointer, pointer, pointer, pointer, integer(Integer.SIZE)));
            List<IrValue> rows = new ArrayList<>();
            for (GpuDriver driver : GpuDriver.values()) {
                for (String library : driver.libraries()) {
                    rows.add(context.constantStruct(
                            row,
                            List.of(
                                    text(library),
                                    text(driver.functions().get(0)),
                                    text(driver.copy()),
                                    text(driver.mpiQuery()),
                                    context.constant(Integer.SIZE, driver.placeAttribute()))));
                }
            }
            driverRows = rows.size();
            IrValue content = context.constantArray(row, rows);
            table = module.addGlobal(".offload_mpi_drivers", content.type(), Linkage.PRIVATE)
                    .constant(content)
                    .value();
            drivers = table;
        }
        return table;
    }

    private IrValue text(String text) {
        return module.addText(".offload_symbol", text);
    }
}
