package io.github.offload4j.irtests.golden;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.offload4j.irtests.fixture.ChildJvm;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The same input gives the same bytes. */
final class DeterminismTest {
    @Test
    void againInTheSameProcess() {
        assertThat(digests()).isEqualTo(digests());
    }

    @Test
    void inAnotherProcess() {
        // Another heap and other hash seeds, so that no order that depends on them goes unnoticed.
        ChildJvm.Result child = ChildJvm.run(
                Child.class, List.of("-XX:+UnlockExperimentalVMOptions", "-XX:hashCode=2", "-Xmx128m", "-Xint"));

        assertThat(child).isEqualTo(new ChildJvm.Result(0, digests()));
    }

    private static String digests() {
        Map<String, String> modules = GoldenModules.lowered();
        modules.putAll(GoldenModules.device());
        return modules.entrySet().stream()
                .map(module -> digest(module.getValue()) + " " + module.getKey() + "\n")
                .collect(Collectors.joining());
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Prints a digest of each case. */
    static final class Child {
        private Child() {}

        public static void main(String[] arguments) {
            System.out.print(digests());
        }
    }
}
