package io.github.offload4j.tools.emit;

import io.github.offload4j.codegen.OffloadOptions;
import io.github.offload4j.codegen.image.DeviceImage;
import io.github.offload4j.tools.check.ChecksOptions;
import io.github.offload4j.tools.check.ModuleCheck;
import io.github.offload4j.tools.cli.EmissionOptions;
import io.github.offload4j.tools.cli.GlobalOptions;
import io.github.offload4j.tools.cli.InputFile;
import io.github.offload4j.tools.cli.StandardStreams;
import io.github.offload4j.tools.input.IrInput;
import io.github.offload4j.tools.spec.Spec;
import io.github.offload4j.tools.spec.SpecReader;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The steps from a spec to a module that is checked, for every command that takes them. */
public final class SpecSteps {
    private final GlobalOptions global;
    private final EmissionOptions emission;
    private final ChecksOptions checks;

    /** Creates the steps of a command with these options. */
    public SpecSteps(GlobalOptions global, EmissionOptions emission, ChecksOptions checks) {
        this.global = global;
        this.emission = emission;
        this.checks = checks;
    }

    /**
     * Reads a spec.
     *
     * @param name its file, or a dash for standard input
     * @throws io.github.offload4j.tools.diagnostic.InputException with every problem of it
     */
    public static Spec read(String name, StandardStreams streams) {
        return SpecReader.read(new InputFile(name, streams).readText(SpecReader.LARGEST));
    }

    /**
     * Emits the functions of a spec, prints what is to be said of them, and checks them.
     *
     * @param kernels the kernels' bodies, where they are known
     * @return the module, which the caller closes
     * @throws io.github.offload4j.tools.diagnostic.InputException when the spec cannot be emitted
     * @throws io.github.offload4j.tools.diagnostic.ReportedException when a check finds an error
     */
    public HostModule emit(Spec spec, OffloadOptions options, List<DeviceImage> images, @Nullable IrInput kernels) {
        String name = spec.source().name();
        List<byte[]> bodies = kernels == null ? List.of() : List.of(kernels.content());
        HostModule module = SpecEmitter.emit(spec, options, emission.triple(), images, bodies);
        try {
            if (!module.isTargetKnown()) {
                global.printer()
                        .warning(
                                name,
                                "no target is known for triple '" + emission.triple()
                                        + "'; sizes follow LLVM's default data layout");
            }
            emission.print(module.remarks(), name, global.printer());
            new ModuleCheck(global.printer(), checks.toCheckOptions()).requireLowered(name, module.raw(), kernels);
            return module;
        } catch (RuntimeException e) {
            module.close();
            throw e;
        }
    }
}
