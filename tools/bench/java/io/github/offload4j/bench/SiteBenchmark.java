package io.github.offload4j.bench;

import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Sites a second, emitted and verified: kernel mode, three mapped pointers; ours, and the raw calls for the same IR. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(value = 2, jvmArgsAppend = "-Dorg.bytedeco.javacpp.nopointergc=true")
@Warmup(iterations = 12, time = 2)
@Measurement(iterations = 5, time = 2)
public class SiteBenchmark {
    private static final int SITES = 1000;
    private static final int POINTERS = 3;
    private static final String TEXT = HostFunctions.text(SITES, POINTERS);
    private static final Pattern SITE = Pattern.compile("(?ms)^define void @f\\d+\\(.*?^}");

    private HostFunctions host = new HostFunctions("");

    /** Checks that both emit the same. */
    @Setup(Level.Trial)
    public void compare() {
        try (HostFunctions ours = new HostFunctions(HostFunctions.text(2, POINTERS));
                HostFunctions raw = new HostFunctions(HostFunctions.text(2, POINTERS))) {
            OffloadEmitter.emit(ours, POINTERS);
            RawEmitter.emit(raw, POINTERS);
            if (!sites(ours).equals(sites(raw))) {
                throw new IllegalStateException("the baseline differs:\n" + sites(ours) + "\n" + sites(raw));
            }
        }
    }

    private static String sites(HostFunctions module) {
        return SITE.matcher(module.text()).results().map(r -> r.group()).collect(Collectors.joining("\n"));
    }

    /** Makes the module that an invocation works on. */
    @Setup(Level.Invocation)
    public void open() {
        host = new HostFunctions(TEXT);
    }

    /** Frees it. */
    @TearDown(Level.Invocation)
    public void close() {
        host.close();
    }

    /** By the library. */
    @Benchmark
    @OperationsPerInvocation(SITES)
    public void offload4j() {
        OffloadEmitter.emit(host, POINTERS);
    }

    /** By LLVM's C interface. */
    @Benchmark
    @OperationsPerInvocation(SITES)
    public void raw() {
        RawEmitter.emit(host, POINTERS);
    }
}
