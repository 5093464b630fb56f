package io.github.offload4j.bench;

import io.github.offload4j.codegen.OffloadOptions;
import io.github.offload4j.codegen.ir.OwnedModule;
import io.github.offload4j.codegen.lower.Lowering;
import io.github.offload4j.codegen.option.Transfers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Functions with a site each, lowered with resident transfers: that nobody calls, and that others call, a hundred each; all of
 * them in one module, a hundred and their caller in a module, and one in a module.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xmx4g", "-Dorg.bytedeco.javacpp.nopointergc=true"})
@Warmup(iterations = 5)
@Measurement(iterations = 5)
public class ManyFunctionsBenchmark {
    private static final String FUNCTION = """
            define void @f%d(ptr noalias %%x, ptr noalias %%y) nounwind {
              call void @axpy(ptr %%x, ptr %%y) [ "offload"(i1 false, i64 0),
                "offload.grid"(i32 4, i32 1, i32 1), "offload.block"(i32 256, i32 1, i32 1),
                "offload.map"(i32 0, i64 64, i64 1), "offload.map"(i32 1, i64 64, i64 3) ]
              ret void
            }
            """;

    private static final int CALLS = 100;

    /** How many functions a module has. */
    public enum Size {
        /** All. */
        ALL,
        /** As many as one calls. */
        HUNDRED,
        /** One, which nobody in the module calls. */
        ONE
    }

    /** Functions with a site. */
    @Param({"500", "1000", "2000"})
    public int functions;

    /** Whether each is called. */
    @Param({"false", "true"})
    public boolean called;

    /** How they are shared out. */
    @Param({"ALL", "HUNDRED", "ONE"})
    public Size size;

    private final List<byte[]> texts = new ArrayList<>();
    private final List<OwnedModule> modules = new ArrayList<>();

    /** Prints the functions. */
    @Setup(Level.Trial)
    public void print() {
        int each = switch (size) {
            case ALL -> functions;
            case HUNDRED -> CALLS;
            case ONE -> 1;
        };
        for (int first = 0; first < functions; first += each) {
            texts.add(print(first, each).getBytes(StandardCharsets.UTF_8));
        }
    }

    private String print(int begin, int each) {
        StringBuilder printed = new StringBuilder("declare void @axpy(ptr, ptr) nounwind\n");
        for (int i = begin; i < begin + each; i++) {
            printed.append(FUNCTION.formatted(i));
        }
        for (int first = begin; called && each > 1 && first < begin + each; first += CALLS) {
            printed.append("define void @g").append(first).append("(ptr noalias %x, ptr noalias %y) nounwind {\n");
            for (int i = first; i < first + CALLS; i++) {
                printed.append("  call void @f").append(i).append("(ptr %x, ptr %y)\n");
            }
            printed.append("  ret void\n}\n");
        }
        return printed.toString();
    }

    /** Makes the modules that an invocation works on. */
    @Setup(Level.Invocation)
    public void open() {
        texts.forEach(text -> modules.add(OwnedModule.parse(text, "functions")));
    }

    /** Frees them. */
    @TearDown(Level.Invocation)
    public void close() {
        modules.forEach(OwnedModule::close);
        modules.clear();
    }

    /** Lowers the functions, and returns how many sites it had. */
    @Benchmark
    public int lower() {
        OffloadOptions options =
                OffloadOptions.builder().transfers(Transfers.RESIDENT).build();
        int sites = 0;
        for (OwnedModule module : modules) {
            sites += Lowering.with(options).withoutCopy().lower(module.module().raw());
        }
        return sites;
    }
}
