package io.github.offload4j.tools.build;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.offload4j.codegen.abi.RuntimeAbi;
import io.github.offload4j.codegen.device.DeviceCode;
import io.github.offload4j.codegen.device.DeviceCompiler;
import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.image.DeviceImage;
import io.github.offload4j.codegen.image.DeviceTarget;
import io.github.offload4j.codegen.image.ImageRules;
import io.github.offload4j.codegen.image.OffloadBinary;
import io.github.offload4j.tools.ExitCode;
import io.github.offload4j.tools.cli.GlobalOptions;
import io.github.offload4j.tools.cli.IncludeFolder;
import io.github.offload4j.tools.cli.InputFile;
import io.github.offload4j.tools.cli.OutputFile;
import io.github.offload4j.tools.cli.StandardStreams;
import io.github.offload4j.tools.program.KernelFile;
import io.github.offload4j.tools.source.OtherMachine;
import io.github.offload4j.tools.source.SourceCompiler;
import io.github.offload4j.tools.source.SourceOptions;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code irgen device}. */
@Command(
        name = "device",
        header = "Compiles kernels into device images.",
        description =
                "Kernels are the functions of KERNELS in the section \"offload.kernel\", with the attribute or the"
                        + " annotation \"offload-kernel\", or named by --mark-kernel. One target gives an image that libomptarget loads, several give an offload binary that LLVM's tools read.")
public final class DeviceCommand implements Callable<Integer> {
    private final StandardStreams streams;
    private final GlobalOptions global;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before the command runs
    private CommandSpec command;

    @Parameters(
            paramLabel = "KERNELS",
            description =
                    "The kernels: a module (.ll, .bc) or a source file (.c, .cc, .cpp, .rs, .f90); '-' is a module on"
                            + " standard input.")
    @SuppressWarnings("NullAway.Init") // set by picocli before the command runs
    private String kernels;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Output file; '-' is standard output (default: -).")
    private String output = InputFile.DASH;

    @Option(
            names = "--emit",
            paramLabel = "image|ll|asm",
            description = "What to write (default: image): the linked image, the LLVM IR, or the assembly.")
    private DeviceEmit emit = DeviceEmit.IMAGE;

    @Option(
            names = "--runtime-abi",
            paramLabel = "llvm-19|llvm-20|llvm-21|llvm-22|llvm-23|portable",
            description = "Make the images for this libomptarget (default: llvm-22), and check that it will take them.")
    private @Nullable RuntimeAbi runtimeAbi;

    @Mixin
    private final DeviceOptions device = new DeviceOptions();

    @Mixin
    private final SourceOptions sources = new SourceOptions();

    /** Creates the command. */
    public DeviceCommand(StandardStreams streams, GlobalOptions global) {
        this.streams = streams;
        this.global = global;
    }

    @Override
    public Integer call() {
        List<DeviceTarget> targets = device.targets();
        if (targets.isEmpty()) {
            throw new ParameterException(command.commandLine(), "no target to compile for; give --target");
        }
        if (emit != DeviceEmit.IMAGE && DeviceTarget.perImage(targets).size() > 1) {
            throw new ParameterException(
                    command.commandLine(),
                    "--emit=ll and --emit=asm write one image, which is for one GPU or for processors of one host; give"
                            + " --target once");
        }
        OutputFile file = new OutputFile(output, streams);
        if (file.isSameFileAs(kernels)) {
            throw new ParameterException(
                    command.commandLine(), "the output would overwrite the input '" + kernels + "'");
        }
        if (emit == DeviceEmit.IMAGE && file.isTerminal()) {
            throw new ParameterException(
                    command.commandLine(), "an image is not written to a terminal; use -o FILE or redirect the output");
        }
        try (SourceCompiler compiler = new SourceCompiler(
                sources, IncludeFolder.find(), device.givenLevel(), OtherMachine.none(), streams, global.notes())) {
            KernelFile input = KernelFile.read(kernels, device.marked(), compiler, streams);
            file.write(input.explaining(() -> content(input, targets)));
        }
        return ExitCode.DONE;
    }

    private byte[] content(KernelFile input, List<DeviceTarget> targets) {
        return switch (emit) {
            case IMAGE -> images(input, targets);
            case LL -> {
                try (DeviceCode code = lower(input, targets)) {
                    yield code.ir().getBytes(UTF_8);
                }
            }
            case ASM -> {
                try (DeviceCode code = lower(input, targets)) {
                    yield code.assembly().getBytes(UTF_8);
                }
            }
        };
    }

    private DeviceCode lower(KernelFile input, List<DeviceTarget> targets) {
        return compiler(input).lower(input.content(), input.name(), targets);
    }

    private DeviceCompiler compiler(KernelFile input) {
        return input.prepare(device.compiler().forRuntime(abi()), global.notes());
    }

    private byte[] images(KernelFile input, List<DeviceTarget> targets) throws OffloadException {
        List<DeviceImage> images = compiler(input).compile(input.content(), input.name(), targets);
        RuntimeAbi abi = runtimeAbi;
        if (abi != null) {
            images.forEach(image -> ImageRules.check(image, abi));
        }
        return images.size() == 1 ? images.get(0).content() : OffloadBinary.write(images, abi());
    }

    private RuntimeAbi abi() {
        return runtimeAbi == null ? RuntimeAbi.LLVM_22 : runtimeAbi;
    }
}
