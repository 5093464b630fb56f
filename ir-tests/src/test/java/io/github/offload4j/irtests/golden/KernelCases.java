package io.github.offload4j.irtests.golden;

import static io.github.offload4j.irtests.golden.Sites.ONE;
import static io.github.offload4j.irtests.golden.Sites.kernel;

import io.github.offload4j.codegen.OffloadCall;
import io.github.offload4j.codegen.signature.Access;
import io.github.offload4j.codegen.signature.Device;
import io.github.offload4j.codegen.signature.Dimension;
import io.github.offload4j.codegen.signature.Dimensions;
import io.github.offload4j.codegen.signature.Extent;
import io.github.offload4j.codegen.signature.LaunchBounds;
import io.github.offload4j.irtests.fixture.TestFunction;
import java.util.List;

/** Launches: their bounds, devices and callees. */
final class KernelCases {
    private KernelCases() {}

    static List<GoldenCase> all() {
        GoldenFolder kernels = new GoldenFolder("kernel");
        addArguments(kernels);
        addBounds(kernels);
        addDevices(kernels);
        addCallees(kernels);
        return kernels.cases();
    }

    private static void addArguments(GoldenFolder kernels) {
        kernels.add("no-arguments", "is a launch without arguments a single call?", module -> {
            module.define("void @run()");
            module.call(kernel("k"));
        });
        kernels.add("sixteen-arguments", "does every argument keep its place?", module -> {
            TestFunction run = module.define("void @run(ptr nonnull %x, i32 %n)");
            OffloadCall.Builder call = kernel("k");
            for (int i = 0; i < 8; i++) {
                call.map(run.parameter("x"), Access.TOFROM, Extent.bytes(8)).value(run.parameter("n"));
            }
            module.call(call);
        });
        kernels.add("device-pointer", "is a device pointer passed without being mapped?", module -> {
            TestFunction run = module.define("void @run(ptr nonnull %x, ptr %work)");
            module.call(kernel("k")
                    .map(run.parameter("x"), Access.TO, Extent.bytes(8))
                    .devicePointer(run.parameter("work")));
        });
        kernels.add("resident", "is a launch on values and device pointers one call?", module -> {
            TestFunction run = module.define("void @run(ptr %work, i64 %n)");
            module.offload().kernel("k").launch(module.builder(), ONE, run.parameter("work"), run.parameter("n"));
        });
    }

    private static void addBounds(GoldenFolder kernels) {
        kernels.add("grid-constant", "are constant sizes in three dimensions constants in the struct?", module -> {
            module.define("void @run()");
            module.call(
                    OffloadCall.toKernel("k").launch(LaunchBounds.of(Dimensions.of(5, 4, 3), Dimensions.of(32, 2, 1))));
        });
        kernels.add("grid-computed", "does a computed grid launch nothing when it is empty?", module -> {
            TestFunction run = module.define("void @run(i32 %blocks)");
            module.call(OffloadCall.toKernel("k").launch(LaunchBounds.of(run.parameter("blocks"), 128)));
        });
        kernels.add("grid-wide", "does a 64-bit grid beyond 32 bits stay too large?", module -> {
            TestFunction run = module.define("void @run(i64 %blocks)");
            module.call(OffloadCall.toKernel("k").launch(LaunchBounds.of(run.parameter("blocks"), 128)));
        });
        kernels.add("grid-narrow", "is a narrow grid widened as a signed number?", module -> {
            TestFunction run = module.define("void @run(i16 %blocks)");
            module.call(OffloadCall.toKernel("k").launch(LaunchBounds.of(run.parameter("blocks"), 128)));
        });
        kernels.add("bounds-computed", "may every size be computed?", module -> {
            TestFunction run = module.define("void @run(i32 %gx, i32 %gy, i32 %bx, i32 %bz, i32 %bytes)");
            Dimensions grid = new Dimensions(
                    Dimension.of(run.parameter("gx")), Dimension.of(run.parameter("gy")), Dimension.of(7));
            Dimensions block =
                    new Dimensions(Dimension.of(run.parameter("bx")), Dimension.ONE, Dimension.of(run.parameter("bz")));
            module.call(OffloadCall.toKernel("k")
                    .launch(LaunchBounds.of(grid, block).withShared(run.parameter("bytes"))));
        });
        kernels.add("shared-constant", "is a constant size of shared memory in the struct?", module -> {
            module.define("void @run()");
            module.call(OffloadCall.toKernel("k").launch(ONE.withShared(4096)));
        });
        kernels.add("shared-computed", "does shared memory beyond 32 bits stay too large?", module -> {
            TestFunction run = module.define("void @run(i64 %bytes)");
            module.call(OffloadCall.toKernel("k").launch(ONE.withShared(run.parameter("bytes"))));
        });
    }

    private static void addDevices(GoldenFolder kernels) {
        kernels.add("device-constant", "does a chosen device reach every call?", module -> {
            TestFunction run = module.define("void @run(ptr nonnull %x)");
            module.call(kernel("k")
                    .map(run.parameter("x"), Access.TO, Extent.bytes(8))
                    .device(Device.of(1)));
        });
        kernels.add("device-computed", "does -1 stand for the default device when the program runs?", module -> {
            TestFunction run = module.define("void @run(ptr nonnull %x, i32 %device)");
            module.call(kernel("k")
                    .map(run.parameter("x"), Access.TO, Extent.bytes(8))
                    .device(Device.of(run.parameter("device"))));
        });
        kernels.add("device-default", "is the default device looked up once?", module -> {
            TestFunction run = module.define("void @run(ptr nonnull %x)");
            module.call(kernel("k")
                    .map(run.parameter("x"), Access.TO, Extent.bytes(8))
                    .device(Device.of(-1)));
        });
    }

    private static void addCallees(GoldenFolder kernels) {
        kernels.add("declared", "may the kernel be a function that the module declares?", module -> {
            TestFunction run = module.define("void @run(ptr nonnull %x, float %a)");
            module.call(OffloadCall.to(module.declare("void @saxpy(float, ptr)"))
                    .launch(ONE)
                    .value(run.parameter("a"))
                    .map(run.parameter("x"), Access.TOFROM, Extent.bytes(8)));
        });
        kernels.add("fallback", "does a refused launch call the fallback with the original arguments?", module -> {
            TestFunction run = module.define("void @run(ptr nonnull %x, i16 %n)");
            module.call(kernel("k")
                    .map(run.parameter("x"), Access.TOFROM, Extent.bytes(8))
                    .value(run.parameter("n"))
                    .fallback(module.declare("void @on_host(ptr, i16)")));
        });
        kernels.add("fallback-shared", "do two sites share what calls one fallback?", module -> {
            TestFunction run = module.define("void @run(ptr nonnull %x)");
            OffloadCall.Builder call = kernel("k")
                    .map(run.parameter("x"), Access.TOFROM, Extent.bytes(8))
                    .fallback(module.declare("void @on_host(ptr)"));
            module.call(call);
            module.call(call);
        });
    }
}
