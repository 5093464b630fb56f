package io.github.offload4j.codegen.transfer;

import io.github.offload4j.codegen.diagnostic.ArgumentLabel;
import io.github.offload4j.codegen.flow.Access;
import io.github.offload4j.codegen.flow.CodeFacts;
import io.github.offload4j.codegen.helper.Helper;
import io.github.offload4j.codegen.ir.IrFunction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The kernels whose bodies are known: from device images for the host, or from what the images were compiled from. */
final class KernelBodies implements AutoCloseable {
    private final List<Source> sources = new ArrayList<>();

    /**
     * A module with kernels.
     *
     * @param suffix what its functions' names end with, behind the kernels' symbols
     * @param extra how many parameters of its functions are behind the kernels'
     * @param code what its functions do
     */
    private record Source(String suffix, int extra, CodeFacts code) {}

    /**
     * Reads kernels, from LLVM IR text or bitcode.
     *
     * @param onHost those that are functions of the host
     * @param others those under their own symbols
     */
    KernelBodies(List<byte[]> onHost, List<byte[]> others) {
        onHost.forEach(kernels -> add(Helper.blocksSymbol(""), 1, kernels));
        others.forEach(kernels -> add("", 0, kernels));
    }

    private void add(String suffix, int extra, byte[] kernels) {
        sources.add(new Source(suffix, extra, CodeFacts.parse(kernels, "kernels")));
    }

    /**
     * Returns what a kernel may do with an argument, when its body is known.
     *
     * @param place of the argument in the arrays of the launch
     * @param labels of all that is in them
     */
    Optional<Access> access(String kernel, int place, List<ArgumentLabel> labels) {
        for (Source source : sources) {
            Optional<IrFunction> body = source.code().find(kernel + source.suffix());
            if (body.isPresent()) {
                int parameter = parameter(body.get(), source.extra(), place, labels);
                boolean fits = parameter >= 0
                        && body.get().parameterTypes().get(parameter).isPointer();
                return fits
                        ? Optional.of(
                                source.code().access(body.get(), parameter).bound())
                        : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** Returns which parameter an argument is for; a negative number when the two do not fit. */
    private static int parameter(IrFunction body, int extra, int place, List<ArgumentLabel> labels) {
        int parameters = body.parameterCount() - extra;
        // the runtime's hidden pointer may stand in front
        int shift = parameters - labels.size();
        if (shift == 0 || shift == 1) {
            return place + shift;
        }
        // a kernel that is not compiled yet takes what fills several places as one
        long arguments = labels.stream()
                .filter(label -> label.number() > 0 && label.offset() == 0)
                .count();
        return parameters == arguments ? labels.get(place).number() - 1 : -1;
    }

    @Override
    public void close() {
        sources.forEach(source -> source.code().close());
    }
}
