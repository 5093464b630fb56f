package io.github.offload4j.bench;

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

/** One module, emitted and verified, as it grows in sites and in arguments: the time has to grow no faster. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xmx4g", "-Dorg.bytedeco.javacpp.nopointergc=true"})
@Warmup(iterations = 5)
@Measurement(iterations = 5)
public class ScalingBenchmark {
    /** Sites and the pointers of each. */
    @Param({"1000x3", "10000x3", "100000x3", "1000x16", "1000x64", "1000x255"})
    public String size = "";

    private String text = "";
    private int pointers;
    private HostFunctions host = new HostFunctions("");

    /** Prints the module before any site. */
    @Setup(Level.Trial)
    public void print() {
        String[] numbers = size.split("x", 2);
        pointers = Integer.parseInt(numbers[1]);
        text = HostFunctions.text(Integer.parseInt(numbers[0]), pointers);
    }

    /** Makes the module that an invocation works on. */
    @Setup(Level.Invocation)
    public void open() {
        host = new HostFunctions(text);
    }

    /** Frees it. */
    @TearDown(Level.Invocation)
    public void close() {
        host.close();
    }

    /** By the library. */
    @Benchmark
    public void offload4j() {
        OffloadEmitter.emit(host, pointers);
    }

    /** By LLVM's C interface. */
    @Benchmark
    public void raw() {
        RawEmitter.emit(host, pointers);
    }
}
