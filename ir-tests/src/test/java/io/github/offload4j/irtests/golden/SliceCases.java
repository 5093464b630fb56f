package io.github.offload4j.irtests.golden;

import static io.github.offload4j.irtests.golden.Sites.hostCall;
import static io.github.offload4j.irtests.golden.Sites.kernel;

import io.github.offload4j.codegen.signature.Access;
import io.github.offload4j.irtests.fixture.TestFunction;

/** How a pointer and its length become two entries. */
final class SliceCases {
    private SliceCases() {}

    static GoldenFolder all() {
        GoldenFolder slices = new GoldenFolder(
                "slices",
                "how do a pointer and its length become two entries?",
                "mul",
                "ext",
                "icmp",
                "select",
                "%n",
                ".offload_sizes",
                ".device");
        slices.add("one", "is a slice a mapped pointer and its length by value?", module -> {
            TestFunction run = module.define("void @run(ptr nonnull %v, i64 %n)");
            module.call(kernel("k").slice(run.parameter("v"), run.parameter("n"), Access.TO, "float"));
        });
        slices.add("nullable", "is a slice that may be null empty when it is?", module -> {
            TestFunction run = module.define("void @run(ptr %v, i64 %n)");
            module.call(kernel("k").slice(run.parameter("v"), run.parameter("n"), Access.TOFROM, "double"));
        });
        slices.add("narrow-length", "is a 32-bit length signed in the size and zero-extended as a value?", module -> {
            TestFunction run = module.define("void @run(ptr nonnull %v, i32 %n)");
            module.call(kernel("k").slice(run.parameter("v"), run.parameter("n"), Access.TO, "i16"));
        });
        slices.add("two", "does each slice have its own size?", module -> {
            TestFunction run =
                    module.define("void @run(ptr noalias nonnull %v, i64 %n, ptr noalias nonnull %w, i64 %m)");
            module.call(kernel("k")
                    .slice(run.parameter("v"), run.parameter("n"), Access.TO, "i8")
                    .slice(run.parameter("w"), run.parameter("m"), Access.FROM, "[3 x i8]"));
        });
        slices.add("host", "does a host function get the device address and the length?", module -> {
            TestFunction run = module.define("void @run(ptr nonnull %v, i64 %n)");
            module.call(hostCall(module.declare("void @scale(ptr, i64)"))
                    .slice(run.parameter("v"), run.parameter("n"), Access.TOFROM, "double"));
        });
        return slices;
    }
}
