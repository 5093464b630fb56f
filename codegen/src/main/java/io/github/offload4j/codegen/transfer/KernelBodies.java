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
     * @param prefix what its functions' names begin with, in front of the kernels' symbols
     * @param code what its functions do
     */
    private record Source(String prefix, CodeFacts code) {}

    /**
     * Reads kernels, from LLVM IR text or bitcode.
     *
     * @param onHost those that are functions of the host
     * @param others those under their own symbols
     */
    KernelBodies(List<byte[]> onHost, List<byte[]> others) {
        onHost.forEach(kernels -> add(Helper.HOST.localSymbol(""), kernels));
        others.forEach(kernels -> add("", kernels));
    }

    private void add(String prefix, byte[] kernels) {
        sources.add(new Source(prefix, CodeFacts.parse(kernels, "kernels")));
    }

    /**
     * Returns what a kernel may do with an argument, when its body is known.
     *
     * @param place of the argument in the arrays of the launch
     * @param labels of all that is in them
     */
    Optional<Access> access(String kernel, int place, List<ArgumentLabel> labels) {
        for (Source source : sources) {
            Optional<IrFunction> body = source.code().find(source.prefix() + kernel);
            if (body.isPresent()) {
                int parameter = parameter(body.get(), place, labels);
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
