package io.github.offload4j.irtests.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.offload4j.codegen.abi.RuntimeAbi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

class RuntimeInstallationTest {
    private static final String PROPERTY = "offload4j.runtimes";
    private static final int NO_SUCH_VERSION = 999;

    private String before;

    @BeforeEach
    void remember() {
        before = System.getProperty(PROPERTY);
    }

    @AfterEach
    void restore() {
        if (before == null) {
            System.clearProperty(PROPERTY);
        } else {
            System.setProperty(PROPERTY, before);
        }
    }

    @Test
    void aRuntimeOf23IsRunOnWhereItIsFound(@TempDir Path folder) throws IOException {
        String property = "offload4j.runtime.23";
        String named = System.getProperty(property);
        Files.createFile(folder.resolve("libomptarget.so.23.1"));
        Files.createFile(folder.resolve("libomp.so"));
        System.setProperty(property, folder.toString());
        try {
            assertThat(Target.all()).contains(new Target(23, RuntimeAbi.LLVM_23), new Target(23, RuntimeAbi.PORTABLE));
        } finally {
            if (named == null) {
                System.clearProperty(property);
            } else {
                System.setProperty(property, named);
            }
        }
    }

    @Test
    void missingRuntimeSkipsTheTest() {
        System.clearProperty(PROPERTY);
        assertThatThrownBy(() -> RuntimeInstallation.require(NO_SUCH_VERSION))
                .isInstanceOf(TestAbortedException.class)
                .hasMessageContaining("libomptarget of LLVM 999 is not installed");
    }

    @Test
    void missingRuntimeFailsTheTestWhenRuntimesAreRequired() {
        System.setProperty(PROPERTY, "required");
        assertThatThrownBy(() -> RuntimeInstallation.require(NO_SUCH_VERSION))
                .isInstanceOf(AssertionFailedError.class)
                .hasMessageContaining("-Doffload4j.runtime.999");
    }
}
