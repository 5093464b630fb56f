package io.github.offload4j.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.offload4j.codegen.OffloadOptions;
import io.github.offload4j.codegen.device.DeviceCompiler;
import io.github.offload4j.codegen.image.DeviceImage;
import io.github.offload4j.codegen.image.DeviceTarget;
import io.github.offload4j.codegen.ir.ModuleWriter;
import io.github.offload4j.codegen.ir.OwnedModule;
import io.github.offload4j.codegen.lower.Lowering;
import io.github.offload4j.runtime.jit.OffloadJit;
import io.github.offload4j.runtime.jit.OffloadProgram;
import io.github.offload4j.runtime.jit.OffloadRuntime;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A program with many kernels, each launched once by one function: from the module to that function's address. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xmx4g", "-Dorg.bytedeco.javacpp.nopointergc=true"})
@Warmup(iterations = 3)
@Measurement(iterations = 10)
public class LoadBenchmark {
    /** How many. */
    @Param({"50", "100", "200", "400"})
    public int kernels;

    private byte[] program = {};

    /** Compiles the image, and lowers the launches. */
    @Setup
    public void prepare() {
        StringBuilder bodies = new StringBuilder("""
                declare i32 @offload.thread.id(i32)
                declare i32 @offload.block.id(i32)
                declare i32 @offload.block.size(i32)
                """);
        StringBuilder declarations = new StringBuilder("target triple = \"x86_64-unknown-linux-gnu\"\n");
        StringBuilder calls = new StringBuilder();
        for (int i = 0; i < kernels; i++) {
            bodies.append("""
                    define void @k%d(i64 %%n, ptr %%x, ptr %%y) "offload-kernel" {
                      %%t = call i32 @offload.thread.id(i32 0)
                      %%b = call i32 @offload.block.id(i32 0)
                      %%s = call i32 @offload.block.size(i32 0)
                      %%m = mul i32 %%b, %%s
                      %%i = add i32 %%m, %%t
                      %%j = zext i32 %%i to i64
                      %%c = icmp ult i64 %%j, %%n
                      br i1 %%c, label %%in, label %%out
                    in:
                      %%p = getelementptr float, ptr %%x, i64 %%j
                      %%q = getelementptr float, ptr %%y, i64 %%j
                      %%v = load float, ptr %%p
                      %%w = fadd float %%v, 1.0
                      store float %%w, ptr %%q
                      br label %%out
                    out:
                      ret void
                    }
                    """.formatted(i));
            declarations.append("declare void @k%d(i64, ptr, ptr)\n".formatted(i));
            calls.append("""
                      call void @k%d(i64 %%n, ptr %%x, ptr %%y) [ "offload"(i1 false, i64 -1),
                        "offload.grid"(i32 1, i32 1, i32 1), "offload.block"(i32 256, i32 1, i32 1),
                        "offload.map"(i32 1, i64 %%bytes, i64 1), "offload.map"(i32 2, i64 %%bytes, i64 3) ]
                    """.formatted(i));
        }
        String host = declarations + "define void @big(i64 %n, ptr %x, ptr %y) {\n  %bytes = mul i64 %n, 4\n" + calls
                + "  ret void\n}\n";
        DeviceImage image = DeviceCompiler.create()
                .compile(bodies.toString().getBytes(UTF_8), "kernels.ll", DeviceTarget.parse("x86_64"));
        try (OwnedModule module = OwnedModule.parse(host.getBytes(UTF_8), "host.ll")) {
            Lowering.with(OffloadOptions.defaults())
                    .embedding(image)
                    .lower(module.module().raw());
            program = ModuleWriter.bitcode(module.module().raw());
        }
    }

    /** Loads the program, and compiles the function. */
    @Benchmark
    public Object load() {
        try (OffloadRuntime runtime = OffloadRuntime.embedded();
                OffloadProgram loaded = OffloadJit.on(runtime).build().load(program, "program")) {
            return loaded.function("big").name();
        }
    }
}
