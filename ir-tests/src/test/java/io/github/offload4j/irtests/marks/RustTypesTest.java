package io.github.offload4j.irtests.marks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.offload4j.codegen.device.DeviceCode;
import io.github.offload4j.codegen.device.DeviceCompiler;
import io.github.offload4j.codegen.image.DeviceTarget;
import io.github.offload4j.irtests.run.Execution;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the types of offload.rs let compile, and what they do not. */
class RustTypesTest {
    private static final Pattern ERROR = Pattern.compile("(?m)^error\\[(E\\d+)\\]");

    private static final String PROGRAM = """
            #![crate_type = "lib"]
            #[macro_use]
            #[path = "offload.rs"]
            mod offload;
            use offload::*;

            kernel! {
                pub fn axpy(a: f32, x: &[f32], y: &mut [f32]) {
                    let i = offload_thread_id(0) as usize;
                    y[i] += a * x[i];
                }
                pub fn count(n: &mut i32) {
                    *n += 1;
                }
            }
            pub fn library(_x: OnDevice<'_, [f32]>) {}
            pub fn library_mut(_x: OnDeviceMut<'_, [f32]>) {}
            pub fn host(x: &[f32]) -> f32 {
                x[0]
            }

            pub fn run(x: &[f32], y: &mut [f32], given: OnDevice<'static, [f32]>, own: &mut OnDeviceMut<'static, [f32]>) {
                %s
            }
            """;

    @TempDir
    Path directory;

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of("reads an element of what is on the device", "let _ = given[0];", "E0608"),
                Arguments.of("writes an element of what is on the device", "own[0] = 1.0;", "E0608"),
                Arguments.of("dereferences what is on the device", "let _ = *given;", "E0614"),
                Arguments.of("iterates over what is on the device", "for _ in given {}", "E0277"),
                Arguments.of("passes what is on the device to host code", "host(given);", "E0308"),
                Arguments.of("makes a slice of it", "let _: &[f32] = given.as_ref();", "E0599"),
                Arguments.of("looks into the wrapper", "let _ = given.0;", "E0616"),
                Arguments.of("makes one without unsafe", "let _ = OnDevice::new(x as *const [f32]);", "E0133"),
                Arguments.of("launches with bare host memory", "launch!(-1, 1, 1, axpy(1.0, x, tofrom(y)));", "E0277"),
                Arguments.of(
                        "lets a kernel write to what is only lent",
                        "launch!(-1, 1, 1, axpy(1.0, to(y), to(x)));",
                        "E0277"),
                Arguments.of(
                        "maps one array twice",
                        "launch!(-1, 1, 1, axpy(1.0, to(&y[..]), tofrom(&mut y[..])));",
                        "E0502"),
                Arguments.of(
                        "keeps data on the device longer than it lives",
                        "let kept: OnDevice<'_, [f32]>; { let v = vec![1.0f32]; kept = to(&v[..]).for_library(); }"
                                + " library(kept);",
                        "E0597"),
                Arguments.of(
                        "maps what has pointers in it",
                        "let names = [String::new()]; let _ = to(&names[..]);",
                        "E0277"),
                Arguments.of("maps a vector's own three words", "let v = vec![1.0f32]; let _ = to(&v);", "E0277"),
                Arguments.of("forgets an argument", "launch!(-1, 1, 1, axpy(1.0, to(x)));", "E0061"),
                Arguments.of("passes another scalar", "launch!(-1, 1, 1, axpy(1i64, to(x), tofrom(y)));", "E0308"),
                Arguments.of("gives a library what is only lent", "library!(-1, library_mut(to(x)));", "E0277"),
                Arguments.of(
                        "uses the device's memory twice at once",
                        "let a = own.lend(); let b = own.lend(); library_mut(a); library_mut(b);",
                        "E0499"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void aProgramDoesNotCompileThat(String what, String body, String code) throws IOException {
        Execution execution = compile(body);

        assertThat(execution.exitCode()).as(execution::toString).isNotZero();
        assertThat(codes(execution)).as(execution::errors).isEqualTo(Set.of(code));
    }

    private static Set<String> codes(Execution execution) {
        return ERROR.matcher(execution.errors())
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }

    private Execution compile(String body) throws IOException {
        Path source = Files.writeString(directory.resolve("program.rs"), PROGRAM.formatted(body), UTF_8);
        FrontEnd.copyOfRustMarks(source);
        return FrontEnd.RUST.refuse(
                List.of("--emit=metadata", "-o", directory.resolve("out").toString(), source.toString()));
    }

    @Test
    void whatIsAllowedCompiles() throws IOException {
        Execution execution = compile("""
                let mut n = 0;
                    launch!(-1, (y.len() as i32 + 255) / 256, 256, axpy(2.0, to(x), tofrom(y)));
                    launch!(0, (1, 2), (3, 4, 5), axpy(2.0, given, own.lend()));
                    launch!(-1, 1, 1, axpy(2.0, to(&[1.0, 2.0][..]), from(y)));
                    launch!(-1, 1, 1, count(tofrom(&mut n)));
                    library!(-1, library(to(x)));
                    library!(-1, library(given));
                    library!(-1, library_mut(alloc(y)));
                    library!(-1, library_mut(own.lend()));
                    let _ = host(y) + n as f32 + given.len() as f32;
                """);

        assertThat(execution.exitCode()).as(execution::toString).isZero();
        assertThat(execution.errors()).isEmpty();
    }

    /** Rust's promise that nothing else points there is what makes kernels fast; without optimisation it gives none itself. */
    @ParameterizedTest
    @ValueSource(strings = {"-Copt-level=0 -Cdebug-assertions=off -Cpanic=abort", "-Copt-level=2 -Cpanic=abort"})
    void noaliasReachesTheKernel(String options) throws IOException {
        Path source = Files.writeString(directory.resolve("program.rs"), PROGRAM.formatted(""), UTF_8);
        byte[] module = FrontEnd.RUST.emitLlvm(source, options + " -Aunused").getBytes(UTF_8);

        String kernels;
        try (DeviceCode code =
                DeviceCompiler.create().lower(module, "program.ll", DeviceTarget.parse("nvptx64:sm_90"))) {
            kernels = code.ir();
        }

        assertThat(kernels.lines()
                        .filter(line -> line.startsWith("define") && line.contains("@axpy("))
                        .findFirst()
                        .orElseThrow())
                .containsPattern("ptr noalias .*, i64 .*, ptr noalias .*, i64");
    }
}
