package io.github.offload4j.irtests.fuzz;

import io.github.offload4j.irtests.fixture.KernelSource;
import io.github.offload4j.irtests.golden.GoldenModules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What mutations start from. */
final class Corpora {
    private static final String STACK = """
            %pair = type { i32, [3 x i64] }
            define internal i64 @pick(ptr byval(%pair) align 8 %from, i32 %i) noinline {
              %p = getelementptr %pair, ptr %from, i32 0, i32 1, i32 %i
              store i32 1, ptr %from
              %v = load i64, ptr %p
              ret i64 %v
            }
            define void @stack(ptr %x, i32 %n) "offload-kernel" {
              %slot = alloca %pair, align 8
              %saved = call ptr @llvm.stacksave.p0()
              call void @llvm.lifetime.start.p0(i64 32, ptr %slot)
              %many = alloca i32, i32 %n, align 4
              store i32 %n, ptr %many
              call void @llvm.memcpy.p0.p0.i64(ptr %slot, ptr %x, i64 32, i1 false)
              %v = call i64 @pick(ptr byval(%pair) align 8 %slot, i32 %n)
              store i64 %v, ptr %x
              call void @llvm.lifetime.end.p0(i64 32, ptr %slot)
              call void @llvm.stackrestore.p0(ptr %saved)
              ret void
            }
            declare ptr @llvm.stacksave.p0()
            declare void @llvm.stackrestore.p0(ptr)
            declare void @llvm.lifetime.start.p0(i64, ptr)
            declare void @llvm.lifetime.end.p0(i64, ptr)
            declare void @llvm.memcpy.p0.p0.i64(ptr, ptr, i64, i1)
            """;

    private static final String ATOMIC = """
            define void @order(ptr %x, i32 %n) "offload-kernel" {
              fence syncscope("agent") acq_rel
              %a = atomicrmw add ptr %x, i32 %n syncscope("workgroup") monotonic
              %b = atomicrmw fmax ptr %x, float 1.0 seq_cst
              %c = cmpxchg ptr %x, i64 0, i64 1 syncscope("block") acquire monotonic
              %d = load atomic i32, ptr %x syncscope("singlethread") acquire, align 4
              store atomic i64 1, ptr %x release, align 8
              ret void
            }
            """;

    private Corpora() {}

    /** Returns kernel modules. */
    static List<String> kernels() {
        List<String> all = new ArrayList<>(List.of(STACK, ATOMIC));
        all.addAll(GoldenModules.kernels().values());
        for (String name : List.of("pipeline", "stencil")) {
            all.add(new String(new KernelSource(name).bytes(), StandardCharsets.UTF_8));
        }
        return all;
    }

    /** Returns modules whose calls have been lowered, and what their authors got wrong in some. */
    static List<String> lowered() {
        List<String> all = new ArrayList<>(GoldenModules.lowered().values());
        try (Stream<Path> faults = Files.walk(folder("/faults"))) {
            faults.filter(file -> file.toString().endsWith(".ll"))
                    .sorted()
                    .map(Corpora::read)
                    .forEach(all::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    private static Path folder(String resource) {
        try {
            return Path.of(Corpora.class.getResource(resource).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
