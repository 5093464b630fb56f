package io.github.offload4j.irtests.corpus;

import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.ModuleReader;
import io.github.offload4j.codegen.ir.ModuleWriter;
import io.github.offload4j.codegen.ir.OptimizationLevel;
import io.github.offload4j.codegen.ir.TargetMachine;
import io.github.offload4j.codegen.lower.call.CallMarks;
import io.github.offload4j.irtests.run.Clang;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.bytedeco.llvm.LLVM.LLVMContextRef;
import org.bytedeco.llvm.LLVM.LLVMModuleRef;
import org.bytedeco.llvm.global.LLVM;

/**
 * A C program: kernels for the device, and a host with marks.
 *
 * @param name what its files are called
 * @param kernels the text of the kernels, whose names start with {@code k_}
 * @param host the text of the host
 * @param options clang's options for both
 * @param definition a preprocessor option for the host, or nothing
 */
record CSource(String name, String kernels, String host, List<String> options, String definition) {
    private static final Path MARKS =
            Path.of(System.getProperty("basedir", "")).toAbsolutePath().resolve("../tools/include");

    /** Returns the folder of the corpus's own files. */
    static Path folder() {
        URL header = Objects.requireNonNull(CSource.class.getResource("/corpus/corpus.h"));
        try {
            return Objects.requireNonNull(Path.of(header.toURI()).getParent());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the kernels as LLVM IR. */
    String compiledKernels(Path directory, Flags flags) {
        String text = compile(directory, "kernels", kernels, flags.options(), "-DCORPUS_KERNELS");
        return text.replaceAll("(?m)^(define .*@k_\\w+\\(.*\\).*?) #", "$1 \"offload-kernel\" #");
    }

    /** Returns the host as LLVM IR whose sites are marked calls. */
    String compiledHost(Path directory, Flags flags) {
        String marked = bundled(compile(directory, "host", host, flags.hostOptions(), definition));
        return flags.host() == OptimizationLevel.O0 ? marked : optimized(marked, flags.host());
    }

    /** Returns a module whose marks are bundles, which optimisers leave at their calls. */
    private String bundled(String text) {
        LLVMContextRef context = LLVM.LLVMContextCreate();
        try {
            LLVMModuleRef module = ModuleReader.parse(context, text, name);
            try (IrModule view = new IrModule(module)) {
                CallMarks marks = CallMarks.attach(view, Set.of());
                if (!marks.problems().isEmpty()) {
                    throw new AssertionError(name + ": " + marks.problems());
                }
                return ModuleWriter.text(module);
            } finally {
                LLVM.LLVMDisposeModule(module);
            }
        } finally {
            LLVM.LLVMContextDispose(context);
        }
    }

    private String optimized(String text, OptimizationLevel level) {
        LLVMContextRef context = LLVM.LLVMContextCreate();
        try {
            LLVMModuleRef module = ModuleReader.parse(context, text, name);
            try (TargetMachine machine = TargetMachine.of(TargetMachine.hostTriple())) {
                machine.apply(module);
                machine.optimize(module, level);
                return ModuleWriter.text(module);
            } finally {
                LLVM.LLVMDisposeModule(module);
            }
        } finally {
            LLVM.LLVMContextDispose(context);
        }
    }

    private String compile(Path directory, String part, String text, List<String> flags, String definition) {
        Path file = directory.resolve(name + "-" + part + ".c");
        try {
            Files.createDirectories(directory);
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<String> all = new ArrayList<>(flags);
        all.addAll(List.of("-std=gnu11", "-I", folder().toString(), "-I", MARKS.toString()));
        all.addAll(options);
        if (!definition.isEmpty()) {
            all.add(definition);
        }
        return Clang.emitLlvm(file, all.toArray(String[]::new));
    }
}
