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
    private static final String UPDATE = """
              %p$1 = getelementptr $3, ptr $5, i64 $6
              %v$1 = atomicrmw $2 ptr %p$1, $3 $4 syncscope("agent") seq_cst
              %q$1 = getelementptr $3, ptr $5, i64 $7
              store $3 %v$1, ptr %q$1
            """;

    @TempDir
    Path folder;

    @Test
    void computeTheSameLockedAndNot() throws IOException {
        RuntimeInstallation.require(22);
        Workplace workplace = new Workplace(folder);
        workplace.write("main.c", Files.readString(FOLDER.resolve("main.c")));
        workplace.write("each.ll", updates(Files.readString(FOLDER.resolve("each.ll"))));
        workplace.run("irgen build main.c --device each.ll -I tools/include -l pthread -o each");
        for (String offload : new String[] {"MANDATORY", "DISABLED"}) {
            assertThat(workplace
                            .shell(folder, Map.of("OMP_TARGET_OFFLOAD", offload), "./each")
                            .output())
                    .as(offload)
                    .isEqualTo("1 0 same\n-2 4 9 3.5 1\n");
        }
    }

    private static String updates(String text) {
        return text.replaceAll("  UPDATE\\((\\d+), (\\w+), (\\w+), (\\S+), (%\\w+), (\\d+), (\\d+)\\)\n", UPDATE);
    }
}
