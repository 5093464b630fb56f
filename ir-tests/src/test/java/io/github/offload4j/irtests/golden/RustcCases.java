package io.github.offload4j.irtests.golden;

import static io.github.offload4j.irtests.golden.Sites.ONE;
import static io.github.offload4j.irtests.golden.Sites.RUSTC;
import static io.github.offload4j.irtests.golden.Sites.hostCall;
import static io.github.offload4j.irtests.golden.Sites.kernel;

import io.github.offload4j.codegen.OffloadCall;
import io.github.offload4j.codegen.signature.Access;
import io.github.offload4j.codegen.signature.Device;
import io.github.offload4j.codegen.signature.Dimension;
import io.github.offload4j.codegen.signature.Dimensions;
import io.github.offload4j.codegen.signature.Extent;
import io.github.offload4j.codegen.signature.LaunchBounds;
import io.github.offload4j.irtests.fixture.TestFunction;
import io.github.offload4j.irtests.fixture.TestModule;
import java.util.List;
import java.util.function.Consumer;

/** The shape that rustc emits. */
final class RustcCases {
    private RustcCases() {}

    static List<GoldenCase> all() {
        GoldenFolder rustc = new GoldenFolder("rustc");
        add(rustc, "references", "how are a shared and a mutable reference offloaded?", module -> {
            TestFunction run = module.define("void @run(ptr %x, ptr %y)");
            module.call(kernel("k")
                    .map(run.parameter("x"), Access.TO, Extent.of("[256 x float]"))
                    .map(run.parameter("y"), Access.TOFROM, Extent.of("[256 x float]")));
        });
        add(rustc, "slices", "how are slices offloaded?", module -> {
            TestFunction run = module.define("void @run(ptr %v, i64 %n, ptr %w, i64 %m)");
            module.call(kernel("k")
                    .slice(run.parameter("v"), run.parameter("n"), Access.TO, "float")
                    .slice(run.parameter("w"), run.parameter("m"), Access.TOFROM, "i8"));
        });
        add(rustc, "scalars", "how are numbers offloaded?", module -> {
            TestFunction run = module.define("void @run(i1 %a, i8 %b, i32 %c, i64 %d, half %e, float %f, double %g)");
            OffloadCall.Builder call = kernel("k");
            List.of("a", "b", "c", "d", "e", "f", "g").forEach(name -> call.value(run.parameter(name)));
            module.call(call);
        });
        add(rustc, "no-arguments", "what remains of a launch without arguments?", module -> {
            module.define("void @run()");
            module.call(kernel("k"));
        });
        add(rustc, "grid", "how do three computed dimensions reach the launch?", module -> {
            TestFunction run = module.define("void @run(i32 %x, i32 %y, i32 %z, i32 %bytes)");
            Dimensions grid = new Dimensions(
                    Dimension.of(run.parameter("x")),
                    Dimension.of(run.parameter("y")),
                    Dimension.of(run.parameter("z")));
            module.call(OffloadCall.toKernel("k")
                    .launch(LaunchBounds.of(grid, Dimensions.of(32, 4, 2)).withShared(run.parameter("bytes"))));
        });
        add(rustc, "device", "which calls of a site get a chosen device?", module -> {
            TestFunction run = module.define("void @run(ptr %x, i32 %device)");
            module.call(kernel("k")
                    .map(run.parameter("x"), Access.TOFROM, Extent.bytes(8))
                    .device(Device.of(run.parameter("device"))));
        });
        add(rustc, "two-kernels", "what do two kernels share?", module -> {
            TestFunction run = module.define("void @run(ptr %x)");
            module.call(kernel("first").map(run.parameter("x"), Access.TOFROM, Extent.bytes(8)));
            module.call(kernel("second").map(run.parameter("x"), Access.TO, Extent.bytes(8)));
        });
        add(rustc, "same-kernel-twice", "what do two launches of one kernel share?", module -> {
            TestFunction run = module.define("void @run(ptr %x)");
            module.call(kernel("k").map(run.parameter("x"), Access.TOFROM, Extent.bytes(8)));
            module.call(kernel("k").map(run.parameter("x"), Access.TOFROM, Extent.bytes(8)));
        });
        add(rustc, "host", "how does a host function get device pointers?", module -> {
            TestFunction run = module.define("void @run(ptr %a, ptr %x, ptr %y)");
            module.call(hostCall(module.declare("void @gemv(ptr, ptr, ptr)"))
                    .map(run.parameter("a"), Access.TOFROM, Extent.of("[6 x float]"))
                    .map(run.parameter("x"), Access.TOFROM, Extent.of("[3 x float]"))
                    .map(run.parameter("y"), Access.TOFROM, Extent.of("[2 x float]")));
        });
        add(rustc, "declared", "may the kernel be declared?", module -> {
            TestFunction run = module.define("void @run(ptr %x)");
            module.call(OffloadCall.to(module.declare("void @k(ptr)"))
                    .launch(ONE)
                    .map(run.parameter("x"), Access.TOFROM, Extent.bytes(8)));
        });
        add(rustc, "no-sites", "what is declared before anything is offloaded?", TestModule::offload);
        return rustc.cases();
    }

    private static void add(GoldenFolder rustc, String name, String question, Consumer<TestModule> body) {
        rustc.add(name, question, RUSTC, body);
    }
}
