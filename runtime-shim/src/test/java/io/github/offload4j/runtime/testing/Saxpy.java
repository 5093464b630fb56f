package io.github.offload4j.runtime.testing;

import io.github.offload4j.codegen.OffloadCall;
import io.github.offload4j.codegen.OffloadOptions;
import io.github.offload4j.codegen.abi.RuntimeAbi;
import io.github.offload4j.codegen.device.DeviceCompiler;
import io.github.offload4j.codegen.diagnostic.SourceLocation;
import io.github.offload4j.codegen.image.DeviceImage;
import io.github.offload4j.codegen.image.DeviceTarget;
import io.github.offload4j.codegen.signature.Access;
import io.github.offload4j.codegen.signature.Extent;
import io.github.offload4j.codegen.signature.LaunchBounds;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** {@code y = a * x + y} on 4 blocks of 64 threads, the program that most tests run. */
public final class Saxpy {
    public static final int LENGTH = 256;

    private static final String KERNEL = """
            declare i32 @offload.thread.id(i32)
            declare i32 @offload.block.id(i32)
            declare i32 @offload.block.size(i32)

            define void @saxpy(i64 %n, float %a, ptr %x, ptr %y) "offload-kernel" {
              %thread = call i32 @offload.thread.id(i32 0)
              %block = call i32 @offload.block.id(i32 0)
              %size = call i32 @offload.block.size(i32 0)
              %before = mul i32 %block, %size
              %index = add i32 %before, %thread
              %i = zext i32 %index to i64
              %inside = icmp ult i64 %i, %n
              br i1 %inside, label %work, label %done
            work:
              %xi = getelementptr float, ptr %x, i64 %i
              %yi = getelementptr float, ptr %y, i64 %i
              %xv = load float, ptr %xi
              %yv = load float, ptr %yi
              %product = fmul float %a, %xv
              %sum = fadd float %product, %yv
              store float %sum, ptr %yi
              br label %done
            done:
              ret void
            }
            """;

    private static final String HOST = """
            declare void @saxpy(i64, float, ptr, ptr)

            define void @run_saxpy(i64 %n, float %a, ptr %x, ptr %y) {
              ret void
            }
            """;

    private static final DeviceImage IMAGE = compile(KERNEL);

    private Saxpy() {}

    public static DeviceImage image() {
        return IMAGE;
    }

    public static DeviceImage compile(String kernels) {
        return compile(kernels, RuntimeAbi.LLVM_22);
    }

    private static DeviceImage compile(String kernels, RuntimeAbi runtime) {
        return compile(kernels, runtime, "x86_64");
    }

    private static DeviceImage compile(String kernels, RuntimeAbi runtime, String target) {
        return DeviceCompiler.create()
                .forRuntime(runtime)
                .compile(kernels.getBytes(StandardCharsets.UTF_8), "kernels.ll", DeviceTarget.parse(target));
    }

    /** Returns the kernel for another machine than that of the tests. */
    public static DeviceImage imageFor(String target) {
        return compile(KERNEL, RuntimeAbi.LLVM_22, target);
    }

    /** Returns the module that defines {@code run_saxpy}. */
    public static byte[] module(OffloadOptions options) {
        RuntimeAbi runtime = options.runtime();
        return module(options, List.of(runtime.takes(IMAGE.form(), true) ? IMAGE : compile(KERNEL, runtime)));
    }

    /** Returns the module that defines {@code run_saxpy}, with such images in it. */
    public static byte[] module(OffloadOptions options, List<DeviceImage> images) {
        return TestModule.emit(HOST, options, (offload, module) -> {
            images.forEach(offload::embed);
            offload.call(
                    module.at("run_saxpy"),
                    OffloadCall.to(module.function("saxpy"))
                            .value(module.parameter("run_saxpy", 0))
                            .value(module.parameter("run_saxpy", 1))
                            .map(
                                    module.parameter("run_saxpy", 2),
                                    Access.TO,
                                    Extent.count(module.parameter("run_saxpy", 0), "float"))
                            .map(
                                    module.parameter("run_saxpy", 3),
                                    Access.TOFROM,
                                    Extent.count(module.parameter("run_saxpy", 0), "float"))
                            .launch(LaunchBounds.of(4, 64))
                            .at(new SourceLocation("saxpy.yaml", 7, 12))
                            .build());
        });
    }

    public static float[] iota() {
        float[] values = new float[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            values[i] = i;
        }
        return values;
    }

    public static float[] constant(float value) {
        float[] values = new float[LENGTH];
        java.util.Arrays.fill(values, value);
        return values;
    }

    /** Returns {@code a * i + y} for every i. */
    public static float[] expected(float a, float y) {
        float[] values = new float[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            values[i] = a * i + y;
        }
        return values;
    }
}
