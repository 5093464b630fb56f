package io.github.offload4j.irtests.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.offload4j.codegen.OffloadOptions;
import io.github.offload4j.codegen.device.DeviceCompiler;
import io.github.offload4j.codegen.image.DeviceImage;
import io.github.offload4j.codegen.image.DeviceTarget;
import io.github.offload4j.codegen.lower.Lowering;
import io.github.offload4j.codegen.option.Transfers;
import io.github.offload4j.irtests.fixture.TestModule;
import io.github.offload4j.runtime.embedded.EmbeddedOptions;
import io.github.offload4j.runtime.testing.OffloadTestRun;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Data that callers hold for functions with sites: the same memory, never more copies, and few in programs that allow it. */
class CalledSitesTest {
    private static final Pattern PROGRAM =
            Pattern.compile("^define void @(\\w+)\\(ptr.* %x, ptr.* %y\\)", Pattern.MULTILINE);
    private static final String MARKS = "\"offload\"(i1 false, i64 -1), \"offload.grid\"(i32 1, i32 1, i32 1),"
            + " \"offload.block\"(i32 1, i32 1, i32 1), \"offload.map\"(i32 0, i64 $1, i64 $2) ]";
    private static final String TEN_TIMES = """
            define void @$1(ptr noalias nonnull %x, ptr noalias nonnull %y) nounwind {
            entry:
              br label %loop
            loop:
              %i = phi i32 [ 0, %entry ], [ %next, %loop ]
            $2  %next = add i32 %i, 1
              %more = icmp ult i32 %next, 10
              br i1 %more, label %loop, label %done
            done:
              ret void
            }
            """;
    private static final String WHERE_ODD = """
            define void @$1$2 noinline nounwind {
              %odd = trunc i32 %i to i1
              br i1 %odd, label %yes, label %no
            yes:
            $3  br label %no
            no:
              ret void
            }
            """;
    private static final String KERNEL = """
            define void @increment(ptr %p) "offload-kernel" {
              %v = load i32, ptr %p
              %w = add i32 %v, 1
              store i32 %w, ptr %p
              ret void
            }
            define void @look(ptr %p) "offload-kernel" {
              %v = load i32, ptr %p
              %never = icmp eq i32 %v, -1
              br i1 %never, label %stop, label %on
            stop:
              call void @llvm.trap()
              unreachable
            on:
              ret void
            }
            declare void @llvm.trap()
            define void @fill(ptr %p) "offload-kernel" {
              store <16 x i32> splat (i32 5), ptr %p, align 4
              ret void
            }
            """;

    /**
     * What a run leaves.
     *
     * @param memory both arrays
     * @param bytes how many were copied
     */
    private record Left(String memory, long bytes) {}

    @TestFactory
    Stream<DynamicTest> sameMemoryAndNoMoreBytes() throws IOException {
        DeviceImage image = DeviceCompiler.create()
                .compile(KERNEL.getBytes(StandardCharsets.UTF_8), "increment", DeviceTarget.parse("x86_64"));
        String file = "/transfer/called-sites.ll";
        try (InputStream stream = CalledSitesTest.class.getResourceAsStream(file)) {
            String text =
                    writtenOut(new String(Objects.requireNonNull(stream, file).readAllBytes(), StandardCharsets.UTF_8));
            return PROGRAM.matcher(text).results().map(r -> r.group(1)).toList().stream()
                    .map(name -> DynamicTest.dynamicTest(name.replace('_', ' '), () -> check(text, name, image)));
        }
    }

    private static String writtenOut(String text) {
        return text.replaceAll("TEN_TIMES @(\\w+) \\{\n((?:  .*\n)*)}\n", TEN_TIMES)
                .replaceAll("WHERE_ODD @(\\w+)(\\(.*\\)) \\{\n((?:  .*\n)*)}\n", WHERE_ODD);
    }

    private static void check(String text, String name, DeviceImage image) {
        Left split = run(text, name, Transfers.SPLIT, image);
        Left resident = run(text, name, Transfers.RESIDENT, image);

        assertThat(resident.memory()).isEqualTo(split.memory());
        assertThat(resident.bytes()).isLessThanOrEqualTo(split.bytes());
        if (name.startsWith("saved")) {
            assertThat(resident.bytes()).isLessThanOrEqualTo(256);
        } else if (name.startsWith("kept")) {
            assertThat(resident.bytes()).isEqualTo(split.bytes());
        }
    }

    private static Left run(String text, String function, Transfers transfers, DeviceImage image) {
        OffloadOptions options = OffloadOptions.builder().transfers(transfers).build();
        String marked = text.replaceAll("LAUNCH_BYTES\\(([%\\w]+)\\)", "MARKED($1, 3)")
                .replaceAll("\\[ LAUNCH\n", "[ MARKED(64, 3)\n")
                .replaceAll("MARKED\\(([%\\w]+), (\\d)\\)", MARKS);
        try (TestModule module = TestModule.parse(options, marked)) {
            Lowering.with(options).embedding(image).lower(module.raw());
            EmbeddedOptions devices = EmbeddedOptions.defaults().withDevices(1).lenient();
            try (OffloadTestRun run = OffloadTestRun.builder().devices(devices).of(module.raw())) {
                int[] x = IntStream.range(0, 16).toArray();
                int[] y = IntStream.range(100, 116).toArray();
                run.call(function, x, y);
                return new Left(
                        Arrays.toString(x) + Arrays.toString(y),
                        run.trace().bytesIn() + run.trace().bytesOut());
            }
        }
    }
}
