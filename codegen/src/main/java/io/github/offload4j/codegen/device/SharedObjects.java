package io.github.offload4j.codegen.device;

import io.github.offload4j.codegen.device.math.HostMathLibrary;
import io.github.offload4j.codegen.image.DeviceTarget;
import io.github.offload4j.codegen.ir.BundledTools;
import java.nio.file.Path;
import java.util.ArrayList;
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
     * @param math whether the object may call C's math library
     */
    static byte[] link(byte[] object, DeviceTarget target, boolean math) {
        Path linker = BundledTools.find(LINKER);
        return switch (target.architecture()) {
            // the runtime opens images with global scope: without the option two images would share equal names
            case X86_64 ->
                math
                        ? linkWithMath(object, target, linker)
                        : ToolRun.run(
                                LINKER,
                                object,
                                OBJECT,
                                (input, output) -> command(linker, output, HOST_OPTIONS, input));
            case AMDGCN, NVPTX64 ->
                ToolRun.run(
                        LINKER,
                        object,
                        OBJECT,
                        (input, output) -> command(linker, output, List.of("--no-undefined"), input));
        };
    }

    private static byte[] linkWithMath(byte[] object, DeviceTarget target, Path linker) {
        byte[] math = ToolRun.run(
                LINKER,
                HostMathLibrary.object(target.triple()),
                OBJECT,
                (input, output) -> command(linker, output, List.of("-soname=" + HostMathLibrary.NAME), input));
        return ToolRun.run(
                LINKER,
                Map.of(OBJECT, object, HostMathLibrary.NAME, math),
                (folder, output) -> command(
                        linker, output, HOST_OPTIONS, folder.resolve(OBJECT), folder.resolve(HostMathLibrary.NAME)));
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
