package io.github.offload4j.irtests.golden;

import static io.github.offload4j.irtests.golden.Sites.kernel;

import io.github.offload4j.codegen.OffloadOptions;
import io.github.offload4j.codegen.signature.Access;
import io.github.offload4j.codegen.signature.Device;
import io.github.offload4j.codegen.signature.Extent;
import io.github.offload4j.irtests.fixture.TestFunction;
import io.github.offload4j.irtests.fixture.TestModule;
import java.util.List;
import org.bytedeco.llvm.LLVM.LLVMValueRef;

/** Where sites may stand, and what several of them share. */
final class PlacementCases {
    private static final OffloadOptions DEFAULTS = OffloadOptions.defaults();

    private static final String LOOP = """
            define void @run(ptr noalias nonnull %x, ptr noalias nonnull %y, i64 %times) {
            entry:
              br label %loop

            loop:
              %i = phi i64 [ 0, %entry ], [ %next, %loop ]
              %next = add i64 %i, 1
              %again = icmp slt i64 %next, %times
              br i1 %again, label %loop, label %exit

            exit:
              ret void
            }
            """;

    private static final String BRANCH = """
            define void @run(ptr nonnull %x, i1 %wanted) {
            entry:
              br i1 %wanted, label %then, label %else

            then:
              br label %exit

            else:
              br label %exit

            exit:
              ret void
            }
            """;

    private static final String SLOTS = """
            define void @run(ptr nonnull %x) {
            entry:
              %first = alloca i32
              %second = alloca i32
              store i32 1, ptr %first
              %late = alloca i32
              store i32 2, ptr %late
              ret void
            }
            """;

    private PlacementCases() {}

    static List<GoldenCase> all() {
        GoldenFolder places = new GoldenFolder("placement");
        places.add("open-block", "may the first block still be without its end?", module -> {
            launch(module, "k", module.define("void @run(ptr nonnull %x)").parameter("x"));
        });
        places.add("loop", "do the stack slots of a site in a loop stay outside of it?", DEFAULTS, LOOP, module -> {
            TestFunction run = module.function("run");
            module.beforeEndOf(run.block("loop"));
            launch(module, "k", run.parameter("x"));
        });
        places.add("loop-slice", "are only computed sizes stored again in a loop?", DEFAULTS, LOOP, module -> {
            TestFunction run = module.function("run");
            module.beforeEndOf(run.block("loop"));
            module.call(kernel("k")
                    .map(run.parameter("x"), Access.TO, Extent.bytes(64))
                    .map(run.parameter("y"), Access.TO, Extent.count(run.instruction("next"), "i8")));
        });
        places.add("branches", "may both sides of a branch have a site?", DEFAULTS, BRANCH, module -> {
            TestFunction run = module.function("run");
            module.beforeEndOf(run.block("then"));
            launch(module, "first", run.parameter("x"));
            module.beforeEndOf(run.block("else"));
            launch(module, "second", run.parameter("x"));
        });
        places.add(
                "after-allocas", "do stack slots go behind those at the function's top?", DEFAULTS, SLOTS, module -> {
                    TestFunction run = module.function("run");
                    module.beforeEndOf(run.block("entry"));
                    launch(module, "k", run.parameter("x"));
                });
        places.add(
                "before-everything", "may a site stand in front of the first stack slot?", DEFAULTS, SLOTS, module -> {
                    TestFunction run = module.function("run");
                    module.before(run.instruction("first"));
                    launch(module, "k", run.parameter("x"));
                });
        places.add(
                "between-allocas",
                "may a site stand between stack slots when nothing is computed for it?",
                DEFAULTS,
                SLOTS,
                module -> {
                    TestFunction run = module.function("run");
                    module.before(run.instruction("second"));
                    module.call(kernel("k")
                            .map(run.parameter("x"), Access.TOFROM, Extent.bytes(8))
                            .device(Device.of(0)));
                });
        addSeveral(places);
        return places.cases();
    }

    private static void addSeveral(GoldenFolder places) {
        places.add("two-kernels", "does each kernel have its tables and its entry?", module -> {
            TestFunction run = module.define("void @run(ptr nonnull %x)");
            launch(module, "first", run.parameter("x"));
            launch(module, "second", run.parameter("x"));
        });
        places.add("two-functions", "do sites of two functions share entry and tables?", module -> {
            launch(module, "k", module.define("void @run(ptr nonnull %x)").parameter("x"));
            module.returnVoid();
            launch(module, "k", module.define("void @again(ptr nonnull %x)").parameter("x"));
        });
        places.add("same-kernel-twice", "do two equal sites share entry and tables?", module -> {
            TestFunction run = module.define("void @run(ptr nonnull %x)");
            launch(module, "k", run.parameter("x"));
            launch(module, "k", run.parameter("x"));
        });
        places.add("same-kernel-differently", "does a site with other sizes get tables of its own?", module -> {
            TestFunction run = module.define("void @run(ptr nonnull %x)");
            launch(module, "k", run.parameter("x"));
            module.call(kernel("k").map(run.parameter("x"), Access.TO, Extent.bytes(16)));
        });
        places.add("no-sites", "is a module without sites left as it is?", TestModule::offload);
    }

    private static void launch(TestModule module, String kernel, LLVMValueRef pointer) {
        module.call(kernel(kernel).map(pointer, Access.TOFROM, Extent.bytes(8)));
    }
}
