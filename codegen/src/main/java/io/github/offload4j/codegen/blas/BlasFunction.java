package io.github.offload4j.codegen.blas;

import io.github.offload4j.codegen.OffloadCall;
import io.github.offload4j.codegen.blas.BlasParameter.Handle;
import io.github.offload4j.codegen.blas.BlasParameter.Layout;
import io.github.offload4j.codegen.blas.BlasParameter.Matrix;
import io.github.offload4j.codegen.blas.BlasParameter.Result;
import io.github.offload4j.codegen.blas.BlasParameter.Scalar;
import io.github.offload4j.codegen.blas.BlasParameter.Vector;
import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.IrType;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.Linkage;
import io.github.offload4j.codegen.ir.Ownership;
import io.github.offload4j.codegen.ir.TypeText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bytedeco.llvm.LLVM.LLVMBuilderRef;
import org.bytedeco.llvm.LLVM.LLVMModuleRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;

/** A routine of one library for one type of elements, such as {@code cublasSgemm_v2}. Immutable. */
public final class BlasFunction {
    private static final String INTEGER = "i32";
    private static final String POINTER = "ptr";

    private final BlasLibrary library;
    private final Precision precision;
    private final Routine routine;
    private final List<BlasParameter> parameters;

    private BlasFunction(BlasLibrary library, Precision precision, Routine routine) {
        this.library = library;
        this.precision = precision;
        this.routine = routine;
        this.parameters = parameters(library, routine);
    }

    private static List<BlasParameter> parameters(BlasLibrary library, Routine routine) {
        List<BlasParameter> all = new ArrayList<>();
        if (library.hasHandle()) {
            all.add(new Handle("handle"));
        }
        if (library.hasLayout() && routine.hasMatrix()) {
            all.add(new Layout("layout"));
        }
        all.addAll(routine.parameters());
        if (library.returnsStatus() && routine.hasResult()) {
            all.add(new Result("result"));
        }
        return List.copyOf(all);
    }

    /** Returns every routine of a library. */
    public static List<BlasFunction> all(BlasLibrary library) {
        Objects.requireNonNull(library, "library is null");
        return Stream.of(Routine.values())
                .flatMap(routine ->
                        Stream.of(Precision.values()).map(precision -> new BlasFunction(library, precision, routine)))
                .toList();
    }

    /**
     * Returns a routine of a library, or nothing when it is not known.
     *
     * @param name the reference BLAS's name, such as {@code sgemm} or {@code SGEMM}, or the library's symbol
     */
    public static Optional<BlasFunction> find(BlasLibrary library, String name) {
        Objects.requireNonNull(library, "library is null");
        Objects.requireNonNull(name, "name is null");
        return all(library).stream()
                .filter(function -> function.name().equalsIgnoreCase(name)
                        || function.symbol().equals(name))
                .findFirst();
    }

    /**
     * Returns a routine of a library.
     *
     * @param name the reference BLAS's name, such as {@code sgemm} or {@code SGEMM}, or the library's symbol
     * @throws OffloadException naming those there are, when it is not one of them
     */
    public static BlasFunction of(BlasLibrary library, String name) {
        return find(library, name)
                .orElseThrow(() -> new OffloadException(
                        Reason.ARGUMENT,
                        library + " has no routine '" + name + "' that is known here; there are "
                                + all(library).stream().map(BlasFunction::name).collect(Collectors.joining(", "))));
    }

    /** Returns the reference BLAS's name in lower case. */
    public String name() {
        return precision.letter() + routine.routineName();
    }

    /** Returns the library's symbol. */
    public String symbol() {
        return library.symbol(precision, routine.routineName());
    }

    /** Returns the library. */
    public BlasLibrary library() {
        return library;
    }

    /** Returns the type of the elements. */
    public Precision precision() {
        return precision;
    }

    /** Returns the parameters in the library's order. */
    public List<BlasParameter> parameters() {
        return parameters;
    }

    /** Returns a parameter's type in LLVM's spelling. */
    public String type(BlasParameter parameter) {
        Objects.requireNonNull(parameter, "parameter is null");
        boolean pointer = parameter instanceof Handle
                || parameter instanceof Result
                || parameter instanceof Matrix
                || parameter instanceof Vector;
        if (parameter instanceof Scalar) {
            return library.passesScalarsByReference() ? POINTER : precision.type();
        }
        return pointer ? POINTER : INTEGER;
    }

    /** Returns the type of what the function returns in LLVM's spelling: a status, the result, or {@code void}. */
    public String returnType() {
        if (library.returnsStatus()) {
            return INTEGER;
        }
        return routine.hasResult() ? precision.type() : "void";
    }

    /**
     * Returns what is wrong with arguments that are known now, by the parameter's name: sizes that are negative, leading
     * dimensions that are too small for the rows or columns, and numbers that mean nothing to the library.
     *
     * @param constants integer arguments by the parameter's name
     */
    public Map<String, String> problems(Map<String, Long> constants) {
        Objects.requireNonNull(constants, "constants is null");
        return new ConstantRules(this, constants).problems();
    }

    /**
     * Returns a call, and emits the computation of how much of each matrix and vector is mapped.
     *
     * @param module gets a declaration of the function unless it has one
     * @param builder where the call will be emitted
     * @param arguments in the library's order, pointers being those of the host
     * @throws OffloadException when their number or types do not fit, constants among them break a rule, or the module has
     *     the symbol as something else; nothing is emitted then
     */
    public OffloadCall.Builder call(LLVMModuleRef module, LLVMBuilderRef builder, List<LLVMValueRef> arguments) {
        Objects.requireNonNull(arguments, "arguments is null");
        IrModule view = new IrModule(module);
        try {
            IrBuilder at = IrBuilder.borrow(builder, view);
            Map<String, IrValue> values = check(arguments, view, at.function());
            IrFunction callee = declare(view);
            OffloadCall.Builder call =
                    OffloadCall.to(callee.value().raw()).host(true).ordered(library.ordering());
            Extents extents = new Extents(this, values, view.context(), at);
            for (BlasParameter parameter : parameters) {
                extents.add(parameter, call);
            }
            return call;
        } finally {
            view.close();
        }
    }

    private Map<String, IrValue> check(List<LLVMValueRef> arguments, IrModule module, IrFunction function) {
        if (arguments.size() != parameters.size()) {
            throw new OffloadException(
                    Reason.SIGNATURE,
                    "'" + symbol() + "' takes " + parameters.size() + " arguments, " + arguments.size() + " are given");
        }
        Map<String, IrValue> values = new LinkedHashMap<>();
        Map<String, Long> constants = new LinkedHashMap<>();
        TypeText types = new TypeText(module.context());
        for (int i = 0; i < parameters.size(); i++) {
            BlasParameter parameter = parameters.get(i);
            IrValue value = IrValue.of(arguments.get(i), "argument " + (i + 1));
            Ownership.requireUsable(value, function, module, "argument '" + parameter.name() + "'");
            if (!value.type().equals(types.parse(type(parameter)))) {
                throw new OffloadException(
                        Reason.SIGNATURE,
                        "argument '" + parameter.name() + "' of '" + symbol() + "' is " + value.type()
                                + ", the parameter is " + type(parameter));
            }
            values.put(parameter.name(), value);
            value.constantInteger().ifPresent(constant -> constants.put(parameter.name(), constant));
        }
        problems(constants).values().stream().findFirst().ifPresent(problem -> {
            throw new OffloadException(Reason.ARGUMENT, "'" + symbol() + "': " + problem);
        });
        return values;
    }

    private IrFunction declare(IrModule module) {
        TypeText types = new TypeText(module.context());
        List<IrType> parameterTypes =
                parameters.stream().map(this::type).map(types::parse).toList();
        IrType result = returnType().equals("void") ? module.context().voidType() : types.parse(returnType());
        IrType type = module.context().function(result, parameterTypes);
        Optional<IrFunction> existing = module.findFunction(symbol());
        if (existing.filter(function -> function.type().equals(type)).isPresent()) {
            return existing.get();
        }
        if (existing.isPresent() || module.hasSymbol(symbol())) {
            throw new OffloadException(
                    Reason.SYMBOL_CONFLICT, "the module has '" + symbol() + "' as something else than " + type);
        }
        return module.addFunction(symbol(), type, Linkage.EXTERNAL);
    }

    /** Returns the symbol. */
    @Override
    public String toString() {
        return symbol();
    }
}
