package io.github.offload4j.codegen.lower;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.offload4j.codegen.signature.MapModifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The page about bundles has each that is read, with its operands and an example, and no other. */
class BundlesPageTest {
    private static final Path PAGE = Path.of("../docs/bundles.md");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(\"offload[^`]*)` \\|");
    private static final String FENCE = "```";

    @Test
    void tablesHaveEveryBundleAndItsOperands() throws IOException {
        List<String> rows = ROW.matcher(Files.readString(PAGE))
                .results()
                .map(row -> row.group(1))
                .toList();

        assertThat(rows)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(BundleTag.values())
                        .map(BundlesPageTest::written)
                        .toList());
    }

    private static String written(BundleTag tag) {
        String usage = tag.usage().substring("write ".length());
        // the page says that more offsets may come, where a message says only that more of something may
        return tag == BundleTag.MEMBER_SECTION ? usage.replace(", ...)", ", ..., i64 offset, ...)") : usage;
    }

    @ParameterizedTest
    @EnumSource(BundleTag.class)
    void everyBundleHasAnExample(BundleTag tag) throws IOException {
        assertThat(examples()).contains(tag + "(");
    }

    private static String examples() throws IOException {
        List<String> parts = List.of(Files.readString(PAGE).split(FENCE, -1));
        return Stream.iterate(1, i -> i < parts.size(), i -> i + 2)
                .map(parts::get)
                .collect(Collectors.joining());
    }

    @ParameterizedTest
    @EnumSource(MapModifier.class)
    void everyModifierHasItsBits(MapModifier modifier) throws IOException {
        long bit = modifier.flag().bit();
        String bits =
                bit < 10 ? Long.toString(bit) : "0x" + Long.toHexString(bit).toUpperCase(Locale.ROOT);
        assertThat(Files.readString(PAGE))
                .contains("| " + bits + " | `" + modifier.flag().name() + "` |");
    }
}
