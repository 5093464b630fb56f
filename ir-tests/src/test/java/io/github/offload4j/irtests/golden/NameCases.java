package io.github.offload4j.irtests.golden;

import static io.github.offload4j.irtests.golden.Sites.kernel;

import io.github.offload4j.codegen.diagnostic.SourceLocation;
import io.github.offload4j.codegen.signature.Access;
import io.github.offload4j.codegen.signature.Extent;
import io.github.offload4j.irtests.fixture.TestFunction;
import java.util.List;

/** Names that need quoting, and names that reports need. */
final class NameCases {
    private NameCases() {}

    static List<GoldenCase> all() {
        GoldenFolder names = new GoldenFolder("names");
        names.add("non-ascii", "is a name in UTF-8 the same in every symbol?", module -> {
            TestFunction run = module.define("void @\"läufe\"(ptr nonnull %\"größe\")");
            module.call(kernel("größe_π_🚀").map(run.parameter("größe"), Access.TO, Extent.bytes(8)));
        });
        names.add("quotes", "do quotes, backslashes and blanks survive?", module -> {
            TestFunction run = module.define("void @run(ptr nonnull %x)");
            module.call(kernel("operator\"\"_\\ <a, b>").map(run.parameter("x"), Access.TO, Extent.bytes(8)));
        });
        names.add("location", "do a given location and the arguments' names reach the runtime?", module -> {
            TestFunction run = module.define("void @run(ptr nonnull %x, i32 %0)");
            module.call(kernel("k")
                    .map(run.parameter("x"), Access.TO, Extent.bytes(8))
                    .named("vector")
                    .value(run.parameter(""))
                    .at(new SourceLocation("saxpy.dsl", 7, 12)));
        });
        names.add("location-separators", "do separators stay out of the runtime's location texts?", module -> {
            TestFunction run = module.define("void @\"a;b\"(ptr nonnull %x)");
            module.call(kernel("k")
                    .map(run.parameter("x"), Access.TO, Extent.bytes(8))
                    .named("v;1")
                    .at(new SourceLocation("odd;file.c", 0, 0)));
        });
        names.add("unnamed", "do unnamed arguments go without names?", module -> {
            TestFunction run = module.define("void @run(ptr nonnull %0)");
            module.call(kernel("k")
                    .map(run.parameter(""), Access.TO, Extent.bytes(8))
                    .at(new SourceLocation("a.c", 1, 1)));
        });
        return names.cases();
    }
}
