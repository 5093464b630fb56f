package io.github.offload4j.codegen.library;

import io.github.offload4j.codegen.OffloadCall;
import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import io.github.offload4j.codegen.diagnostic.SourceLocation;
import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.library.LibraryParameter.Choice;
import io.github.offload4j.codegen.library.LibraryParameter.Numbers;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.bytedeco.llvm.LLVM.LLVMBuilderRef;
import org.bytedeco.llvm.LLVM.LLVMModuleRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;

/** A function of one library, such as {@code cublasSgemm_v2}. Immutable. */
public final class LibraryFunction {
    private final Library library;
    private final String name;
    private final String symbol;
    private final List<LibraryParameter> parameters;
    private final String returnType;
    private final Way way;

    LibraryFunction(Library library, String name, String symbol, List<LibraryParameter> parameters, String returnType) {
        this(library, name, symbol, parameters, returnType, new Way(false, false, Checks.NONE, Optional.empty()));
    }

    private LibraryFunction(
            Library library,
            String name,
            String symbol,
            List<LibraryParameter> parameters,
            String returnType,
            Way way) {
        this.library = library;
        this.name = name;
        this.symbol = symbol;
        this.parameters = List.copyOf(parameters);
        this.returnType = returnType;
        this.way = way;
    }

    /** What a call has beside the arguments. */
    private record Way(
            boolean numbersOnDevice, boolean arraysOnDevice, Checks checks, Optional<SourceLocation> location) {}

    /**
     * What a call is checked for when the program runs.
     *
     * @param plan what it has to do with a plan
     * @param count the size that has to be a communicator's, if there is one
     */
    record Checks(PlanUse plan, Optional<Count> count) {
        static final Checks NONE = new Checks(PlanUse.NONE, Optional.empty());
    }

    /**
     * An extra size that is how many ranks a communicator has.
     *
     * @param communicator the parameter that is the communicator
     * @param symbol the library's function that takes it and where their number goes, and returns 0 where it succeeds
     * @param size the parameter that is the size
     */
    record Count(String communicator, String symbol, String size) {}

    /** What a function has to do with a plan, which is its first parameter then. */
    enum PlanUse {
        /** Nothing. */
        NONE,
        /** Sizes that the library does not get have to be those of the plan, if these are known. */
        CHECKED,
        /** It is no function of the library, and remembers sizes or forgets them. */
        REMEMBERED
    }

    Checks checks() {
        return way.checks();
    }

    Optional<SourceLocation> location() {
        return way.location();
    }

    LibraryFunction with(Checks checks) {
        Way other = new Way(way.numbersOnDevice(), way.arraysOnDevice(), checks, way.location());
        return new LibraryFunction(library, name, symbol, parameters, returnType, other);
    }

    /** Returns this function, called at a place of the source that messages of the running program name. */
    public LibraryFunction at(SourceLocation place) {
        Objects.requireNonNull(place, "place is null");
        Way other = new Way(way.numbersOnDevice(), way.arraysOnDevice(), way.checks(), Optional.of(place));
        return new LibraryFunction(library, name, symbol, parameters, returnType, other);
    }

    /**
     * Returns this function with factors and results in memory of the device: they are mapped as arrays are, and travel
     * unless they are mapped already. The call sets the handle's pointer mode, and puts back what it was.
     *
     * @throws OffloadException when the library has no such mode, or the function no such parameters
     */
    public LibraryFunction withNumbersOnDevice() {
        if (library.modes().isEmpty()) {
            throw new OffloadException(Reason.ARGUMENT, library + " has no numbers on a device");
        }
        if (parameters.stream().noneMatch(Numbers.class::isInstance)) {
            throw new OffloadException(
                    Reason.ARGUMENT, "'" + symbol + "' has no factor and no result that could be on a device");
        }
        List<LibraryParameter> mapped = parameters.stream()
                .map(parameter -> parameter instanceof Numbers numbers ? numbers.asArray() : parameter)
                .toList();
        Way other = new Way(true, way.arraysOnDevice(), way.checks(), way.location());
        return new LibraryFunction(library, name, symbol, mapped, returnType, other);
    }

    /** Returns whether factors and results are in memory of the device. */
    public boolean hasNumbersOnDevice() {
        return way.numbersOnDevice();
    }

    /**
     * Returns this function for arrays that are on the device already: the library gets their pointers as they are, and
     * nothing is mapped or looked up. So it is with factors and results where these are on the device.
     *
     * @throws OffloadException when the function has no arrays
     */
    public LibraryFunction withArraysOnDevice() {
        if (parameters.stream().noneMatch(LibraryParameter.Array.class::isInstance)) {
            throw new OffloadException(
                    Reason.ARGUMENT, "'" + symbol + "' has no array that could be on a device already");
        }
        Way other = new Way(way.numbersOnDevice(), true, way.checks(), way.location());
        return new LibraryFunction(library, name, symbol, parameters, returnType, other);
    }

    /** Returns whether arrays are on the device already. */
    public boolean hasArraysOnDevice() {
        return way.arraysOnDevice();
    }

    /**
     * Returns a function of a library, or nothing when it is not known.
     *
     * @param name the plain name, such as {@code sgemm}, or the library's symbol, with or without its prefix and suffix, in
     *     capital letters or not
     */
    public static Optional<LibraryFunction> find(Library library, String name) {
        return FunctionNames.of(library).find(name);
    }

    /**
     * Returns a function of a library.
     *
     * @param name as for {@link #find}
     * @throws OffloadException naming those with similar names, when it is not known
     */
    public static LibraryFunction of(Library library, String name) {
        return find(library, name).orElseThrow(() -> {
            List<String> near = near(library, name);
            String advice = near.isEmpty()
                    ? "; it has " + library.functions().size() + " functions, see Library.functions"
                    : "; did you mean '" + near.get(0) + "'?";
            return new OffloadException(
                    Reason.ARGUMENT, "the catalogue of " + library + " has no '" + name + "'" + advice);
        });
    }

    /** Returns plain names of a library's functions that look like a name, the most similar first. */
    public static List<String> near(Library library, String name) {
        return FunctionNames.of(library).near(name);
    }

    /** Returns the plain name as the catalogue has it, such as {@code sgemm}. */
    public String name() {
        return name;
    }

    /** Returns the library's symbol. */
    public String symbol() {
        return symbol;
    }

    /** Returns the library. */
    public Library library() {
        return library;
    }

    /** Returns the parameters in the library's order. */
    public List<LibraryParameter> parameters() {
        return parameters;
    }

    /** Returns a parameter by its name, or nothing when there is none. */
    public Optional<LibraryParameter> parameter(String parameter) {
        Objects.requireNonNull(parameter, "parameter is null");
        return parameters.stream()
                .filter(known -> known.name().equals(parameter))
                .findFirst();
    }

    /** Returns the parameters that the library gets, in its order. */
    public List<LibraryParameter> passedParameters() {
        return parameters.stream().filter(LibraryParameter::isPassed).toList();
    }

    /** Returns the type of what the function returns in LLVM's spelling: a status, the result, or {@code void}. */
    public String returnType() {
        return returnType;
    }

    /** Returns the parameter that says whether matrices are by rows. */
    Optional<Choice> layout() {
        return parameters.stream()
                .filter(Choice.class::isInstance)
                .map(Choice.class::cast)
                .filter(choice -> choice.enumeration().name().equals(ShapeReader.LAYOUT))
                .findFirst();
    }

    static long byRows(Choice layout) {
        return layout.enumeration().number(ShapeReader.ROWS).orElseThrow();
    }

    /**
     * Returns what is wrong with arguments that are known now, by the parameter's name: sizes that are negative, increments
     * of 0, leading dimensions that are too small for the rows or columns, and numbers that mean nothing to the library.
     *
     * @param constants integer arguments by the parameter's name
     */
    public Map<String, String> problems(Map<String, Long> constants) {
        Objects.requireNonNull(constants, "constants is null");
        return new ArgumentRules(this, constants).problems();
    }

    /**
     * Returns a call, and emits the computation of how much of each array is mapped.
     *
     * @param module gets a declaration of the function unless it has one
     * @param builder where the call will be emitted
     * @param arguments in the order of {@link #parameters()}, pointers being those of the host
     * @throws OffloadException when their number or types do not fit, constants among them break a rule, or the module has
     *     the symbol as something else; nothing is emitted then
     */
    public OffloadCall.Builder call(LLVMModuleRef module, LLVMBuilderRef builder, List<LLVMValueRef> arguments) {
        Objects.requireNonNull(arguments, "arguments is null");
        IrModule view = new IrModule(module);
        try {
            IrBuilder at = IrBuilder.borrow(builder, view);
            CallSymbols symbols = new CallSymbols(this, view);
            FunctionCode code = new FunctionCode(this, view, symbols);
            Map<String, IrValue> values = code.check(arguments, at.function());
            symbols.requireFree();
            OffloadCall.Builder call =
                    OffloadCall.to(callee(code, view).value().raw()).host(true).ordered(library.ordering());
            way.location().ifPresent(call::at);
            new CallChecks(this, symbols, view).emit(values, at);
            ArgumentExtents extents = new ArgumentExtents(this, values, symbols, view, at);
            parameters.forEach(parameter -> extents.add(parameter, call));
            return call;
        } finally {
            view.close();
        }
    }

    /**
     * Returns a call, and emits the computation of how much of each array is mapped.
     *
     * @param module gets a declaration of the function unless it has one
     * @param builder where the call will be emitted
     * @param arguments by the parameter's name, pointers being those of the host
     * @throws OffloadException when one is missing or not a parameter, their types do not fit, constants among them break a
     *     rule, or the module has the symbol as something else; nothing is emitted then
     */
    public OffloadCall.Builder call(LLVMModuleRef module, LLVMBuilderRef builder, Map<String, LLVMValueRef> arguments) {
        Objects.requireNonNull(module, "module is null");
        Objects.requireNonNull(builder, "builder is null");
        Objects.requireNonNull(arguments, "arguments is null");
        requireNames(arguments, parameters);
        return call(
                module,
                builder,
                parameters.stream()
                        .map(parameter -> arguments.get(parameter.name()))
                        .toList());
    }

    private void requireNames(Map<String, LLVMValueRef> arguments, List<LibraryParameter> required) {
        for (String given : arguments.keySet()) {
            if (parameter(given).isEmpty()) {
                List<String> names =
                        parameters.stream().map(LibraryParameter::name).toList();
                throw new OffloadException(
                        Reason.SIGNATURE,
                        "'" + symbol + "' has no parameter '" + given + "'; it has " + String.join(", ", names));
            }
        }
        for (LibraryParameter parameter : required) {
            if (arguments.get(parameter.name()) == null) {
                throw new OffloadException(
                        Reason.SIGNATURE, "'" + symbol + "' is given no argument '" + parameter.name() + "'");
            }
        }
    }

    /**
     * Returns what a call in a {@link io.github.offload4j.codegen.DataRegion data region} calls, as a
     * {@link io.github.offload4j.codegen.HostFunction} that is ordered as the {@link #library} needs it: the library's function,
     * or one of the module that has it take numbers on the device.
     *
     * @param module gets a declaration of the function unless it has one
     * @throws OffloadException when the module has a symbol that is needed as something else
     */
    public LLVMValueRef declare(LLVMModuleRef module) {
        Objects.requireNonNull(module, "module is null");
        try (IrModule view = new IrModule(module)) {
            CallSymbols symbols = new CallSymbols(this, view);
            symbols.requireFree();
            return callee(new FunctionCode(this, view, symbols), view).value().raw();
        }
    }

    /**
     * Returns what the library gets in a call in a data region, in its order, and emits the checks of what it does not get. The
     * region says how much is mapped, so sizes that are no parameters of the library's may all be left out, and are compared with
     * nothing then.
     *
     * @param builder where the checks are emitted, in front of the region or in it
     * @param arguments by the parameter's name, pointers being those of the host where the region maps them
     * @throws OffloadException as {@link #call(LLVMModuleRef, LLVMBuilderRef, Map)} does
     */
    public LLVMValueRef[] passed(LLVMModuleRef module, LLVMBuilderRef builder, Map<String, LLVMValueRef> arguments) {
        Objects.requireNonNull(module, "module is null");
        Objects.requireNonNull(builder, "builder is null");
        Objects.requireNonNull(arguments, "arguments is null");
        requireNames(arguments, passedParameters());
        try (IrModule view = new IrModule(module)) {
            return new RegionArguments(this, view).emit(arguments, IrBuilder.borrow(builder, view));
        }
    }

    private IrFunction callee(FunctionCode code, IrModule module) {
        IrFunction callee = code.callee();
        if (way.checks().plan() == PlanUse.REMEMBERED && callee.isDeclaration()) {
            new PlanCode(module).define();
            return code.callee();
        }
        return callee;
    }

    /** Returns the symbol. */
    @Override
    public String toString() {
        return symbol;
    }
}
