package io.github.offload4j.codegen.device;

import io.github.offload4j.codegen.image.Architecture;
import io.github.offload4j.codegen.ir.BundledTools;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Links relocatable objects into shared objects, with the linker that comes with LLVM's library. */
final class SharedObjects {
    private static final String LINKER = "lld";

    private SharedObjects() {}

    static byte[] link(byte[] object, Architecture architecture) {
        Path linker = BundledTools.find(LINKER);
        return ToolRun.run(
                LINKER, object, "kernels.o", (input, output) -> command(linker, input, output, architecture));
    }

    private static List<String> command(Path linker, Path input, Path output, Architecture architecture) {
        List<String> command = new ArrayList<>();
        command.addAll(List.of(linker.toString(), "-flavor", "gnu", "-shared", "--build-id=none"));
        if (architecture == Architecture.X86_64) {
            // The runtime opens images with global scope: without this two images would share equal names.
            command.add("-Bsymbolic");
        } else {
            command.add("--no-undefined");
        }
        command.addAll(List.of("-o", output.toString(), input.toString()));
        return command;
    }
}
