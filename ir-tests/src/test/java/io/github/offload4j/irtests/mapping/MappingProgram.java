package io.github.offload4j.irtests.mapping;

import io.github.offload4j.codegen.OffloadOptions;
import io.github.offload4j.codegen.abi.RuntimeAbi;
import io.github.offload4j.codegen.lower.Lowering;
import io.github.offload4j.irtests.fixture.KernelSource;
import io.github.offload4j.irtests.fixture.TestModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The module that passes a sequence's calls on to the runtime, and registers its kernel. */
final class MappingProgram {
    /** What messages call the module. */
    static final String NAME = "mapping";

    private static final String RESOURCE = "/mapping/calls.ll";

    /** What launches know their kernel by. Lowering the marked launch makes it. */
    private static final String REGION = "@.change.region_id";

    /** What stands for it until then. */
    private static final String STAND_IN = "@region";

    private static final String DECLARATION = STAND_IN + " = external global i8\n";

    private MappingProgram() {}

    /** Returns the module as text. */
    static byte[] make() {
        OffloadOptions options =
                OffloadOptions.builder().runtime(RuntimeAbi.PORTABLE).build();
        try (TestModule module =
                TestModule.parse(options, DECLARATION + resource().replace(REGION, STAND_IN))) {
            Lowering.with(options)
                    .embedding(new KernelSource(NAME).image("x86_64", RuntimeAbi.PORTABLE))
                    .lower(module.raw());
            return module.text()
                    .replace(DECLARATION, "")
                    .replace(STAND_IN, REGION)
                    .getBytes(StandardCharsets.UTF_8);
        }
    }

    private static String resource() {
        try (InputStream stream = MappingProgram.class.getResourceAsStream(RESOURCE)) {
            return new String(Objects.requireNonNull(stream, RESOURCE).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
