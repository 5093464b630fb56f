package io.github.offload4j.irtests.golden;

import static io.github.offload4j.irtests.golden.Sites.ONE;
import static org.bytedeco.llvm.global.LLVM.LLVMBuildCall2;
import static org.bytedeco.llvm.global.LLVM.LLVMGlobalGetValueType;

import io.github.offload4j.codegen.DataRegion;
import io.github.offload4j.codegen.OffloadArguments;
import io.github.offload4j.codegen.OffloadModule;
import io.github.offload4j.codegen.signature.Access;
import io.github.offload4j.codegen.signature.Device;
import io.github.offload4j.codegen.signature.Extent;
import io.github.offload4j.irtests.fixture.TestFunction;
import io.github.offload4j.irtests.fixture.TestModule;
import org.bytedeco.javacpp.PointerPointer;
import org.bytedeco.llvm.LLVM.LLVMValueRef;

/** Data that stays mapped over several launches or calls. */
final class RegionCases {
    private static final String TWO_WAYS_OUT = """
            define void @run(ptr nonnull %x, i1 %early) {
            entry:
              br label %work

            work:
              br i1 %early, label %quit, label %done

            quit:
              ret void

            done:
              ret void
            }
            """;

    private RegionCases() {}

    static GoldenFolder all() {
        GoldenFolder regions = new GoldenFolder(
                "regions",
                "which calls does a region make, and which the launches in it?",
                "call",
                ":",
                "br ",
                "ret",
                "load");
        regions.add("two-launches", "do two launches copy nothing in between?", module -> {
            TestFunction run = module.define("void @run(ptr nonnull %x, i32 %n)");
            OffloadModule offload = module.offload();
            OffloadArguments arguments = OffloadArguments.builder()
                    .map(run.parameter("x"), Access.TOFROM, Extent.bytes(64))
                    .value(run.parameter("n"))
                    .build();
            try (DataRegion region = offload.open(module.builder(), "steps", arguments, Device.DEFAULT)) {
                offload.kernel("first").launch(module.builder(), ONE, region);
                offload.kernel("second").launch(module.builder(), ONE, region);
            }
        });
        regions.add("without-launch", "is a region without a launch its begin and its end?", module -> {
            TestFunction run = module.define("void @run(ptr nonnull %x)");
            open(module, run).close();
        });
        regions.add("nested-launch", "does a launch in a region take device pointers of its own?", module -> {
            TestFunction run = module.define("void @run(ptr nonnull %x)");
            try (DataRegion region = openWithDevicePointers(module, run)) {
                LLVMValueRef device = region.devicePointer(run.parameter("x"));
                module.offload().kernel("first").launch(module.builder(), ONE, device);
                module.offload().kernel("second").launch(module.builder(), ONE, region);
            }
        });
        regions.add("device-pointers", "may the program use a device pointer while the region is open?", module -> {
            TestFunction run = module.define("ptr @run(ptr nonnull %x)");
            try (DataRegion region = openWithDevicePointers(module, run)) {
                LLVMValueRef device = region.devicePointer(run.parameter("x"));
                LLVMValueRef library = module.declare("void @library(ptr)");
                try (PointerPointer<LLVMValueRef> arguments = new PointerPointer<LLVMValueRef>(1).put(0, device)) {
                    LLVMBuildCall2(module.builder(), LLVMGlobalGetValueType(library), library, arguments, 1, "");
                }
            }
            module.returnValue(module.constant("ptr null"));
        });
        regions.add("two-ways-out", "may a region end on each way out of it?", TWO_WAYS_OUT, module -> {
            TestFunction run = module.function("run");
            module.beforeEndOf(run.block("entry"));
            try (DataRegion region = open(module, run)) {
                module.beforeEndOf(run.block("work"));
                module.offload().kernel("k").launch(module.builder(), ONE, region);
                module.beforeEndOf(run.block("quit"));
                region.end(module.builder());
                module.beforeEndOf(run.block("done"));
            }
        });
        regions.add("launch-alone", "is a launch on values and device pointers one call?", module -> {
            TestFunction run = module.define("void @run(ptr %work, i64 %n)");
            module.offload().kernel("k").launch(module.builder(), ONE, run.parameter("work"), run.parameter("n"));
        });
        return regions;
    }

    private static DataRegion open(TestModule module, TestFunction run) {
        return module.offload().open(module.builder(), "step", tofrom(run), Device.DEFAULT);
    }

    private static DataRegion openWithDevicePointers(TestModule module, TestFunction run) {
        return module.offload().openWithDevicePointers(module.builder(), "step", tofrom(run), Device.DEFAULT);
    }

    private static OffloadArguments tofrom(TestFunction run) {
        return OffloadArguments.builder()
                .map(run.parameter("x"), Access.TOFROM, Extent.bytes(64))
                .build();
    }
}
