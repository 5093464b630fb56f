package io.github.offload4j.tools.run;

import io.github.offload4j.codegen.device.DeviceCompiler;
import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.image.DeviceImage;
import io.github.offload4j.codegen.image.DeviceTarget;
import io.github.offload4j.tools.cli.InputFile;
import io.github.offload4j.tools.diagnostic.InputNotes;
import io.github.offload4j.tools.input.IrInput;
import java.util.List;

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
     * Reads and compiles.
     *
     * @param notes where to say what was done to the kernels
     * @throws io.github.offload4j.tools.diagnostic.InputException when the file cannot be read or compiled
     */
    static Kernels read(InputFile file, DeviceCompiler given, List<DeviceTarget> targets, InputNotes notes) {
        byte[] content = file.readModule();
        DeviceCompiler compiler = given.notingTo(note -> notes.print(file.name(), note));
        try {
            List<DeviceImage> images = targets.stream()
                    .map(target -> compiler.compile(content, file.name(), target))
                    .toList();
            return new Kernels(file.name(), content, images);
        } catch (OffloadException e) {
            throw InputReader.refused(file.name(), e);
        }
    }

    List<DeviceImage> images() {
        return images;
    }

    /** Opens the module with the kernels' bodies, which the caller closes. */
    IrInput open(InputNotes notes) {
        return IrInput.of(name, content, notes);
    }
}
