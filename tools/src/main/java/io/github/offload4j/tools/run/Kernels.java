package io.github.offload4j.tools.run;

import io.github.offload4j.codegen.device.DeviceCompiler;
import io.github.offload4j.codegen.image.DeviceImage;
import io.github.offload4j.codegen.image.DeviceTarget;
import io.github.offload4j.codegen.signature.KnownBlocks;
import io.github.offload4j.tools.diagnostic.InputNotes;
import io.github.offload4j.tools.input.IrInput;
import io.github.offload4j.tools.program.KernelFile;
import java.util.List;
import java.util.function.Supplier;

/** The kernels that a program launches, compiled for its devices. */
final class Kernels {
    private final String name;
    private final byte[] content;
    private final List<DeviceImage> images;

    private Kernels(String name, byte[] content, List<DeviceImage> images) {
        this.name = name;
        this.content = content;
        this.images = images;
    }

    /**
     * Compiles.
     *
     * @param blocks reads what is known of their launches
     * @param notes where to say what was done to the kernels
     * @throws io.github.offload4j.tools.diagnostic.InputException when a kernel cannot be compiled
     */
    static Kernels compile(
            KernelFile file,
            DeviceCompiler given,
            List<DeviceTarget> targets,
            Supplier<KnownBlocks> blocks,
            InputNotes notes) {
        DeviceCompiler compiler = file.prepare(given, targets, blocks, notes);
        List<DeviceImage> images = file.explaining(() -> compiler.compile(file.content(), file.name(), targets));
        return new Kernels(file.name(), file.content(), images);
    }

    List<DeviceImage> images() {
        return images;
    }

    /** Opens the module with the kernels' bodies, which the caller closes. */
    IrInput open(InputNotes notes) {
        return IrInput.of(name, content, notes);
    }
}
