package io.github.offload4j.irtests.golden;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.offload4j.irtests.fixture.ChildJvm;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same input gives the same bytes. */
final class DeterminismTest {
    static List<GoldenCase> cases() {
        return GoldenCatalogue.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void againInTheSameProcess(GoldenCase golden) {
        assertThat(golden.text()).isEqualTo(golden.text());
    }

    @Test
    void inAnotherProcess() {
        // Another heap and other hash seeds, so that no order that depends on them goes unnoticed.
        ChildJvm.Result child = ChildJvm.run(
                Child.class, List.of("-XX:+UnlockExperimentalVMOptions", "-XX:hashCode=2", "-Xmx128m", "-Xint"));

        assertThat(child).isEqualTo(new ChildJvm.Result(0, digests()));
    }

    private static String digests() {
        return GoldenCatalogue.all().stream()
                .map(golden -> digest(golden.text()) + " " + golden.id() + "\n")
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
