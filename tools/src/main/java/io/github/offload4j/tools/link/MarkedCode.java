package io.github.offload4j.tools.link;

import io.github.offload4j.codegen.device.KernelsInHost;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.lower.Lowering;
import io.github.offload4j.tools.diagnostic.InputException;
import io.github.offload4j.tools.input.IrInput;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What of a program marks calls or has kernels, linked into one module. */
public final class MarkedCode {
    private final Optional<IrInput> module;
    private final List<Path> objects;

    private MarkedCode(Optional<IrInput> module, List<Path> objects) {
        this.module = module;
        this.objects = List.copyOf(objects);
    }

    /**
     * Reads the LLVM IR of all that marks calls or has kernels.
     *
     * @throws InputException when there is no IR of something that does
     */
    public static MarkedCode read(List<Path> inputs) {
        List<Path> objects = new ArrayList<>();
        Optional<IrInput> all = Optional.empty();
        try {
            for (Path input : inputs) {
                for (LinkedCode code : LinkedCode.of(input)) {
                    Optional<IrInput> next = code.mayBeMarked() ? module(code) : Optional.empty();
                    if (next.isPresent()) {
                        all = Optional.of(all.isPresent() ? linked(all.get(), next.get()) : next.get());
                        if (!code.isArchive()) {
                            objects.add(input);
                        }
                    }
                }
            }
            return new MarkedCode(all, objects);
        } catch (RuntimeException e) {
            all.ifPresent(IrInput::close);
            throw e;
        }
    }

    private static IrInput linked(IrInput all, IrInput next) {
        try (next) {
            return all.linking(next);
        }
    }

    private static Optional<IrInput> module(LinkedCode code) {
        LinkedCode.Ir ir = code.ir()
                .orElseThrow(() -> new InputException(
                        code.file().toString(),
                        "marks calls or has kernels, and there is no LLVM IR of it; have the compiler write it: in Cargo"
                                + " 'rustflags = [\"--emit=llvm-ir,link\"]', with clang '-flto'"));
        IrInput module = IrInput.ofCompiled(ir.name(), ir.content(), ir.name());
        boolean wanted = false;
        try (IrModule view = new IrModule(module.raw())) {
            wanted = Lowering.hasMarks(module.raw())
                    || !KernelsInHost.find(view, List.of(), ir.name()).isEmpty();
            return wanted ? Optional.of(module) : Optional.empty();
        } finally {
            if (!wanted) {
                module.close();
            }
        }
    }

    /** Returns the module, which the caller closes; nothing when nothing is marked. */
    public Optional<IrInput> module() {
        return module;
    }

    /** Returns the objects that the module stands for. */
    public List<Path> objects() {
        return objects;
    }
}
