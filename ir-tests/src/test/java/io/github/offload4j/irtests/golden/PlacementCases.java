package io.github.offload4j.irtests.golden;

import static io.github.offload4j.irtests.golden.Sites.kernel;

import io.github.offload4j.codegen.signature.Access;
import io.github.offload4j.codegen.signature.Device;
import io.github.offload4j.codegen.signature.Extent;
import io.github.offload4j.irtests.fixture.TestFunction;
import io.github.offload4j.irtests.fixture.TestModule;
import org.bytedeco.llvm.LLVM.LLVMValueRef;

/** Where a builder may stand for a site. */
final class PlacementCases {
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

    static GoldenFolder all() {
        GoldenFolder places = new GoldenFolder(
                "placement",
                "where may a builder stand?",
                "alloca",
                ":",
                "br ",
                "ret",
                "store i32 1, ptr %",
                "store i32 2, ptr %",
                "__tgt_target");
        places.add("open-block", "may the first block still be without its end?", module -> {
            launch(module, "k", module.define("void @run(ptr nonnull %x)").parameter("x"));
        });
        places.add("branches", "may both sides of a branch have a site?", BRANCH, module -> {
            TestFunction run = module.function("run");
            module.beforeEndOf(run.block("then"));
            launch(module, "first", run.parameter("x"));
            module.beforeEndOf(run.block("else"));
            launch(module, "second", run.parameter("x"));
        });
        places.add("after-allocas", "do stack slots go behind those at the function's top?", SLOTS, module -> {
            TestFunction run = module.function("run");
            module.beforeEndOf(run.block("entry"));
            launch(module, "k", run.parameter("x"));
        });
        places.add("before-everything", "may a site stand in front of the first stack slot?", SLOTS, module -> {
            TestFunction run = module.function("run");
            module.before(run.instruction("first"));
            launch(module, "k", run.parameter("x"));
        });
        places.add(
                "between-allocas",
                "may a site stand between stack slots when nothing is computed for it?",
                SLOTS,
                module -> {
                    TestFunction run = module.function("run");
                    module.before(run.instruction("second"));
                    module.call(kernel("k")
                            .map(run.parameter("x"), Access.TOFROM, Extent.bytes(8))
                            .device(Device.of(0)));
                });
        return places;
    }

    private static void launch(TestModule module, String kernel, LLVMValueRef pointer) {
        module.call(kernel(kernel).map(pointer, Access.TOFROM, Extent.bytes(8)));
    }
}
