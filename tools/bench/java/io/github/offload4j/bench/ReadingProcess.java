package io.github.offload4j.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.bytedeco.llvm.global.LLVM.LLVMContextCreate;
import static org.bytedeco.llvm.global.LLVM.LLVMContextDispose;
import static org.bytedeco.llvm.global.LLVM.LLVMDisposeModule;

import io.github.offload4j.codegen.dialect.Content;
import io.github.offload4j.codegen.dialect.NewerText;
import io.github.offload4j.codegen.ir.ModuleReader;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import org.bytedeco.llvm.LLVM.LLVMContextRef;

/**
 * How long the rewriting of a newer LLVM's text takes, beside LLVM's parsing of what comes out: in processor time of this
 * process, since a shared machine's clock says little of either.
 */
public final class ReadingProcess {
    private static final int FUNCTION_LINES = 60;
    private static final double MEGA = 1e6;

    private ReadingProcess() {}

    /**
     * Runs.
     *
     * @param arguments the megabytes of text, and the rounds
     */
    public static void main(String[] arguments) {
        int megabytes = Integer.parseInt(arguments[0]);
        int rounds = Integer.parseInt(arguments[1]);
        byte[] newer = text(megabytes * (int) MEGA);
        ByteArrayOutputStream written = new ByteArrayOutputStream(newer.length);
        NewerText.read(Content.of(newer), written::write);
        byte[] older = written.toByteArray();
        double[] rewriting = new double[rounds];
        double[] passing = new double[rounds];
        double[] parsing = new double[rounds];
        for (int i = 0; i < rounds; i++) {
            rewriting[i] = seconds(() -> read(newer));
            passing[i] = seconds(() -> read(older));
            parsing[i] = seconds(() -> parse(older)) - passing[i];
        }
        System.out.printf(
                Locale.ROOT,
                "| %.0f MB, %d rounds | median seconds | of LLVM's |%n| --- | --- | --- |%n",
                newer.length / MEGA,
                rounds);
        row("text of LLVM 22, rewritten", median(rewriting), median(parsing));
        row("the same of LLVM 20, passed on", median(passing), median(parsing));
        row("LLVM parses it", median(parsing), median(parsing));
        long held = heap();
        NewerText kept = read(newer);
        double grown = (heap() - held) / MEGA;
        System.out.printf(Locale.ROOT, "%nHeld for %d changes: %.1f MB%n", changes(kept), grown);
    }

    private static NewerText read(byte[] text) {
        return NewerText.read(Content.of(text), (bytes, offset, length) -> {});
    }

    private static int changes(NewerText text) {
        return text.used().values().stream().mapToInt(Integer::intValue).sum();
    }

    private static void row(String what, double seconds, double baseline) {
        System.out.printf(Locale.ROOT, "| %s | %.3f | %.3f |%n", what, seconds, seconds / baseline);
    }

    private static long heap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static void parse(byte[] text) {
        LLVMContextRef context = LLVMContextCreate();
        LLVMDisposeModule(ModuleReader.parse(context, text, "bench"));
        LLVMContextDispose(context);
    }

    private static double seconds(Runnable work) {
        Duration begin = processorTime();
        work.run();
        return processorTime().minus(begin).toNanos() / 1e9;
    }

    /** Of all threads: LLVM parses long inputs in one of its own. */
    private static Duration processorTime() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow();
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }

    /** Returns what clang 22 makes of optimised C with debug information, as far as the rules have to do with it. */
    private static byte[] text(int size) {
        StringBuilder text = new StringBuilder(size + (1 << 16));
        StringBuilder locations = new StringBuilder(size / 2);
        int number = 10;
        for (int i = 0; text.length() + locations.length() < size; i++) {
            text.append("define void @f").append(i).append("(ptr captures(none) %x, ptr noalias %y) !dbg !3 {\n");
            text.append("  %slot = alloca [16 x i8], align 16\n");
            text.append("  call void @llvm.lifetime.start.p0(ptr %slot), !dbg !4\n");
            for (int line = 0; line < FUNCTION_LINES; line++) {
                number++;
                text.append("  %p").append(line).append(" = getelementptr inbounds nuw float, ptr %x, i64 ");
                text.append(line).append(", !dbg !").append(number).append('\n');
                text.append("  %v").append(line).append(" = load float, ptr %p").append(line);
                text.append(", align 4, !dbg !").append(number).append('\n');
                text.append("  store float %v")
                        .append(line)
                        .append(", ptr %y, align 4, !dbg !")
                        .append(number);
                text.append('\n');
                locations
                        .append('!')
                        .append(number)
                        .append(" = !DILocation(line: ")
                        .append(line + 1);
                locations
                        .append(", column: 7, scope: !3")
                        // in C every second location belongs to a key instruction, in C++ every fourth
                        .append(line % 2 == 0 ? ", atomGroup: " + line + ", atomRank: 2)\n" : ")\n");
            }
            text.append("  call void @llvm.lifetime.end.p0(ptr %slot), !dbg !4\n  ret void, !dbg !4\n}\n");
        }
        text.append("""
                declare void @llvm.lifetime.start.p0(ptr captures(none)) #0
                declare void @llvm.lifetime.end.p0(ptr captures(none)) #0
                attributes #0 = { nocallback nocreateundeforpoison nofree nosync nounwind willreturn memory(argmem: readwrite) }
                !llvm.dbg.cu = !{!0}
                !llvm.module.flags = !{!2}
                !0 = distinct !DICompileUnit(language: DW_LANG_C11, file: !1, emissionKind: FullDebug)
                !1 = !DIFile(filename: "f.c", directory: "/")
                !2 = !{i32 2, !"Debug Info Version", i32 3}
                !3 = distinct !DISubprogram(name: "f", file: !1, line: 1, type: !5, unit: !0, keyInstructions: true)
                !4 = !DILocation(line: 1, column: 1, scope: !3)
                !5 = !DISubroutineType(types: !6)
                !6 = !{null}
                """);
        return text.append(locations).toString().getBytes(UTF_8);
    }
}
