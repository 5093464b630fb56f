package io.github.offload4j.irtests.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.offload4j.codegen.abi.RuntimeAbi;
import io.github.offload4j.codegen.device.DeviceCode;
import io.github.offload4j.codegen.device.DeviceCompiler;
import io.github.offload4j.codegen.image.DeviceImage;
import io.github.offload4j.codegen.image.DeviceTarget;
import io.github.offload4j.irtests.fixture.KernelSource;
import java.util.LinkedHashSet;
import java.util.Set;

/** Images for the host, made of several of the tests' kernel modules. */
final class KernelImages {
    private static final DeviceTarget HOST = DeviceTarget.parse("x86_64");

    private KernelImages() {}

    /** Returns an image that a runtime loads. */
    static DeviceImage linked(RuntimeAbi runtime, String... sources) {
        try (DeviceCode code = lower(runtime, sources)) {
            return code.image();
        }
    }

    /** Returns an object that the linker wrapper makes an image of. */
    static DeviceImage relocatable(RuntimeAbi runtime, String... sources) {
        try (DeviceCode code = lower(runtime, sources)) {
            return code.relocatable();
        }
    }

    private static DeviceCode lower(RuntimeAbi runtime, String... sources) {
        Set<String> declarations = new LinkedHashSet<>();
        StringBuilder rest = new StringBuilder();
        for (String source : sources) {
            new String(new KernelSource(source).bytes(), UTF_8).lines().forEach(line -> {
                if (line.startsWith("declare ")) {
                    declarations.add(line);
                } else {
                    rest.append(line).append('\n');
                }
            });
        }
        String text = String.join("\n", declarations) + "\n" + rest;
        return DeviceCompiler.create().forRuntime(runtime).lower(text.getBytes(UTF_8), String.join("+", sources), HOST);
    }
}
