package io.github.offload4j.irtests.rustc;

import io.github.offload4j.codegen.OffloadCall;
import io.github.offload4j.codegen.OffloadOptions;
import io.github.offload4j.codegen.option.Preset;
import io.github.offload4j.codegen.signature.Access;
import io.github.offload4j.codegen.signature.Device;
import io.github.offload4j.codegen.signature.Dimension;
import io.github.offload4j.codegen.signature.Dimensions;
import io.github.offload4j.codegen.signature.Extent;
import io.github.offload4j.codegen.signature.LaunchBounds;
import io.github.offload4j.irtests.fixture.TestFunction;
import io.github.offload4j.irtests.fixture.TestModule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/** Modules in the shape that rustc emits. */
final class RustcModules {
    private static final LaunchBounds ONE = LaunchBounds.of(1, 1);
    private static final OffloadOptions RUSTC =
            OffloadOptions.builder().preset(Preset.RUSTC).build();
    private static final Map<String, Consumer<TestModule>> ALL = all();

    private RustcModules() {}

    /** Returns the finished module with a name, as text. */
    static String text(String name) {
        try (TestModule module = TestModule.create(RUSTC)) {
            Objects.requireNonNull(ALL.get(name), name).accept(module);
            module.finish();
            return module.text();
        }
    }

    private static Map<String, Consumer<TestModule>> all() {
        Map<String, Consumer<TestModule>> modules = new HashMap<>();
        modules.put("references", module -> {
            TestFunction run = module.define("void @run(ptr %x, ptr %y)");
            module.call(OffloadCall.toKernel("k")
                    .launch(ONE)
                    .map(run.parameter("x"), Access.TO, Extent.of("[256 x float]"))
                    .map(run.parameter("y"), Access.TOFROM, Extent.of("[256 x float]")));
        });
        modules.put("slices", module -> {
            TestFunction run = module.define("void @run(ptr %v, i64 %n, ptr %w, i64 %m)");
            module.call(OffloadCall.toKernel("k")
                    .launch(ONE)
                    .slice(run.parameter("v"), run.parameter("n"), Access.TO, "float")
                    .slice(run.parameter("w"), run.parameter("m"), Access.TOFROM, "i8"));
        });
        modules.put("scalars", module -> {
            TestFunction run = module.define("void @run(i1 %a, i8 %b, i32 %c, i64 %d, half %e, float %f, double %g)");
            OffloadCall.Builder call = OffloadCall.toKernel("k").launch(ONE);
            List.of("a", "b", "c", "d", "e", "f", "g").forEach(name -> call.value(run.parameter(name)));
            module.call(call);
        });
        modules.put("no-arguments", module -> {
            module.define("void @run()");
            module.call(OffloadCall.toKernel("k").launch(ONE));
        });
        modules.put("grid", module -> {
            TestFunction run = module.define("void @run(i32 %x, i32 %y, i32 %z, i32 %bytes)");
            Dimensions grid = new Dimensions(
                    Dimension.of(run.parameter("x")),
                    Dimension.of(run.parameter("y")),
                    Dimension.of(run.parameter("z")));
            module.call(OffloadCall.toKernel("k")
                    .launch(LaunchBounds.of(grid, Dimensions.of(32, 4, 2)).withShared(run.parameter("bytes"))));
        });
        modules.put("device", module -> {
            TestFunction run = module.define("void @run(ptr %x, i32 %device)");
            module.call(OffloadCall.toKernel("k")
                    .launch(ONE)
                    .map(run.parameter("x"), Access.TOFROM, Extent.bytes(8))
                    .device(Device.of(run.parameter("device"))));
        });
        modules.put("two-kernels", module -> {
            TestFunction run = module.define("void @run(ptr %x)");
            module.call(
                    OffloadCall.toKernel("first").launch(ONE).map(run.parameter("x"), Access.TOFROM, Extent.bytes(8)));
            module.call(OffloadCall.toKernel("second").launch(ONE).map(run.parameter("x"), Access.TO, Extent.bytes(8)));
        });
        modules.put("same-kernel-twice", module -> {
            TestFunction run = module.define("void @run(ptr %x)");
            module.call(OffloadCall.toKernel("k").launch(ONE).map(run.parameter("x"), Access.TOFROM, Extent.bytes(8)));
            module.call(OffloadCall.toKernel("k").launch(ONE).map(run.parameter("x"), Access.TOFROM, Extent.bytes(8)));
        });
        modules.put("host", module -> {
            TestFunction run = module.define("void @run(ptr %a, ptr %x, ptr %y)");
            module.call(OffloadCall.to(module.declare("void @gemv(ptr, ptr, ptr)"))
                    .host(true)
                    .map(run.parameter("a"), Access.TOFROM, Extent.of("[6 x float]"))
                    .map(run.parameter("x"), Access.TOFROM, Extent.of("[3 x float]"))
                    .map(run.parameter("y"), Access.TOFROM, Extent.of("[2 x float]")));
        });
        modules.put("declared", module -> {
            TestFunction run = module.define("void @run(ptr %x)");
            module.call(OffloadCall.to(module.declare("void @k(ptr)"))
                    .launch(ONE)
                    .map(run.parameter("x"), Access.TOFROM, Extent.bytes(8)));
        });
        modules.put("no-sites", TestModule::offload);
        return modules;
    }
}
