package io.github.offload4j.tools.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.offload4j.codegen.signature.Access;
import io.github.offload4j.codegen.signature.MapModifier;
import io.github.offload4j.codegen.signature.Operator;
import io.github.offload4j.tools.diagnostic.Position;
import io.github.offload4j.tools.diagnostic.SourceText;
import io.github.offload4j.tools.spec.OffloadSpec.Completion;
import io.github.offload4j.tools.spec.OffloadSpec.HostCall;
import io.github.offload4j.tools.spec.OffloadSpec.Launch;
import io.github.offload4j.tools.spec.ParameterSpec.Mapping;
import io.github.offload4j.tools.spec.ParameterSpec.Side;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SpecReaderTest {
    private static OffloadSpec read(String text) {
        return SpecReader.read(new SourceText("spec.yaml", text)).offloads().get(0);
    }

    private static <T> Located<T> at(int line, int column, T value) {
        return new Located<>(value, new Position(line, column));
    }

    @Test
    void readsAKernel() {
        OffloadSpec offload = read("""
                offloads:
                  - name: run
                    callee: kernel
                    parameters:
                      - {name: n, type: i64}
                      - {name: x, type: ptr, map: to, element: float, count: n}
                    grid: ["ceildiv(n, 256)", n]
                    block: 256
                    shared: 16
                    device: n
                    fallback: on_host
                """);

        assertThat(offload)
                .isEqualTo(new OffloadSpec(
                        new Position(2, 5),
                        at(2, 11, "run"),
                        at(3, 13, "kernel"),
                        List.of(
                                new ParameterSpec.Scalar(at(5, 16, "n"), at(5, 25, "i64")),
                                new ParameterSpec.Mapped(
                                        at(6, 16, "x"),
                                        new Mapping(Access.TO, Set.of()),
                                        new ExtentSpec.Elements(
                                                at(6, 48, "float"), at(6, 62, new SpecNumber.Named("n"))))),
                        at(10, 13, new SpecNumber.Named("n")),
                        new Launch(
                                at(7, 11, List.of(at(7, 12, ceilDiv("n", 256)), at(7, 31, new SpecNumber.Named("n")))),
                                at(8, 12, List.of(at(8, 12, new SpecNumber.Constant(256)))),
                                at(9, 13, new SpecNumber.Constant(16)),
                                Optional.of(at(11, 15, "on_host")))));
    }

    @Test
    void readsAHostFunction() {
        OffloadSpec offload = read("""
                offloads:
                  - name: run
                    callee: f
                    host: true
                    returns: i32
                    parameters:
                      - {name: v, type: slice, map: tofrom, element: double, modifiers: [close, always]}
                      - {name: w, type: ptr, pass: host}
                """);

        assertThat(offload.target())
                .isEqualTo(new HostCall(at(5, 14, "i32"), new Completion(Optional.empty(), Optional.empty())));
        assertThat(offload.parameters())
                .containsExactly(
                        new ParameterSpec.Slice(
                                at(7, 16, "v"),
                                new Mapping(Access.TOFROM, Set.of(MapModifier.ALWAYS, MapModifier.CLOSE)),
                                at(7, 54, "double")),
                        new ParameterSpec.Passed(at(8, 16, "w"), Side.HOST));
        assertThat(offload.llvmParameters())
                .containsExactly(
                        new LlvmParameter("v", "ptr"),
                        new LlvmParameter("v.length", "i64"),
                        new LlvmParameter("w", "ptr"));
    }

    @Test
    void fillsInDefaults() {
        OffloadSpec offload = read("offloads: [{name: run, callee: kernel, parameters: [], grid: 1, block: 2}]");

        assertThat(offload.isHost()).isFalse();
        assertThat(offload.fallback()).isEmpty();
        assertThat(offload.resultType()).isEqualTo("void");
        assertThat(offload.device().value()).isEqualTo(new SpecNumber.Constant(-1));
        assertThat(((Launch) offload.target()).shared().value()).isEqualTo(new SpecNumber.Constant(0));
    }

    @Test
    void aSliceHasALengthToCountWith() {
        OffloadSpec offload = read("""
                offloads:
                  - name: run
                    callee: kernel
                    parameters: [{name: v, type: slice, map: to, element: float}]
                    grid: "ceildiv(v.length, 128)"
                    block: 128
                """);

        assertThat(((Launch) offload.target()).grid().value()).containsExactly(at(5, 11, ceilDiv("v.length", 128)));
    }

    @Test
    void namesThatOlderYamlTakesForTruthValuesAreNames() {
        assertThat(
                        read("offloads: [{name: on, callee: off, host: true, parameters: [{name: y, type: i8}, {name: no, type: i8}]}]")
                                .llvmParameters())
                .containsExactly(new LlvmParameter("y", "i8"), new LlvmParameter("no", "i8"));
    }

    @Test
    void argumentsOfALibraryMayBeConstantsOfTheSpec() {
        OffloadSpec offload = read("""
                constants: {size: 8, none: 7}
                offloads:
                  - name: run
                    library: cblas
                    callee: sgemm
                    constants: {transa: none, m: size}
                """);

        assertThat(((OffloadSpec.LibraryCall) offload.target()).constants()).isEqualTo(Map.of("transa", 111L, "m", 8L));
    }

    private static SpecNumber ceilDiv(String parameter, long divisor) {
        return new SpecNumber.Operation(
                Operator.CEILDIV, new SpecNumber.Named(parameter), new SpecNumber.Constant(divisor));
    }
}
