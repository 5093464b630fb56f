package io.github.offload4j.irtests.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.offload4j.codegen.OffloadOptions;
import io.github.offload4j.codegen.abi.RuntimeAbi;
import io.github.offload4j.codegen.device.DeviceCompiler;
import io.github.offload4j.codegen.device.KernelsInHost;
import io.github.offload4j.codegen.image.DeviceImage;
import io.github.offload4j.codegen.image.DeviceTarget;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.lower.Lowering;
import io.github.offload4j.irtests.fixture.TestModule;
import io.github.offload4j.runtime.jit.OffloadJit;
import io.github.offload4j.runtime.jit.OffloadProgram;
import io.github.offload4j.runtime.jit.OffloadRuntime;
import io.github.offload4j.runtime.locate.RuntimeLocator;
import java.nio.file.Path;

/** Loads and closes one program with a device variable again and again: no copy has anything to do with an earlier one. */
final class DeviceVariablesProcess {
    private static final int PROGRAMS = 20;

    private static final String MODULE = """
            @count = internal global i64 5, section "offload.device"
            declare void @offload.data(...)
            define void @add(i64 %n) "offload-kernel" noinline {
              %before = load i64, ptr @count
              %after = add i64 %before, %n
              store i64 %after, ptr @count
              ret void
            }
            define i64 @run(i64 %n, i64 %device) {
              call void @add(i64 %n) [ "offload"(i1 false, i64 %device), "offload.grid"(i32 1, i32 1, i32 1),
                  "offload.block"(i32 1, i32 1, i32 1) ]
              call void (...) @offload.data(ptr @count) [ "offload.update"(i64 %device), "offload.map"(i32 0, i64 8, i64 2) ]
              %count = load i64, ptr @count
              ret i64 %count
            }
            """;

    private DeviceVariablesProcess() {}

    /**
     * Prints what two runs on each of two devices return, for each program.
     *
     * @param arguments the runtime's ABI, and the path of libomptarget
     */
    public static void main(String[] arguments) {
        OffloadOptions options = OffloadOptions.builder()
                .runtime(RuntimeAbi.fromOptionName(arguments[0]).orElseThrow())
                .build();
        byte[] module = program(options);
        try (OffloadRuntime runtime = OffloadRuntime.libomptarget(RuntimeLocator.ofThisProcess()
                .search(Path.of(arguments[1]))
                .chosen()
                .orElseThrow())) {
            for (int i = 0; i < PROGRAMS; i++) {
                try (OffloadProgram program = OffloadJit.on(runtime).build().load(module, "count")) {
                    StringBuilder line = new StringBuilder("counts");
                    for (long device : new long[] {0, 1, 0, 1}) {
                        line.append(' ').append(program.function("run").call(10L + device, device));
                    }
                    System.out.println(line);
                }
            }
        }
    }

    private static byte[] program(OffloadOptions options) {
        DeviceImage image =
                DeviceCompiler.create().compile(MODULE.getBytes(UTF_8), "count.ll", DeviceTarget.parse("x86_64"));
        try (TestModule module = TestModule.parse(options, MODULE)) {
            Lowering.with(options).embedding(image).lower(module.raw());
            try (IrModule view = new IrModule(module.raw())) {
                KernelsInHost.leaveToHost(view);
            }
            return module.text().getBytes(UTF_8);
        }
    }
}
