package io.github.offload4j.runtime.testing;

import static io.github.offload4j.runtime.testing.TraceAssertions.assertTrace;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.offload4j.codegen.OffloadCall;
import io.github.offload4j.codegen.OffloadOptions;
import io.github.offload4j.codegen.option.Transfers;
import io.github.offload4j.codegen.signature.Access;
import io.github.offload4j.codegen.signature.Extent;
import io.github.offload4j.codegen.signature.LaunchBounds;
import io.github.offload4j.runtime.trace.OffloadEvent;
import io.github.offload4j.runtime.trace.OffloadEvent.Kind;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What reports call an argument of a site that nobody knows the source of. */
class ArgumentNamesTest {
    private static final String HOST = """
            declare void @saxpy(i64, float, ptr, ptr)

            define void @library(i64, ptr, ptr) {
              ret void
            }

            define void @run(i64, float, ptr, ptr) {
              ret void
            }
            """;

    private static OffloadTestRun launching(
            OffloadOptions options, UnaryOperator<OffloadCall.Builder> x, UnaryOperator<OffloadCall.Builder> y) {
        byte[] bitcode = TestModule.emit(HOST, options, (offload, module) -> {
            offload.embed(Saxpy.image());
            Extent extent = Extent.count(module.parameter("run", 0), "float");
            OffloadCall.Builder call = OffloadCall.to(module.function("saxpy"))
                    .value(module.parameter("run", 0))
                    .value(module.parameter("run", 1));
            call = x.apply(call.map(module.parameter("run", 2), Access.TO, extent));
            call = y.apply(call.map(module.parameter("run", 3), Access.TOFROM, extent));
            offload.call(module.at("run"), call.launch(LaunchBounds.of(4, 64)).build());
        });
        return OffloadTestRun.builder().of(bitcode, "saxpy");
    }

    @ParameterizedTest
    @EnumSource(Transfers.class)
    void namesReachTheTraceWithoutALocation(Transfers transfers) {
        OffloadOptions options = OffloadOptions.builder().transfers(transfers).build();
        try (OffloadTestRun run = launching(options, call -> call.named("x"), call -> call.named("y"))) {
            run.call("run", (long) Saxpy.LENGTH, 2f, Saxpy.iota(), Saxpy.constant(1));

            assertTrace(run.trace()).movedIn("x", 1024).movedIn("y", 1024).movedOut("y", 1024);
            assertThatThrownBy(() -> assertTrace(run.trace()).movedIn("x", 0)).isInstanceOf(AssertionError.class);
        }
    }

    @Test
    void oneWithoutANameHasItsNumberAlsoBehindWhatTheUserHasNotWritten() {
        try (OffloadTestRun run =
                launching(OffloadOptions.defaults(), UnaryOperator.identity(), call -> call.named("y"))) {
            run.call("run", (long) Saxpy.LENGTH, 2f, Saxpy.iota(), Saxpy.constant(1));

            assertThat(run.trace().events(Kind.COPY_IN))
                    .extracting(OffloadEvent::name)
                    .containsExactly("argument 3", "y");
        }
    }

    @Test
    void messagesCountAsTheUserDoes() {
        try (OffloadTestRun run =
                launching(OffloadOptions.defaults(), UnaryOperator.identity(), UnaryOperator.identity())) {
            assertThatThrownBy(() -> run.call("run", -1L, 2f, Saxpy.iota(), Saxpy.constant(1)))
                    .hasMessage("argument 3 has a count that is negative, or larger than memory");
        }
    }

    @Test
    void messagesCountTheArgumentsOfAHostFunctionThatAreNotMapped() {
        byte[] bitcode = TestModule.emit(
                HOST,
                OffloadOptions.defaults(),
                (offload, module) -> offload.call(
                        module.at("run"),
                        OffloadCall.to(module.function("library"))
                                .host(true)
                                .value(module.parameter("run", 0))
                                .hostPointer(module.parameter("run", 2))
                                .map(
                                        module.parameter("run", 3),
                                        Access.TO,
                                        Extent.count(module.parameter("run", 0), "float"))
                                .build()));
        try (OffloadTestRun run = OffloadTestRun.builder().of(bitcode, "library")) {
            assertThatThrownBy(() -> run.call("run", -1L, 2f, Saxpy.iota(), Saxpy.constant(1)))
                    .hasMessage("argument 3 has a count that is negative, or larger than memory");
        }
    }
}
