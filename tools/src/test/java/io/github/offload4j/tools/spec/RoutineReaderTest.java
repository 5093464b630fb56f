package io.github.offload4j.tools.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.offload4j.codegen.option.OnStatus;
import io.github.offload4j.tools.diagnostic.SourceText;
import io.github.offload4j.tools.spec.OffloadSpec.Completion;
import io.github.offload4j.tools.spec.OffloadSpec.HostCall;
import io.github.offload4j.tools.spec.OffloadSpec.Routine;
import io.github.offload4j.tools.spec.ParameterSpec.Computed;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Routines of libraries among the calls of one function. */
class RoutineReaderTest {
    private static OffloadSpec call(String call) {
        return SpecReader.read(new SourceText("spec.yaml", """
            constants: {two: 2}
            offloads:
              - name: run
                parameters:
                  - {name: n, type: i64}
                  - {name: a, type: slice, map: to, element: float}
                  - {name: z, type: ptr, map: tofrom, element: float, count: 2 * n}
                  - {name: d, type: ptr, pass: device}
                  - {name: handle, type: ptr, pass: host}
                calls:
                  - {%s}
            """.formatted(call)))
                .offloads()
                .get(0)
                .calls()
                .get(0);
    }

    private static Completion completion(OffloadSpec call) {
        return ((HostCall) call.target()).completion();
    }

    private static List<String> arguments(OffloadSpec call) {
        return call.parameters().stream()
                .map(argument -> argument instanceof Computed computed
                        ? computed.type().value() + " " + computed.name().value()
                        : argument.name().value())
                .toList();
    }

    @Test
    void getTheirArgumentsInTheLibrarysOrder() {
        OffloadSpec call = call("library: cublas, callee: saxpy, constants: {incy: two, n: 3},"
                + " arguments: {y: d, x: a, alpha: handle, handle: handle, incx: n - 1}");

        assertThat(call.callee().value()).isEqualTo("cublasSaxpy_v2");
        assertThat(arguments(call)).containsExactly("handle", "i32 3", "handle", "a", "i32 n - 1", "d", "i32 2");
        assertThat(call.resultType() + " " + call.calleeTypes()).isEqualTo("i32 [ptr, i32, ptr, ptr, i32, ptr, i32]");
    }

    @Test
    void mayHaveComplexNumbersAsTheirParts() {
        OffloadSpec call = call("library: cblas, callee: cscal, host: true,"
                + " arguments: {n: {value: n, type: i32}, alpha: handle, x: z, incx: 1}");

        assertThat(arguments(call)).containsExactly("i32 n", "handle", "z", "i32 1");
    }

    private static Routine routine(OffloadSpec call) {
        return ((HostCall) call.target()).routine().orElseThrow();
    }

    @Test
    void getNoSizesThatTheLibraryDoesNotTake() {
        OffloadSpec call = call("library: fftw, callee: c2c, arguments: {plan: handle, in: z, out: z}");

        assertThat(arguments(call)).containsExactly("handle", "z", "z");
        assertThat(routine(call).sizes()).isEmpty();
    }

    @Test
    void mayBeGivenTheSizesOfTheirPlan() {
        OffloadSpec call = call("library: fftw, callee: c2c, constants: {batch: two},"
                + " arguments: {plan: handle, in: z, n: n - 1, out: z}");

        assertThat(arguments(call)).containsExactly("handle", "z", "z");
        assertThat(routine(call).sizes())
                .hasSize(2)
                .hasEntrySatisfying(
                        "n",
                        size -> assertThat(
                                        size.type().value() + " " + size.name().value())
                                .isEqualTo("i32 n - 1"));
    }

    @Test
    void mayHaveTheirNumbersOnTheDevice() {
        OffloadSpec call = call("library: cublas, callee: snrm2, pointer-mode: device, constants: {n: 1, incx: 1},"
                + " arguments: {handle: handle, x: a, result: z}");

        assertThat(routine(call).function().hasNumbersOnDevice()).isTrue();
        assertThat(arguments(call)).containsExactly("handle", "i32 1", "a", "i32 1", "z");
    }

    @Test
    void areWaitedForAsTheLibraryNeedsIt() {
        String arguments = "constants: {n: 1, incx: 1}, arguments: {handle: handle, alpha: handle, x: z}";

        Completion cublas = completion(call("library: cublas, callee: sscal, " + arguments));
        Completion hip = completion(call("library: hipblas, callee: sscal, stream: handle, " + arguments));

        assertThat(cublas.synchronize().orElseThrow().value()).isEqualTo("cuda");
        assertThat(cublas.onStatus()).isEmpty();
        assertThat(hip.synchronize().orElseThrow().value()).isEqualTo("hip");
        assertThat(hip.stream()).contains("handle");
    }

    @Test
    void thatReturnWhatIsNoStatusStopNothing() {
        Completion completion =
                completion(call("library: cblas, callee: isamax, constants: {incx: 1}, arguments: {n: n, x: a}"));

        assertThat(completion.synchronize().orElseThrow().value()).isEqualTo("none");
        assertThat(completion.onStatus()).contains(OnStatus.RETURN);
    }
}
