package io.github.offload4j.bench;

import io.github.offload4j.codegen.OffloadOptions;
import io.github.offload4j.codegen.ir.OwnedModule;
import io.github.offload4j.codegen.lower.Lowering;
import io.github.offload4j.codegen.option.Transfers;
import java.nio.charset.StandardCharsets;
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

/** Functions with a site each, lowered with resident transfers: that nobody calls, and that others call, a hundred each. */
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

    /** Functions with a site. */
    @Param({"500", "1000", "2000"})
    public int functions;

    /** Whether each is called. */
    @Param({"false", "true"})
    public boolean called;

    private byte[] text = {};
    private OwnedModule module = OwnedModule.parse(text, "empty");

    /** Prints the functions. */
    @Setup(Level.Trial)
    public void print() {
        StringBuilder printed = new StringBuilder("declare void @axpy(ptr, ptr) nounwind\n");
        for (int i = 0; i < functions; i++) {
            printed.append(FUNCTION.formatted(i));
        }
        for (int first = 0; called && first < functions; first += CALLS) {
            printed.append("define void @g").append(first).append("(ptr noalias %x, ptr noalias %y) nounwind {\n");
            for (int i = first; i < first + CALLS; i++) {
                printed.append("  call void @f").append(i).append("(ptr %x, ptr %y)\n");
            }
            printed.append("  ret void\n}\n");
        }
        text = printed.toString().getBytes(StandardCharsets.UTF_8);
        module.close();
    }

    /** Makes the module that an invocation works on. */
    @Setup(Level.Invocation)
    public void open() {
        module = OwnedModule.parse(text, "functions");
    }

    /** Frees it. */
    @TearDown(Level.Invocation)
    public void close() {
        module.close();
    }

    /** Lowers the functions, and returns how many sites it had. */
    @Benchmark
    public int lower() {
        OffloadOptions options =
                OffloadOptions.builder().transfers(Transfers.RESIDENT).build();
        return Lowering.with(options).withoutCopy().lower(module.module().raw());
    }
}
