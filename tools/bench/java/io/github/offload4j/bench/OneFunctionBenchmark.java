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

/** One function, lowered, as it grows in sites and in arrays: resident transfers against split ones. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xmx4g", "-Dorg.bytedeco.javacpp.nopointergc=true"})
@Warmup(iterations = 5)
@Measurement(iterations = 5)
public class OneFunctionBenchmark {
    private static final String SITE = """
              call void @axpy(ptr %%x%d, ptr %%x%d) [ "offload"(i1 false, i64 0),
                "offload.grid"(i32 4, i32 1, i32 1), "offload.block"(i32 256, i32 1, i32 1),
                "offload.map"(i32 0, i64 64, i64 1), "offload.map"(i32 1, i64 64, i64 3) ]
            """;

    /** Sites and the arrays that they share, two at each site. */
    @Param({"500x2", "1000x2", "2000x2", "4000x2", "500x500", "1000x1000", "2000x2000"})
    public String size = "";

    /** How data travels. */
    @Param({"SPLIT", "RESIDENT"})
    public Transfers transfers = Transfers.SPLIT;

    private byte[] text = {};
    private OwnedModule module = OwnedModule.parse(text, "empty");

    /** Prints the function. */
    @Setup(Level.Trial)
    public void print() {
        String[] numbers = size.split("x", 2);
        int arrays = Integer.parseInt(numbers[1]);
        StringBuilder function = new StringBuilder();
        function.append("declare void @axpy(ptr, ptr) nounwind\ndefine void @f() nounwind {\n");
        for (int i = 0; i < arrays; i++) {
            function.append("  %x").append(i).append(" = alloca [16 x float]\n");
        }
        for (int i = 0; i < Integer.parseInt(numbers[0]); i++) {
            function.append(SITE.formatted(i % arrays, (i + 1) % arrays));
        }
        text = function.append("  ret void\n}\n").toString().getBytes(StandardCharsets.UTF_8);
        module.close();
    }

    /** Makes the module that an invocation works on. */
    @Setup(Level.Invocation)
    public void open() {
        module = OwnedModule.parse(text, "function");
    }

    /** Frees it. */
    @TearDown(Level.Invocation)
    public void close() {
        module.close();
    }

    /** Lowers the function, and returns how many sites it had. */
    @Benchmark
    public int lower() {
        OffloadOptions options = OffloadOptions.builder().transfers(transfers).build();
        return Lowering.with(options).withoutCopy().lower(module.module().raw());
    }
}
