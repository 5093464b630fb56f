package io.github.offload4j.irtests.run;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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
