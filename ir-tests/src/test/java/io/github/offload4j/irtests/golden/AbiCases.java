package io.github.offload4j.irtests.golden;

import static io.github.offload4j.irtests.golden.Sites.hostCall;
import static io.github.offload4j.irtests.golden.Sites.kernel;
import static io.github.offload4j.irtests.golden.Sites.options;
import static io.github.offload4j.irtests.golden.Sites.runtime;

import io.github.offload4j.codegen.abi.RuntimeAbi;
import io.github.offload4j.codegen.option.Registration;
import io.github.offload4j.codegen.signature.Access;
import io.github.offload4j.codegen.signature.Extent;
import io.github.offload4j.irtests.fixture.TestFunction;
import io.github.offload4j.irtests.fixture.TestModule;
import java.util.List;

/** What differs from one runtime version to the next. */
final class AbiCases {
    private AbiCases() {}

    static List<GoldenCase> all() {
        GoldenFolder abis = new GoldenFolder("abi");
        for (RuntimeAbi abi : RuntimeAbi.values()) {
            String name = abi.optionName();
            abis.add("kernel-" + name, "which entries does " + name + " register?", runtime(abi), AbiCases::launch);
            abis.add("data-" + name, "has " + name + " devices without an image?", runtime(abi), AbiCases::mapOnly);
            abis.add(
                    "linked-" + name,
                    "in which section does the linker wrapper of " + name + " look for entries?",
                    options(o -> o.runtime(abi).registration(Registration.LINKER_WRAPPER)),
                    AbiCases::launch);
        }
        return abis.cases();
    }

    private static void launch(TestModule module) {
        TestFunction run = module.define("void @run(ptr nonnull %x)");
        module.call(kernel("k").map(run.parameter("x"), Access.TO, Extent.bytes(8)));
    }

    private static void mapOnly(TestModule module) {
        TestFunction run = module.define("void @run(ptr nonnull %x)");
        module.call(hostCall(module.declare("void @scale(ptr)")).map(run.parameter("x"), Access.TO, Extent.bytes(8)));
    }
}
