package io.github.offload4j.irtests.golden;

import static io.github.offload4j.irtests.golden.Sites.kernel;

import io.github.offload4j.irtests.fixture.TestFunction;
import java.util.List;
import java.util.stream.Stream;

/** How a kernel gets values: as the bits of an i64. */
final class ScalarCases {
    private ScalarCases() {}

    static List<GoldenCase> all() {
        GoldenFolder scalars = new GoldenFolder("scalars");
        Stream.of("i1", "i7", "i8", "i16", "i32", "i64", "half", "bfloat", "float", "double")
                .forEach(type -> scalars.add(type, "how does a kernel get the bits of " + type + "?", module -> {
                    TestFunction run = module.define("void @run(" + type + " %value)");
                    module.call(kernel("k").value(run.parameter("value")));
                }));
        scalars.add("constant", "are constants folded into the entries?", module -> {
            module.define("void @run()");
            module.call(kernel("k")
                    .value(module.constant("i32 -1"))
                    .value(module.constant("float 1.5"))
                    .value(module.constant("i1 true")));
        });
        scalars.add("several", "does each value have its own entry and size?", module -> {
            TestFunction run = module.define("void @run(i8 %a, double %b, i32 %c)");
            module.call(kernel("k")
                    .value(run.parameter("a"))
                    .value(run.parameter("b"))
                    .value(run.parameter("c")));
        });
        return scalars.cases();
    }
}
