package io.github.offload4j.bench;

import io.github.offload4j.codegen.device.DeviceCode;
import io.github.offload4j.codegen.device.DeviceCompiler;
import io.github.offload4j.codegen.image.DeviceTarget;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A kernel module as PTX, before ptxas: what NVIDIA's libdevice costs, beside functions that LLVM needs no library for. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xmx4g", "-Dorg.bytedeco.javacpp.nopointergc=true"})
@Warmup(iterations = 20)
@Measurement(iterations = 20)
public class LibdeviceBenchmark {
    private static final DeviceTarget TARGET = DeviceTarget.parse("nvptx64:sm_90");

    /** What the kernel calls: nothing of the library, one function, or eight. */
    @Param({"sqrt", "exp", "sin,cos,exp,log,pow,tgamma,erf,cbrt"})
    public String functions = "";

    /** Compiles a kernel, and returns the length of its PTX. */
    @Benchmark
    public int compile() {
        StringBuilder body = new StringBuilder();
        StringBuilder declarations = new StringBuilder();
        String value = "%v";
        for (String function : functions.split(",")) {
            boolean two = function.equals("pow");
            declarations.append("declare double @%s(double%s)\n".formatted(function, two ? ", double" : ""));
            body.append("  %%%s = call double @%s(double %s%s)\n"
                    .formatted(function, function, value, two ? ", double %v" : ""));
            value = "%" + function;
        }
        String kernel = """
                %sdefine void @k(ptr %%x) "offload-kernel" {
                  %%v = load double, ptr %%x
                %s  store double %s, ptr %%x
                  ret void
                }
                """.formatted(declarations, body, value);
        try (DeviceCode code =
                DeviceCompiler.create().lower(kernel.getBytes(StandardCharsets.UTF_8), "kernel.ll", TARGET)) {
            return code.assembly().length();
        }
    }
}
