package io.github.offload4j.tools.spec;

import io.github.offload4j.tools.diagnostic.Position;
import java.util.List;
import java.util.Optional;

/**
 * A host function to define: it maps its arguments, then launches a kernel or calls a function of the host.
 *
 * @param position where the entry begins
 * @param name the function to define
 * @param callee the kernel's symbol, or the host function
 * @param parameters of the defined function and of the callee, in order
 * @param device the device of every call
 * @param target what is done with the arguments
 */
public record OffloadSpec(
        Position position,
        Located<String> name,
        Located<String> callee,
        List<ParameterSpec> parameters,
        Located<Quantity> device,
        Target target) {
    /** Copies the list. */
    public OffloadSpec {
        parameters = List.copyOf(parameters);
    }

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
            Located<List<Located<Quantity>>> grid,
            Located<List<Located<Quantity>>> block,
            Located<Quantity> shared,
            Optional<Located<String>> fallback)
            implements Target {}

    /**
     * Calls a host function with the device pointers.
     *
     * @param returns the result's type in LLVM's spelling
     */
    public record HostCall(Located<String> returns) implements Target {}

    /** Returns whether the callee is a function of the host. */
    public boolean isHost() {
        return target instanceof HostCall;
    }

    /** Returns the fallback, if there is one. */
    public Optional<Located<String>> fallback() {
        return target instanceof Launch launch ? launch.fallback() : Optional.empty();
    }

    /** Returns the type that the callee's result has, in LLVM's spelling. */
    public String resultType() {
        return target instanceof HostCall call ? call.returns().value() : Types.VOID;
    }

    /** Returns the LLVM parameters, one for each parameter and a second one for each slice. */
    public List<LlvmParameter> llvmParameters() {
        return parameters.stream()
                .flatMap(parameter -> parameter.llvmParameters().stream())
                .toList();
    }
}
