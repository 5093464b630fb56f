package io.github.offload4j.tools.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class CrashFilterTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final CrashFilter filter = new CrashFilter(out);

    @Test
    void outputPassesAtOnce() throws IOException {
        filter.write("# a comment\n##\n#\n# and another\n".getBytes(UTF_8));
        assertThat(out.toString(UTF_8)).isEqualTo("# a comment\n##\n#\n# and another\n");
    }

    @Test
    void whatADyingVirtualMachineSaysIsHeldBack() throws IOException {
        filter.write(
                "y = 1\n#\n# A fatal error has been detected by the Java Runtime Environment:\n#\n".getBytes(UTF_8));
        assertThat(out.toString(UTF_8)).isEqualTo("y = 1\n");
    }

    @Test
    void theRestIsReleasedWhenThereWasNoCrash() throws IOException {
        filter.write("#\n# A fatal".getBytes(UTF_8));
        assertThat(out.toString(UTF_8)).isEmpty();
        filter.release();
        assertThat(out.toString(UTF_8)).isEqualTo("#\n# A fatal");
    }
}
