package io.github.offload4j.tools.spec;

import io.github.offload4j.codegen.library.LibraryFunction;
import io.github.offload4j.codegen.library.LibraryParameter;
import io.github.offload4j.codegen.option.OnStatus;
import io.github.offload4j.codegen.signature.DataAction;
import io.github.offload4j.codegen.signature.Dependence;
import io.github.offload4j.tools.diagnostic.Position;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A host function to define: what it does to its arguments, and what it calls while they are mapped, if anything.
 *
 * @param position where the entry begins
 * @param name the function to define
 * @param callee the kernel's symbol, or the host function; the function itself when nothing is called
 * @param parameters of the defined function, in order; the callee gets those that are not withheld
 * @param device the device of every call
 * @param target what is done with the arguments
 * @param asynchronous what orders it among what the program does not wait for; nothing where it waits
 */
public record OffloadSpec(
        Position position,
        Located<String> name,
        Located<String> callee,
        List<ParameterSpec> parameters,
        Located<SpecNumber> device,
        Target target,
        Optional<List<Depends>> asynchronous) {
    /** Copies the list. */
    public OffloadSpec {
        parameters = List.copyOf(parameters);
    }

    /** Describes an offload that the program waits for. */
    public OffloadSpec(
            Position position,
            Located<String> name,
            Located<String> callee,
            List<ParameterSpec> parameters,
            Located<SpecNumber> device,
            Target target) {
        this(position, name, callee, parameters, device, target, Optional.empty());
    }

    /**
     * What an offload depends on.
     *
     * @param parameter a pointer among the parameters
     * @param kind what is done to what is there
     */
    public record Depends(String parameter, Dependence.Kind kind) {}

    /**
     * Makes calls in order while the data is mapped once.
     *
     * @param calls each with the parameters that it gets, in its own order
     */
    public record Region(List<OffloadSpec> calls) implements Target {
        /** Copies the list. */
        public Region {
            calls = List.copyOf(calls);
        }
    }

    /** Waits for everything that the program has not waited for. */
    public record Wait() implements Target {}

    /** What an offload does with its arguments while they are mapped. */
    public sealed interface Target {}

    /**
     * Launches a kernel.
     *
     * @param grid blocks in one to three directions
     * @param block threads of a block in one to three directions
     * @param shared dynamic shared memory of a block, in bytes
     * @param fallback the function to call when the launch is refused
     */
    public record Launch(
            Located<List<Located<SpecNumber>>> grid,
            Located<List<Located<SpecNumber>>> block,
            Located<SpecNumber> shared,
            Optional<Located<String>> fallback)
            implements Target {}

    /**
     * Calls a host function with the device pointers.
     *
     * @param returns the result's type in LLVM's spelling
     * @param completion what follows the call
     * @param routine what is called, where it is one of the catalogue's
     */
    public record HostCall(Located<String> returns, Completion completion, Optional<Routine> routine)
            implements Target {
        /** Describes the call of a function that no catalogue has. */
        public HostCall(Located<String> returns, Completion completion) {
            this(returns, completion, Optional.empty());
        }
    }

    /**
     * A routine of the catalogue among several calls, whose parameters map what it gets.
     *
     * @param function the routine
     * @param sizes what it does not get and is compared with its plan or communicator, by the parameter's name
     */
    public record Routine(LibraryFunction function, Map<String, ParameterSpec.Computed> sizes) {
        /** Copies the map. */
        public Routine {
            sizes = Map.copyOf(sizes);
        }
    }

    /**
     * Calls a routine of the catalogue.
     *
     * @param function the routine
     * @param constants arguments that never change, by the parameter's name
     * @param completion what follows the call
     */
    public record LibraryCall(LibraryFunction function, Map<String, Long> constants, Completion completion)
            implements Target {
        /** Copies the map. */
        public LibraryCall {
            constants = Map.copyOf(constants);
        }
    }

    /**
     * Maps, unmaps or copies data, and calls nothing.
     *
     * @param action which of these
     * @param variables those that host and device both know by name
     */
    public record Data(DataAction action, List<Variable> variables) implements Target {
        /** Copies the list. */
        public Data {
            variables = List.copyOf(variables);
        }
    }

    /**
     * A variable that host and device both have.
     *
     * @param name its symbol
     * @param mapping in which direction it is copied
     * @param pointee its type in LLVM's spelling, where it is said
     */
    public record Variable(Located<String> name, ParameterSpec.Mapping mapping, Optional<ExtentSpec.Pointee> pointee) {}

    /**
     * What follows the call of a host function.
     *
     * @param synchronize {@code auto}, {@code none}, {@code cuda}, {@code hip}, or the symbol of a function to call
     * @param onStatus what a status that is not 0 does
     * @param stream a parameter that stands for the stream of one of several calls, or {@code 0} for the default one
     */
    public record Completion(
            Optional<Located<String>> synchronize, Optional<OnStatus> onStatus, Optional<String> stream) {
        /** Describes what follows a call that says nothing of streams. */
        public Completion(Optional<Located<String>> synchronize, Optional<OnStatus> onStatus) {
            this(synchronize, onStatus, Optional.empty());
        }
    }

    /** Returns what is called: this, its calls, or nothing. */
    public List<OffloadSpec> calls() {
        if (target instanceof Region region) {
            return region.calls();
        }
        return isHost() || isLaunch() ? List.of(this) : List.of();
    }

    /** Returns whether the callee is a function of the host. */
    public boolean isHost() {
        return target instanceof HostCall || target instanceof LibraryCall;
    }

    /** Returns whether the callee is a kernel. */
    public boolean isLaunch() {
        return target instanceof Launch;
    }

    /** Returns the fallback, if there is one. */
    public Optional<Located<String>> fallback() {
        return target instanceof Launch launch ? launch.fallback() : Optional.empty();
    }

    /** Returns the type that the callee's result has, in LLVM's spelling. */
    public String resultType() {
        if (target instanceof LibraryCall call) {
            return call.function().returnType();
        }
        return target instanceof HostCall call ? call.returns().value() : Types.VOID;
    }

    /** Returns the types of the callee's parameters in LLVM's spelling. */
    public List<String> calleeTypes() {
        return target instanceof LibraryCall call
                ? call.function().passedParameters().stream()
                        .map(LibraryParameter::type)
                        .toList()
                : parameters.stream()
                        .filter(parameter -> !(parameter instanceof ParameterSpec.Withheld))
                        .flatMap(parameter -> parameter.llvmParameters().stream())
                        .map(LlvmParameter::type)
                        .toList();
    }

    /** Returns the LLVM parameters, one for each parameter and a second one for each slice. */
    public List<LlvmParameter> llvmParameters() {
        return parameters.stream()
                .flatMap(parameter -> parameter.llvmParameters().stream())
                .toList();
    }
}
