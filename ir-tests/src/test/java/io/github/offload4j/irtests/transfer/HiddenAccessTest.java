package io.github.offload4j.irtests.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.offload4j.codegen.OffloadOptions;
import io.github.offload4j.codegen.device.DeviceCompiler;
import io.github.offload4j.codegen.image.DeviceImage;
import io.github.offload4j.codegen.image.DeviceTarget;
import io.github.offload4j.codegen.ir.OptimizationLevel;
import io.github.offload4j.codegen.lower.Lowering;
import io.github.offload4j.codegen.option.Transfers;
import io.github.offload4j.irtests.fixture.KernelSource;
import io.github.offload4j.irtests.fixture.TestModule;
import io.github.offload4j.runtime.embedded.EmbeddedOptions;
import io.github.offload4j.runtime.testing.OffloadTestRun;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Code that hides from a reader what it reads and writes gives the same memory however data travels. */
class HiddenAccessTest {
    private static final Pattern PROGRAM =
            Pattern.compile("^define void @(\\w+)\\(ptr.* %x, ptr.* %y\\)", Pattern.MULTILINE);
    private static final Pattern KERNEL =
            Pattern.compile("^define void @(\\w+)\\(ptr %x\\) \"offload-kernel\"", Pattern.MULTILINE);

    private static final String MAP = "\"offload.map\"(i32 0, i64 $1, i64 3) ]";
    private static final String BLOCK =
            "[ \"offload\"(i1 false, i64 -1), \"offload.grid\"(i32 1, i32 1, i32 1), \"offload.block\"(i32 1, i32 1, i32 1), ";

    private static final Map<OptimizationLevel, DeviceImage> KERNELS = new EnumMap<>(OptimizationLevel.class);

    @BeforeAll
    static void compile() {
        byte[] kernels = new KernelSource("hidden-writes").bytes();
        for (OptimizationLevel level : List.of(OptimizationLevel.O0, OptimizationLevel.O2)) {
            DeviceCompiler compiler = DeviceCompiler.create().withLevel(level);
            KERNELS.put(level, compiler.compile(kernels, "hidden-writes", DeviceTarget.parse("x86_64")));
        }
    }

    @TestFactory
    Stream<DynamicTest> kernels() {
        String text = new String(new KernelSource("hidden-writes").bytes(), StandardCharsets.UTF_8);
        return names(KERNEL, text).map(name -> test(name, """
                declare void @%1$s(ptr)
                define void @%1$s_twice(ptr noalias nonnull %%x, ptr noalias nonnull %%y) nounwind {
                  call void @%1$s(ptr %%x) LAUNCH
                  call void @%1$s(ptr %%x) LAUNCH
                  ret void
                }
                """.formatted(name), name + "_twice"));
    }

    @TestFactory
    Stream<DynamicTest> hostCode() throws IOException {
        String file = "/transfer/hidden-accesses.ll";
        try (InputStream stream = HiddenAccessTest.class.getResourceAsStream(file)) {
            String text = new String(Objects.requireNonNull(stream, file).readAllBytes(), StandardCharsets.UTF_8);
            return names(PROGRAM, text).map(name -> test(name, text, name));
        }
    }

    private static Stream<String> names(Pattern pattern, String text) {
        List<String> names =
                pattern.matcher(text).results().map(r -> r.group(1)).toList();
        assertThat(names).hasSizeGreaterThan(9);
        return names.stream();
    }

    private static DynamicTest test(String name, String text, String function) {
        return DynamicTest.dynamicTest(name.replace('_', ' '), () -> {
            String expected = run(text, function, Transfers.SPLIT, OptimizationLevel.O0);
            for (Transfers transfers : List.of(Transfers.FUSED, Transfers.RESIDENT)) {
                for (OptimizationLevel level : KERNELS.keySet()) {
                    assertThat(run(text, function, transfers, level))
                            .as("%s, kernels at %s", transfers, level)
                            .isEqualTo(expected);
                }
            }
        });
    }

    private static String run(String text, String function, Transfers transfers, OptimizationLevel level) {
        OffloadOptions options = OffloadOptions.builder().transfers(transfers).build();
        String marked = text.replaceAll("LAUNCH_BYTES\\(([%\\w]+)\\)", BLOCK + MAP)
                .replace("SCRATCH", BLOCK + MAP.replace("$1", "64").replace("i64 3", "i64 0"))
                .replace("LAUNCH", BLOCK + MAP.replace("$1", "64"))
                .replace("LIBRARY", "[ \"offload\"(i1 true, i64 -1), " + MAP.replace("$1", "64"));
        try (TestModule module = TestModule.parse(options, marked)) {
            Lowering.with(options)
                    .embedding(Objects.requireNonNull(KERNELS.get(level)))
                    .lower(module.raw());
            EmbeddedOptions devices = EmbeddedOptions.defaults().withDevices(2).lenient();
            try (OffloadTestRun run = OffloadTestRun.builder().devices(devices).of(module.raw())) {
                int[] x = IntStream.range(0, 16).toArray();
                int[] y = IntStream.range(100, 116).toArray();
                run.call(function, x, y);
                return Arrays.toString(x) + Arrays.toString(y);
            }
        }
    }
}
