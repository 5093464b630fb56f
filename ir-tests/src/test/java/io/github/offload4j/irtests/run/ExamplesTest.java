package io.github.offload4j.irtests.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bytedeco.llvm.global.LLVM.LLVMContextCreate;
import static org.bytedeco.llvm.global.LLVM.LLVMContextDispose;
import static org.bytedeco.llvm.global.LLVM.LLVMDisposeModule;

import io.github.offload4j.codegen.OffloadOptions;
import io.github.offload4j.codegen.device.DeviceCompiler;
import io.github.offload4j.codegen.image.DeviceImage;
import io.github.offload4j.codegen.image.DeviceTarget;
import io.github.offload4j.codegen.ir.ModuleWriter;
import io.github.offload4j.examples.arrays.ArrayCompiler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bytedeco.llvm.LLVM.LLVMContextRef;
import org.bytedeco.llvm.LLVM.LLVMModuleRef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples, compiled, linked and run with a device image for the host's own processor. */
class ExamplesTest {
    private static final Path EXAMPLES =
            Path.of(System.getProperty("basedir", "")).toAbsolutePath().resolve("../tools/examples");

    private static final DeviceTarget HOST_DEVICE = DeviceTarget.parse("x86_64");

    private static final Map<String, String> MANDATORY = Map.of("OMP_TARGET_OFFLOAD", "MANDATORY");

    @TempDir
    static Path directory;

    /** A module that is given and not emitted into. */
    record Given(String text, String driver, List<DeviceImage> images) implements SiteFamily {
        @Override
        public void emit(EmittedModule module) {
            module.lower(images.toArray(DeviceImage[]::new));
        }
    }

    private static String compileArrays(String program, DeviceTarget... targets) {
        LLVMContextRef context = LLVMContextCreate();
        try {
            LLVMModuleRef module = new ArrayCompiler(context).compile(program, targets);
            try {
                return ModuleWriter.text(module);
            } finally {
                LLVMDisposeModule(module);
            }
        } finally {
            LLVMContextDispose(context);
        }
    }

    /** Returns functions of the array language, for LLVM 22's runtime. */
    static SiteFamily arrays() {
        String host = compileArrays("""
                def saxpy(a, x[], y[]) {
                    y = a * x + y;
                }
                def normalize(low, high, in[], scaled[], centered[]) {
                    scaled = (in - low) / (high - low);
                    centered = 2 * scaled - 1.0;
                }
                """, HOST_DEVICE);
        return new Given(host, "arrays.c", List.of());
    }

    /** Returns the example in C with its marks, its own main and its kernel, for a level of clang's. */
    static SiteFamily markedC(String level) {
        DeviceImage kernel =
                DeviceCompiler.create().compile(compileC("kernel.c", "-O2").getBytes(UTF_8), "kernel.ll", HOST_DEVICE);
        return new Given(compileC("saxpy.c", level, "-g"), "", List.of(kernel));
    }

    /** Returns what stands for a library in the example in C. */
    static SiteFamily markedCLibrary() {
        return new Given(compileC("library.c", "-O2"), "", List.of());
    }

    private static String compileC(String file, String... options) {
        List<String> all =
                new ArrayList<>(List.of("-I", EXAMPLES.resolve("../include").toString()));
        all.addAll(List.of(options));
        return Clang.emitLlvm(EXAMPLES.resolve("marked-c").resolve(file), all.toArray(String[]::new));
    }

    @Test
    void arrayProgramRunsOnTheDevice() {
        Path program = new Program(directory, "arrays")
                .sites(arrays(), OffloadOptions.defaults())
                .link(22);

        Execution execution = Execution.of(program, MANDATORY);
        assertThat(execution.exitCode()).as(execution::toString).isZero();
    }

    @Test
    void theArrayCompilerIsReadInOneSitting() throws IOException {
        try (Stream<Path> sources = Files.list(EXAMPLES.resolve("java/io/github/offload4j/examples/arrays"))) {
            long lines = 0;
            for (Path source : sources.toList()) {
                lines += Files.readAllLines(source).size();
            }
            assertThat(lines).isLessThan(300);
        }
    }

    @Test
    void arraysTravelOnceForAllStatements() {
        String host = compileArrays("def f(x[], y[], z[]) { y = x; z = y + x; }");

        assertThat(host.split("call void @__tgt_target_data_begin_mapper", -1)).hasSize(2);
        assertThat(host.split("call i32 @.offload_launch", -1)).hasSize(3);
        // the length, then x TO, y FROM and z FROM
        assertThat(host)
                .contains("@.offload_maptypes.f.begin = private unnamed_addr constant [4 x i64]"
                        + " [i64 768, i64 1, i64 0, i64 0]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "def",
                "def f(x[]) { x = ; }",
                "def f(x[]) { x = y; }",
                "def f(x[]) { y = x; }",
                "def f(x[]) { x = 1 + ; }",
                "def f(x[], ) { x = 1; }",
                "deff(x[]) { x = 1; }",
                "def f(x) { x = 1; }",
                "def f(x[]) { x = (1; }"
            })
    void wrongArrayProgramsAreRefused(String program) {
        assertThatThrownBy(() -> compileArrays(program)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-O0", "-O2"})
    void markedCRunsOnTheDevice(String level) {
        Path program = Program.withoutScenarios(directory, "saxpy" + level)
                .module(markedC(level), OffloadOptions.defaults())
                .module(markedCLibrary(), OffloadOptions.defaults())
                .link(22);

        assertThat(Execution.of(program, MANDATORY).output()).isEqualTo("1.0 1499.5 750250.0\n");
        // without a device the fallback gives the same
        assertThat(Execution.of(program, Map.of("OMP_TARGET_OFFLOAD", "DISABLED"))
                        .output())
                .isEqualTo("1.0 1499.5 750250.0\n");
    }

    @Test
    void markedCNamesItsSourceLineWhenALaunchIsRefused() {
        String withoutFallback =
                compileC("saxpy.c", "-O0", "-g").replaceAll("(?m)^.*call void @offload_fallback.*$", "");

        Path program = Program.withoutScenarios(directory, "refused")
                .module(new Given(withoutFallback, "", List.of()), OffloadOptions.defaults())
                .module(markedCLibrary(), OffloadOptions.defaults())
                .link(22);

        Execution execution = Execution.of(program, Map.of());
        assertThat(execution.exitCode()).isEqualTo(Execution.ABORTED);
        assertThat(execution.errors())
                .contains("saxpy.c:31:9: error: the offload runtime did not launch kernel 'saxpy'");
    }
}
