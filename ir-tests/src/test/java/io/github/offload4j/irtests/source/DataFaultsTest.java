package io.github.offload4j.irtests.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.runtime.embedded.EmbeddedOptions;
import io.github.offload4j.runtime.jit.OffloadJit;
import io.github.offload4j.runtime.jit.OffloadProgram;
import io.github.offload4j.runtime.jit.OffloadRuntime;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What goes wrong with data that stays and with members is said by the embedded device, with the argument and the line. */
class DataFaultsTest {
    @TempDir
    private static Path folder;

    private static byte[] module;

    @BeforeAll
    static void build() throws IOException {
        Workplace.require("cc");
        Workplace workplace = new Workplace(folder);
        try (InputStream in = DataFaultsTest.class.getResourceAsStream("/structures/faults.c")) {
            workplace.write("faults.c", new String(in.readAllBytes(), UTF_8));
        }
        workplace.run("irgen build faults.c --emit=ll -o faults.ll");
        module = Files.readAllBytes(folder.resolve("faults.ll"));
    }

    private static void call(String function, Object... arguments) {
        try (OffloadRuntime runtime = OffloadRuntime.embedded(EmbeddedOptions.defaults());
                OffloadProgram program = OffloadJit.on(runtime).build().load(module, "faults.ll")) {
            program.function(function).call(arguments);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "exitOfNothing | 14 | 'data' ends without having begun: it is not mapped on device 0",
                "exitTwice | 22 | 'data' ends without having begun: it is not mapped on device 0",
                "exitOfAPart | 28 | 'data' is the last end of 'data' (faults.c:26:5), 64 bytes, of which it copies"
                        + " back only",
                "enterAcross | 34 | argument 1 has 32 bytes, which are mapped only partly: 'data' (faults.c:32:5), 32"
                        + " bytes",
                "enterPresent | 42 | 'data' must be mapped already ('present'), and is not",
                "exitPresent | 46 | 'data' must be mapped still ('present'), and is not",
                "updateOfNothing | 50 | 'data' is updated, and is not mapped on device 0",
                "updateOfMore | 56 | 'data' is updated with 64 bytes, of which the device has only partly: 'data'",
                "updateOfAColumnOfNothing | 62 | 'data' is updated, and is not mapped on device 0",
                "updatePresent | 66 | 'data' must be mapped already ('present'), and is not",
                "memberAcross | 73 | 'state->8' has 64 bytes, which are mapped only partly: 'data' (faults.c:70:5), 32"
                        + " bytes",
                "exitOfAMemberOfNothing | 85 | 'state->8' ends without having begun: it is not mapped on device 0",
                "updateOfAMemberOfNothing | 92 | 'state->8' is updated, and is not mapped on device 0",
                "exitOfAMemberOfAMemberOfNothing | 102 | 'state->16->8' ends without having begun",
                "launchThatNeedsAMember | 110 | 'state->8' must be mapped already ('present'), and is not",
            })
    void isFoundWhereItHappens(String function, int line, String message) {
        assertThatThrownBy(() -> call(function))
                .isInstanceOf(OffloadException.class)
                .hasMessageStartingWith("faults.c:" + line + ":5: error: " + message);
    }

    @ParameterizedTest
    @CsvSource({"enterOfLessThanNothing, 38, data", "memberOfLessThanNothing, 78, state->8"})
    void countsBelowNothingAreFound(String function, int line, String name) {
        assertThatThrownBy(() -> call(function, -1L))
                .isInstanceOf(OffloadException.class)
                .hasMessage("faults.c:" + line + ":5: error: '" + name + "' has a negative size of -8 bytes");
    }

    @ParameterizedTest
    @CsvSource("leftOnTheDevice, 115")
    void whatStaysToTheEndIsFound(String function, int line) {
        assertThatThrownBy(() -> call(function))
                .isInstanceOf(OffloadException.class)
                .hasMessage("data was mapped and never unmapped: 'state' (faults.c:" + line
                        + ":5), 24 bytes, 1 times on device 0; 'state->8' (faults.c:" + line
                        + ":5), 64 bytes, 1 times on device 0");
    }
}
