package io.github.offload4j.irtests.marks;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.offload4j.codegen.signature.Access;
import io.github.offload4j.codegen.signature.MapModifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What programs in other languages say of an argument has the bits that the library reads. */
class HeaderConstantsTest {
    private static final Pattern CONSTANT =
            Pattern.compile("OFFLOAD_(\\w+)(?:: i64)? = (?:int\\(z')?(?:0x)?([0-9a-f]+)");

    @ParameterizedTest
    @ValueSource(strings = {"offload.h", "offload.rs", "offload.f90"})
    void everyModifierAndEveryDirectionThatIsOneFlagHasAConstant(String header) throws IOException {
        Map<String, Long> constants = CONSTANT.matcher(Files.readString(Path.of("../tools/include", header)))
                .results()
                .collect(toMap(constant -> constant.group(1), constant -> Long.parseLong(constant.group(2), 16)));

        for (MapModifier modifier : MapModifier.values()) {
            assertThat(constants).containsEntry(modifier.name(), modifier.flag().bit());
        }
        for (Access access : Access.values()) {
            if (access != Access.FROM_DELETE) {
                assertThat(constants)
                        .containsEntry(access.name(), access.mapType().bits());
            }
        }
    }
}
