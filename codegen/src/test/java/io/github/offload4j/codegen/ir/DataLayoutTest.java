package io.github.offload4j.codegen.ir;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DataLayoutTest {
    /** Twice the first field's bound is just below 0 in 64 bits, and the second one takes it above. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "[4398012956927 x i8388608]",
                "{ [4398012956927 x i8388608] }",
                "{ [4398012956927 x i8388608], [200000 x i8] }",
                "[2 x { [4398012956927 x i8388608], [200000 x i8] }]",
            })
    void aTypeWhoseBitsDoNotFit64HasNoSize(String type) {
        try (OwnedModule module = OwnedModule.parse("".getBytes(UTF_8), "empty.ll")) {
            IrModule view = module.module();

            assertThat(view.layout().bytes(new TypeText(view.context()).parse(type)))
                    .isEmpty();
        }
    }
}
