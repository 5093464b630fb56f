package io.github.offload4j.irtests.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.offload4j.irtests.run.RuntimeInstallation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Atomic accesses for the device, of a process with one thread and with two. */
class AtomicsTest {
    private static final Path FOLDER = Path.of("src/test/resources/atomics");

    @TempDir
    Path folder;

    @Test
    void computeTheSameLockedAndNot() throws IOException {
        RuntimeInstallation.require(22);
        Workplace workplace = new Workplace(folder);
        workplace.write("main.c", Files.readString(FOLDER.resolve("main.c")));
        workplace.write("each.ll", Files.readString(FOLDER.resolve("each.ll")));
        workplace.run("irgen build main.c --device each.ll -I tools/include -l pthread -o each");
        for (String offload : new String[] {"MANDATORY", "DISABLED"}) {
            assertThat(workplace
                            .shell(folder, Map.of("OMP_TARGET_OFFLOAD", offload), "./each")
                            .output())
                    .as(offload)
                    .isEqualTo("1 0 same\n-2 4 9 3.5 1\n");
        }
    }
}
