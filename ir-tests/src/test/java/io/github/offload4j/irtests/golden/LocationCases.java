package io.github.offload4j.irtests.golden;

import static io.github.offload4j.irtests.golden.Sites.kernel;

import io.github.offload4j.codegen.diagnostic.SourceLocation;
import io.github.offload4j.codegen.signature.Access;
import io.github.offload4j.codegen.signature.Extent;
import io.github.offload4j.irtests.fixture.TestFunction;

/** Locations and names for the runtime's reports. */
final class LocationCases {
    private LocationCases() {}

    static GoldenFolder all() {
        GoldenFolder names =
                new GoldenFolder("locations", "what do reports say of locations and names that are given?");
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
        return names;
    }
}
