package io.github.offload4j.irtests.composition;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.offload4j.codegen.OffloadCall;
import io.github.offload4j.codegen.OffloadOptions;
import io.github.offload4j.codegen.signature.Access;
import io.github.offload4j.codegen.signature.Extent;
import io.github.offload4j.codegen.signature.LaunchBounds;
import io.github.offload4j.irtests.fixture.TestFunction;
import io.github.offload4j.irtests.fixture.TestModule;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A function with so many sites that a new one stops looking for the end of the stack slots. */
final class ManySitesTest {
    private static final int SITES = 50;

    private static final String FUNCTION = """
            define void @run(ptr nonnull %x, i64 %n) {
            entry:
              br label %loop
            loop:
              ret void
            }
            """;

    @ParameterizedTest
    @ValueSource(strings = {"constant", "computed"})
    void everySlotStandsInTheFirstBlockInFrontOfItsSite(String sizes) {
        List<String> lines = emit(sizes.equals("computed")).lines().toList();

        int branch = lines.indexOf("  br label %loop");
        List<Integer> slots = indices(lines, "alloca");
        assertThat(slots)
                .hasSize(SITES * (sizes.equals("computed") ? 4 : 3))
                .allSatisfy(slot -> assertThat(slot).isLessThan(branch));
        assertThat(indices(lines, "call void @__tgt_target_data_begin_mapper"))
                .hasSize(SITES)
                .allSatisfy(call -> assertThat(call).isGreaterThan(branch));
    }

    private static List<Integer> indices(List<String> lines, String text) {
        return IntStream.range(0, lines.size())
                .filter(i -> lines.get(i).contains(text))
                .boxed()
                .toList();
    }

    private static String emit(boolean computed) {
        try (TestModule module = TestModule.parse(OffloadOptions.defaults(), FUNCTION)) {
            TestFunction run = module.function("run");
            module.beforeEndOf(run.block("loop"));
            for (int i = 0; i < SITES; i++) {
                module.call(OffloadCall.toKernel("k")
                        .map(
                                run.parameter("x"),
                                Access.TOFROM,
                                computed ? Extent.count(run.parameter("n"), "float") : Extent.bytes(64))
                        .launch(LaunchBounds.of(4, 32)));
            }
            module.finish();
            return module.text();
        }
    }
}
