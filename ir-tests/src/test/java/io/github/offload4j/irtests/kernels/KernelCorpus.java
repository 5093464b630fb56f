package io.github.offload4j.irtests.kernels;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.bytedeco.llvm.global.LLVM.LLVMContextCreate;
import static org.bytedeco.llvm.global.LLVM.LLVMContextDispose;
import static org.bytedeco.llvm.global.LLVM.LLVMDisposeModule;

import io.github.offload4j.codegen.OffloadOptions;
import io.github.offload4j.codegen.abi.RuntimeAbi;
import io.github.offload4j.codegen.analysis.CheckOptions;
import io.github.offload4j.codegen.analysis.Finding;
import io.github.offload4j.codegen.analysis.OffloadChecker;
import io.github.offload4j.codegen.device.DeviceCompiler;
import io.github.offload4j.codegen.image.DeviceImage;
import io.github.offload4j.codegen.image.DeviceTarget;
import io.github.offload4j.codegen.ir.ModuleReader;
import io.github.offload4j.codegen.ir.OptimizationLevel;
import io.github.offload4j.codegen.lower.Lowering;
import io.github.offload4j.irtests.fixture.TestModule;
import io.github.offload4j.irtests.run.Clang;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bytedeco.llvm.LLVM.LLVMContextRef;
import org.bytedeco.llvm.LLVM.LLVMModuleRef;

/** A corpus: C that clang makes a kernel module and a host module of. */
final class KernelCorpus {
    /** Kernels whose threads do not know of one another: math, and what people write. */
    static final String REAL = "real-kernels";

    /** Kernels whose threads work together, in blocks and in warps. */
    static final String BLOCK = "block-kernels";

    private static final Path FOLDERS = Path.of("src/test/resources");
    private static final Path HEADERS = Path.of("../tools/include");

    private final byte[] kernels;
    private final String host;

    private KernelCorpus(byte[] kernels, String host) {
        this.kernels = kernels;
        this.host = host;
    }

    /** Compiles the one in a folder, for a library that optimises itself. */
    static KernelCorpus compile(String folder) {
        return compile(folder, "-UDEVICE");
    }

    /** Compiles the one in a folder, as much of it as a runtime can launch. */
    static KernelCorpus compile(String folder, RuntimeAbi abi) {
        return compile(folder, abi == RuntimeAbi.LLVM_19 ? "-DONE_DIMENSION" : "-UDEVICE");
    }

    /** Compiles the one in a folder so that no thread waits for others. */
    static KernelCorpus withoutBarriers(String folder) {
        return new KernelCorpus(
                clang(folder, "-DDEVICE", "-DWITHOUT_BARRIERS").getBytes(UTF_8), clang(folder, "-UDEVICE"));
    }

    private static KernelCorpus compile(String folder, String definition) {
        return new KernelCorpus(clang(folder, "-DDEVICE").getBytes(UTF_8), clang(folder, definition));
    }

    private static String clang(String folder, String... definitions) {
        List<String> options = new ArrayList<>(List.of(definitions));
        options.addAll(List.of("-I" + HEADERS, "-O2", "-Xclang", "-disable-llvm-passes", "-ffp-contract=off"));
        return Clang.emitLlvm(FOLDERS.resolve(folder).resolve("corpus.c"), options.toArray(String[]::new));
    }

    /** Returns what the checks find in its launches and kernels. */
    List<Finding> findings() {
        LLVMContextRef context = LLVMContextCreate();
        LLVMModuleRef launches = ModuleReader.parse(context, host.getBytes(UTF_8), "host");
        LLVMModuleRef bodies = ModuleReader.parse(context, kernels, "kernels");
        try {
            return OffloadChecker.check(launches, Optional.of(bodies), CheckOptions.defaults());
        } finally {
            LLVMDisposeModule(bodies);
            LLVMDisposeModule(launches);
            LLVMContextDispose(context);
        }
    }

    /** Returns an image with every kernel. */
    DeviceImage image(String target) {
        return image(DeviceCompiler.create(), target, OptimizationLevel.O3);
    }

    private DeviceImage image(DeviceCompiler compiler, String target, OptimizationLevel level) {
        return compiler.withLevel(level).compile(kernels, "corpus.ll", DeviceTarget.parse(target));
    }

    /**
     * Returns the host module with an image for hosts in it.
     *
     * @param target for which processor of a host
     * @param level how much the image is optimised
     */
    byte[] program(OffloadOptions options, String target, OptimizationLevel level) {
        try (TestModule module = TestModule.parse(options, host)) {
            DeviceCompiler compiler = DeviceCompiler.create().forRuntime(options.runtime());
            Lowering.with(options).embedding(image(compiler, target, level)).lower(module.raw());
            return module.text().getBytes(UTF_8);
        }
    }
}
