package io.github.offload4j.codegen.transfer;

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
     * @param entry the argument's place in the arrays of the launch
     * @param entries how many there are
     */
    Optional<Access> access(String kernel, int entry, int entries) {
        for (Source source : sources) {
            Optional<IrFunction> body = source.code().find(source.prefix() + kernel);
            if (body.isPresent()) {
                // the runtime's hidden pointer may stand in front
                int shift = body.get().parameterTypes().size() - entries;
                boolean fits = (shift == 0 || shift == 1)
                        && body.get().parameterTypes().get(entry + shift).isPointer();
                return fits
                        ? Optional.of(
                                source.code().access(body.get(), entry + shift).bound())
                        : Optional.empty();
            }
        }
        return Optional.empty();
    }

    @Override
    public void close() {
        sources.forEach(source -> source.code().close());
    }
}
