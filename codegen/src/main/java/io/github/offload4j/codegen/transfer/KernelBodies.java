package io.github.offload4j.codegen.transfer;

import io.github.offload4j.codegen.diagnostic.ArgumentLabel;
import io.github.offload4j.codegen.flow.CodeFacts;
import io.github.offload4j.codegen.flow.MemoryUse;
import io.github.offload4j.codegen.helper.Helper;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The kernels whose bodies are known: from device images for the host, or from what the images were compiled from. */
final class KernelBodies implements AutoCloseable {
    private final List<Source> sources = new ArrayList<>();

    /**
     * A module with kernels.
     *
     * @param onHost whether they are functions of the host, which have their code in functions of their own
     * @param code what its functions do
     */
    private record Source(boolean onHost, CodeFacts code) {
        Optional<IrFunction> find(String kernel) {
            return code.find(onHost ? Helper.HOST.localSymbol(kernel) : kernel);
        }
    }

    /**
     * Reads kernels, from LLVM IR text or bitcode.
     *
     * @param onHost those that are functions of the host
     * @param others those under their own symbols
     */
    KernelBodies(List<byte[]> onHost, List<byte[]> others) {
        onHost.forEach(kernels -> add(true, kernels));
        others.forEach(kernels -> add(false, kernels));
    }

    private void add(boolean onHost, byte[] kernels) {
        sources.add(new Source(onHost, CodeFacts.parse(kernels, "kernels")));
    }

    /**
     * Returns what a kernel may do with an argument, when its body is known.
     *
     * @param place of the argument in the arrays of the launch
     * @param labels of all that is in them
     */
    Optional<MemoryUse> access(String kernel, int place, List<ArgumentLabel> labels) {
        for (Source source : sources) {
            Optional<IrFunction> body = source.find(kernel);
            if (body.isPresent()) {
                int parameter = parameter(body.get(), place, labels);
                boolean fits = parameter >= 0
                        && body.get().parameterTypes().get(parameter).isPointer();
                if (!fits) {
                    return Optional.empty();
                }
                return source.onHost()
                        ? behind(kernel, body.get().parameter(parameter), source.code())
                        : Optional.of(
                                source.code().access(body.get(), parameter).bound());
            }
        }
        return Optional.empty();
    }

    /**
     * Returns what the code of a kernel on the host does with a parameter that it is handed. Optimisers leave parameters out of
     * functions that nobody else sees, so only the call tells which is which. What else is handed on goes to the same function,
     * by way of other cores.
     */
    private static Optional<MemoryUse> behind(String kernel, IrValue parameter, CodeFacts code) {
        Optional<IrFunction> blocks = code.find(Helper.blocksSymbol(kernel));
        if (blocks.isEmpty()) {
            return Optional.empty();
        }
        Set<Integer> places = new HashSet<>();
        for (IrInstruction call : blocks.get().calls()) {
            List<IrValue> arguments = call.arguments();
            for (int i = 0; i < arguments.size(); i++) {
                if (arguments.get(i).equals(parameter)) {
                    places.add(i);
                }
            }
        }
        return places.size() == 1
                ? Optional.of(
                        code.access(blocks.get(), places.iterator().next()).bound())
                : Optional.empty();
    }

    /** Returns which parameter an argument is for; a negative number when the two do not fit. */
    private static int parameter(IrFunction body, int place, List<ArgumentLabel> labels) {
        // the runtime's hidden pointer may stand in front
        int shift = body.parameterCount() - labels.size();
        if (shift == 0 || shift == 1) {
            return place + shift;
        }
        // a kernel that is not compiled yet takes what fills several places as one
        long arguments = labels.stream()
                .filter(label -> label.number() > 0 && label.offset() == 0)
                .count();
        return body.parameterCount() == arguments ? labels.get(place).number() - 1 : -1;
    }

    @Override
    public void close() {
        sources.forEach(source -> source.code().close());
    }
}
