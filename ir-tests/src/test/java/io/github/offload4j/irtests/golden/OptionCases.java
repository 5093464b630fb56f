package io.github.offload4j.irtests.golden;

import static io.github.offload4j.irtests.golden.Sites.kernel;
import static io.github.offload4j.irtests.golden.Sites.options;

import io.github.offload4j.codegen.OffloadOptions;
import io.github.offload4j.codegen.diagnostic.SourceLocation;
import io.github.offload4j.codegen.option.LaunchFailure;
import io.github.offload4j.codegen.option.Registration;
import io.github.offload4j.codegen.option.Synchronization;
import io.github.offload4j.codegen.option.Transfers;
import io.github.offload4j.codegen.signature.Access;
import io.github.offload4j.codegen.signature.Extent;
import io.github.offload4j.codegen.signature.MapModifier;
import io.github.offload4j.irtests.fixture.TestFunction;
import io.github.offload4j.irtests.fixture.TestModule;
import java.util.List;
import java.util.Set;

/** What each option changes. */
final class OptionCases {
    private static final OffloadOptions FUSED = options(o -> o.transfers(Transfers.FUSED));

    private OptionCases() {}

    static List<GoldenCase> all() {
        GoldenFolder cases = new GoldenFolder("options");
        addTransfers(cases);
        cases.add(
                "failure-abort",
                "does a refused launch stop the program with a message?",
                options(o -> o.launchFailure(LaunchFailure.ABORT)),
                OptionCases::launch);
        cases.add(
                "failure-ignore",
                "does the program go on after a refused launch?",
                options(o -> o.launchFailure(LaunchFailure.IGNORE)),
                OptionCases::launch);
        cases.add(
                "failure-fallback",
                "does a refused launch call the fallback that this option asks for?",
                options(o -> o.launchFailure(LaunchFailure.FALLBACK)),
                module -> {
                    TestFunction run = module.define("void @run(i32 %n)");
                    module.call(kernel("k").value(run.parameter("n")).fallback(module.declare("void @on_host(i32)")));
                });
        cases.add(
                "registration-constructor",
                "does a constructor register the module's entries?",
                options(o -> o.registration(Registration.CONSTRUCTOR)),
                OptionCases::launch);
        cases.add(
                "registration-explicit",
                "does the user get two functions to register with?",
                options(o -> o.registration(Registration.EXPLICIT)),
                OptionCases::launch);
        cases.add(
                "registration-linker-wrapper",
                "are entries left for the linker wrapper?",
                options(o -> o.registration(Registration.LINKER_WRAPPER)),
                OptionCases::launch);
        addSynchronization(cases);
        addAliasChecks(cases);
        return cases.cases();
    }

    private static void addSynchronization(GoldenFolder cases) {
        cases.add(
                "sync-spin",
                "does the constructor tell the driver how to wait before it registers?",
                options(o -> o.synchronization(Synchronization.SPIN)),
                OptionCases::launch);
        cases.add(
                "sync-yield-explicit",
                "does the user's registration tell the driver how to wait first?",
                options(o -> o.synchronization(Synchronization.YIELD).registration(Registration.EXPLICIT)),
                OptionCases::launch);
        cases.add(
                "sync-spin-linker-wrapper",
                "does a constructor run before that of the linker wrapper?",
                options(o -> o.synchronization(Synchronization.SPIN).registration(Registration.LINKER_WRAPPER)),
                OptionCases::launch);
    }

    private static void addAliasChecks(GoldenFolder cases) {
        OffloadOptions checked = options(o -> o.checkAliases(true));
        cases.add(
                "check-aliases", "does a site check that its arguments do not extend each other?", checked, module -> {
                    TestFunction run = module.define("void @run(i32 %n, ptr nonnull %x, ptr nonnull %y)");
                    module.call(kernel("k")
                            .value(run.parameter("n"))
                            .map(run.parameter("x"), Access.TOFROM, Extent.bytes(8))
                            .map(run.parameter("y"), Access.TOFROM, Extent.bytes(8))
                            .at(new SourceLocation("run.c", 7, 5)));
                });
        cases.add("check-aliases-apart", "are arguments that lie apart left unchecked?", checked, module -> {
            TestFunction run = module.define("void @run(ptr noalias nonnull %x, ptr noalias nonnull %y)");
            module.call(kernel("k")
                    .map(run.parameter("x"), Access.TOFROM, Extent.bytes(8))
                    .map(run.parameter("y"), Access.TOFROM, Extent.bytes(8)));
        });
    }

    private static void addTransfers(GoldenFolder cases) {
        cases.add(
                "transfers-split",
                "are begin, launch and end three calls?",
                options(o -> o.transfers(Transfers.SPLIT)),
                OptionCases::launch);
        cases.add("transfers-fused", "does the launch map and unmap by itself?", FUSED, OptionCases::launch);
        cases.add("fused-modifiers", "do modifiers stand in the launch's own map types?", FUSED, module -> {
            TestFunction run = module.define("void @run(ptr nonnull %x, ptr %work)");
            module.call(kernel("k")
                    .map(run.parameter("x"), Access.TOFROM, Extent.bytes(8), Set.of(MapModifier.ALWAYS))
                    .devicePointer(run.parameter("work")));
        });
        cases.add(
                "fused-maybe-equal",
                "are overlapping pointers united in the launch's own map types?",
                FUSED,
                module -> {
                    TestFunction run = module.define("void @run(ptr nonnull %x, ptr nonnull %y)");
                    module.call(kernel("k")
                            .map(run.parameter("x"), Access.TO, Extent.bytes(8))
                            .map(run.parameter("y"), Access.FROM, Extent.bytes(8)));
                });
        cases.add("fused-slice", "are computed sizes stored before a fused launch?", FUSED, module -> {
            TestFunction run = module.define("void @run(ptr nonnull %v, i64 %n)");
            module.call(kernel("k").slice(run.parameter("v"), run.parameter("n"), Access.TOFROM, "i32"));
        });
    }

    private static void launch(TestModule module) {
        TestFunction run = module.define("void @run(ptr nonnull %x, i32 %n)");
        module.call(kernel("k")
                .map(run.parameter("x"), Access.TOFROM, Extent.bytes(8))
                .value(run.parameter("n")));
    }
}
