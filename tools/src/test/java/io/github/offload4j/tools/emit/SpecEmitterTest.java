package io.github.offload4j.tools.emit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.offload4j.codegen.OffloadOptions;
import io.github.offload4j.codegen.ir.ModuleWriter;
import io.github.offload4j.tools.TestSpecs;
import io.github.offload4j.tools.diagnostic.InputException;
import io.github.offload4j.tools.diagnostic.Position;
import io.github.offload4j.tools.diagnostic.SourceText;
import io.github.offload4j.tools.spec.Spec;
import io.github.offload4j.tools.spec.SpecReader;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a spec's words become in the module. */
class SpecEmitterTest {
    private static final String TRIPLE = "x86_64-unknown-linux-gnu";

    private static String emit(String parameters, String... more) {
        String text = "offloads:\n  - name: run\n    callee: callee\n    parameters:\n" + parameters.indent(6)
                + String.join("\n", more).indent(4);
        Spec spec = SpecReader.read(new SourceText("spec.yaml", text));
        try (HostModule module = SpecEmitter.emit(spec, OffloadOptions.defaults(), TRIPLE)) {
            return ModuleWriter.text(module.raw());
        }
    }

    private static String kernel(String parameters) {
        return emit(parameters, "grid: 1", "block: 64");
    }

    private static String host(String parameters) {
        return emit(parameters, "host: true");
    }

    @Test
    void parametersKeepTheirOrderAndTheirNames() {
        assertThat(
                        host(
                                "- {name: n, type: i8}\n- {name: v, type: slice, map: to, element: i32}\n- {name: w, type: i128}"))
                .contains("define void @run(i8 %n, ptr %v, i64 %v.length, i128 %w) {")
                .contains("call void @callee(i8 %n, ptr %v.device, i64 %v.length, i128 %w)");
    }

    @Test
    void kernelIsNotDeclaredInTheHostModule() {
        assertThat(kernel("[]")).contains("c\"callee\\00\"").doesNotContain("@callee");
    }

    @Test
    void resultOfAHostFunctionIsReturned() {
        assertThat(emit("[]", "host: true", "returns: double"))
                .contains("define double @run() {", "= call double @callee()", "ret double %");
    }

    @Test
    void mapsBecomeMapTypes() {
        assertThat(kernel("""
                                - {name: a, type: ptr, map: to, pointee: i32}
                                - {name: b, type: ptr, map: from, pointee: i32}
                                - {name: c, type: ptr, map: tofrom, pointee: i32}
                                - {name: d, type: ptr, map: alloc, pointee: i32}
                                """))
                .contains("@.offload_maptypes.callee.begin = private unnamed_addr constant [4 x i64]"
                        + " [i64 1, i64 0, i64 1, i64 0]");
    }

    @Test
    void modifiersBecomeMapTypes() {
        // 4 always, 0x400 close, 0x1000 present, 0x2000 hold
        assertThat(kernel("""
                                - {name: a, type: ptr, map: to, pointee: i32, modifiers: [always]}
                                - {name: b, type: ptr, map: to, pointee: i32, modifiers: [close]}
                                - {name: c, type: ptr, map: to, pointee: i32, modifiers: [present]}
                                - {name: d, type: ptr, map: to, pointee: i32, modifiers: [hold, always]}
                                """))
                .contains("@.offload_maptypes.callee.begin = private unnamed_addr constant [4 x i64]"
                        + " [i64 5, i64 1025, i64 4097, i64 8197]");
    }

    @Test
    void passedPointersGoAsTheyAre() {
        assertThat(host("- {name: a, type: ptr, pass: host}\n- {name: b, type: ptr, pass: device}"))
                .contains("call void @callee(ptr %a, ptr %b)");
    }

    @Test
    void countsAreComputedAsSignedNumbers() {
        assertThat(kernel("- {name: x, type: ptr, map: to, element: double, count: n}\n- {name: n, type: i32}"))
                .contains("%2 = sext i32 %n to i64", "%3 = mul i64 %2, 8");
    }

    @Test
    void literalCountsAreMultipliedNow() {
        assertThat(kernel("- {name: x, type: ptr, map: to, element: double, count: 4096}"))
                .contains("i64 0, i64 32768");
    }

    @Test
    void sizesFollowTheDataLayout() {
        assertThat(kernel("- {name: x, type: ptr, map: to, pointee: \"{ i8, i64 }\"}"))
                .contains("i64 0, i64 16");
    }

    @Test
    void boundsAreConstantsOrParameters() {
        assertThat(emit("- {name: n, type: i32}", "grid: [n, 2]", "block: [32, 4, 2]", "shared: 512"))
                .contains("insertvalue [3 x i32] poison, i32 %n, 0", "i32 2, 1", "i32 1, 2")
                .contains("store [3 x i32] [i32 32, i32 4, i32 2], ptr %ThreadLimit")
                .contains("store i32 512, ptr %DynCGroupMem");
    }

    @Test
    void sharedMemoryMayBeAParameter() {
        assertThat(emit("- {name: bytes, type: i32}", "grid: 1", "block: 1", "shared: bytes"))
                .contains("store i32 %bytes, ptr %DynCGroupMem");
    }

    @Test
    void deviceIsADefaultAConstantOrAParameter() {
        assertThat(host("[]")).contains("call i32 @omp_get_default_device()");
        assertThat(emit("- {name: x, type: ptr, map: to, pointee: i32}", "host: true", "device: 3"))
                .doesNotContain("@omp_get_default_device")
                .contains("@__tgt_target_data_begin_mapper(ptr @1, i64 3, i32 1");
        assertThat(emit("- {name: gpu, type: i32}", "host: true", "device: gpu"))
                .contains("sext i32 %gpu to i64");
    }

    @Test
    void siteCarriesThePlaceOfTheEntryAndTheNamesOfTheArguments() {
        assertThat(kernel("- {name: x, type: ptr, map: to, pointee: i32}"))
                .contains("c\";spec.yaml;run;2;5;;\\00\"", "c\";x;spec.yaml;2;5;;\\00\"");
    }

    @Test
    void calleeUsedTwiceIsDeclaredOnce() {
        Spec spec = SpecReader.read(new SourceText("spec.yaml", """
                        offloads:
                          - {name: first, callee: f, host: true, parameters: [{name: n, type: i64}]}
                          - {name: second, callee: f, host: true, parameters: [{name: m, type: i64}]}
                        """));
        try (HostModule module = SpecEmitter.emit(spec, OffloadOptions.defaults(), TRIPLE)) {
            assertThat(ModuleWriter.text(module.raw()))
                    .containsOnlyOnce("declare void @f(i64)")
                    .contains("call void @f(i64 %n)", "call void @f(i64 %m)");
        }
    }

    static Stream<Path> types() {
        return TestSpecs.bad("types");
    }

    @ParameterizedTest
    @MethodSource("types")
    void typesThatLlvmCannotMapAreRefused(Path file) {
        Spec spec = SpecReader.read(TestSpecs.source(file));

        InputException refused = catchThrowableOfType(
                InputException.class, () -> SpecEmitter.emit(spec, OffloadOptions.defaults(), TRIPLE));

        List<String> found = refused.diagnostics().stream()
                .map(d -> d.position().orElseThrow().line() + ":"
                        + d.position().orElseThrow().column() + ": " + d.message())
                .toList();
        assertThat(found).isNotEmpty().isEqualTo(TestSpecs.expectedErrors(file));
    }

    private static Spec update(String text) {
        return SpecReader.read(
                new SourceText("spec.yaml", "data:\n  - name: fill\n    action: update\n" + text.indent(4)));
    }

    @Test
    void anUpdateCopiesVariablesByNameAndParametersByPointer() {
        Spec spec = update("""
                parameters:
                  - {name: n, type: i64}
                  - {name: x, type: ptr, map: from, element: double, count: n}
                variables:
                  - {name: table, map: to, pointee: "[4 x float]"}
                """);
        try (HostModule module = SpecEmitter.emit(spec, OffloadOptions.defaults(), TRIPLE)) {
            assertThat(ModuleWriter.text(module.raw()))
                    .contains(
                            "@table = weak global [4 x float] zeroinitializer, section \"offload.device\"",
                            "define void @fill(i64 %n, ptr %x) {",
                            "[2 x i64] [i64 2, i64 1]",
                            "call void @__tgt_target_data_update_mapper(");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "enter, to, begin, 5",
        "enter, alloc, begin, 0",
        "exit, from, end, 6",
        "exit, release, end, 0",
        "exit, delete, end, 8"
    })
    void anEnterAndAnExitAreOneCallWithTheSpecsPlace(String action, String map, String call, long bits) {
        String always = bits == 5 || bits == 6 ? ", modifiers: [always]" : "";
        Spec spec = SpecReader.read(new SourceText("spec.yaml", """
                data:
                  - name: act
                    action: %s
                    parameters:
                      - {name: n, type: i64}
                      - {name: x, type: ptr, element: double, count: n, map: %s%s}
                    device: 2
                """.formatted(action, map, always)));
        try (HostModule module = SpecEmitter.emit(spec, OffloadOptions.defaults(), TRIPLE)) {
            assertThat(ModuleWriter.text(module.raw()))
                    .contains(
                            "define void @act(i64 %n, ptr %x) {",
                            ";spec.yaml;act;2;5;;",
                            "@.offload_maptypes.act." + call + " = private unnamed_addr constant [1 x i64] "
                                    + (bits == 0 ? "zeroinitializer" : "[i64 " + bits + "]"),
                            "call void @__tgt_target_data_" + call + "_mapper(ptr @1, i64 2, i32 1,");
        }
    }

    @Test
    void aSectionOfAnUpdateIsDescribedInBytes() {
        Spec spec = update("""
                parameters:
                  - {name: n, type: i64}
                  - name: m
                    type: ptr
                    map: from
                    element: double
                    section: [{count: n, stride: n + 1}, {offset: 3, count: 1}]
                """);
        try (HostModule module = SpecEmitter.emit(spec, OffloadOptions.defaults(), TRIPLE)) {
            assertThat(ModuleWriter.text(module.raw()))
                    .contains(
                            "%.offload_section = alloca [9 x i64], align 8",
                            "@.offload_maptypes.data.update = private unnamed_addr constant [1 x i64] [i64 17592186044418]",
                            "select i1 %");
        }
    }

    @Test
    void aSectionWithGapsOfAnEnterIsRefusedAtItsParameter() {
        Spec spec = SpecReader.read(new SourceText("spec.yaml", """
                data:
                  - name: act
                    action: enter
                    parameters: [{name: x, type: ptr, map: to, element: i8, section: {count: 4, stride: 2}}]
                """));

        InputException refused = catchThrowableOfType(
                InputException.class, () -> SpecEmitter.emit(spec, OffloadOptions.defaults(), TRIPLE));

        assertThat(refused.diagnostics().get(0).message())
                .startsWith("argument 'x' is a section with gaps, or with strides that only the program knows");
        assertThat(refused.diagnostics().get(0).position().orElseThrow()).isEqualTo(new Position(4, 25));
    }

    @Test
    void anUpdateOfAVariableOfUnknownSizeIsRefusedAtItsName() {
        Spec spec = update("variables: [{name: table, map: to}]");

        InputException refused = catchThrowableOfType(
                InputException.class, () -> SpecEmitter.emit(spec, OffloadOptions.defaults(), TRIPLE));

        assertThat(refused.diagnostics().get(0).message())
                .isEqualTo(
                        "argument 'table' has no size here; add 'pointee', or build with kernels that have the variable");
        assertThat(refused.diagnostics().get(0).position().orElseThrow()).isEqualTo(new Position(4, 24));
    }

    @Test
    void parametersThatAreNotPassedStayWithTheDefinedFunction() {
        assertThat(
                        host(
                                "- {name: n, type: i64, pass: none}\n- {name: p, type: ptr, pass: none}\n- {name: a, type: i8}"))
                .contains("define void @run(i64 %n, ptr %p, i8 %a) {", "call void @callee(i8 %a)");
    }

    @Test
    void whatIsTooLargeIsToldWithTheExpressionAndItsPlace() {
        assertThat(host("- {name: n, type: i32}\n- {name: x, type: ptr, map: to, element: i8, count: n*(n-1)}"))
                .contains(
                        "sext i32 %n to i64",
                        "call { i64, i1 } @llvm.ssub.with.overflow.i64",
                        "call { i64, i1 } @llvm.smul.with.overflow.i64",
                        "'n * (n - 1)' does not fit 64 bits, in 'run'",
                        "spec.yaml:6:59");
    }

    @Test
    void oneExpressionIsComputedOnce() {
        String text = emit(
                "- {name: n, type: i64}\n- {name: x, type: ptr, map: to, element: i8, count: n * 2}",
                "grid: [n * 2, (n * 2)]",
                "block: 1");
        assertThat(text.split("call \\{ i64, i1 }", -1)).hasSize(2);
    }
}
