package io.github.offload4j.codegen.device;

import io.github.offload4j.codegen.device.math.HostLibrary;
import io.github.offload4j.codegen.image.DeviceTarget;
import io.github.offload4j.codegen.ir.BundledTools;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Links relocatable objects into shared objects, with the linker that comes with LLVM's library. */
final class SharedObjects {
    private static final String LINKER = "lld";
    private static final List<String> HOST_OPTIONS = List.of("-Bsymbolic", "--as-needed");
    private static final String OBJECT = "kernels.o";

    private SharedObjects() {}

    /**
     * Links an object into an image.
     *
     * @param libraries of hosts that the object may call
     */
    static byte[] link(byte[] object, DeviceTarget target, List<HostLibrary> libraries) {
        Path linker = BundledTools.find(LINKER);
        return switch (target.architecture()) {
            // the runtime opens images with global scope: without -Bsymbolic two images would share equal names
            case AARCH64, X86_64 -> linkWith(libraries, object, target, linker);
            case AMDGCN, NVPTX64 ->
                ToolRun.run(
                        LINKER,
                        object,
                        OBJECT,
                        (input, output) -> command(linker, output, List.of("--no-undefined"), input));
        };
    }

    private static byte[] linkWith(List<HostLibrary> libraries, byte[] object, DeviceTarget target, Path linker) {
        Map<String, byte[]> inputs = new LinkedHashMap<>();
        inputs.put(OBJECT, object);
        libraries.forEach(library -> inputs.put(library.fileName(), standIn(library, target, linker)));
        return ToolRun.run(
                LINKER,
                inputs,
                (folder, output) -> command(
                        linker,
                        output,
                        HOST_OPTIONS,
                        inputs.keySet().stream().map(folder::resolve).toArray(Path[]::new)));
    }

    private static byte[] standIn(HostLibrary library, DeviceTarget target, Path linker) {
        return ToolRun.run(
                LINKER,
                library.object(target.triple()),
                OBJECT,
                (input, output) -> command(linker, output, List.of("-soname=" + library.fileName()), input));
    }

    private static List<String> command(Path linker, Path output, List<String> options, Path... inputs) {
        List<String> command = new ArrayList<>();
        command.addAll(List.of(linker.toString(), "-flavor", "gnu", "-shared", "--build-id=none"));
        command.addAll(options);
        command.addAll(List.of("-o", output.toString()));
        for (Path input : inputs) {
            command.add(input.toString());
        }
        return command;
    }
}
