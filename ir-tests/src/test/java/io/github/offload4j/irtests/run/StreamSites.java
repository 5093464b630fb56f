package io.github.offload4j.irtests.run;

import static io.github.offload4j.codegen.signature.Access.TOFROM;

import io.github.offload4j.codegen.DataRegion;
import io.github.offload4j.codegen.HostFunction;
import io.github.offload4j.codegen.OffloadArguments;
import io.github.offload4j.codegen.abi.GpuDriver;
import io.github.offload4j.codegen.option.OnStatus;
import io.github.offload4j.codegen.signature.Device;
import io.github.offload4j.codegen.signature.Extent;
import io.github.offload4j.codegen.signature.Ordering;
import org.bytedeco.llvm.LLVM.LLVMValueRef;

/** Calls of a library that leaves its work on streams. What has to wait for it is emitted first. */
final class StreamSites implements SiteFamily {
    @Override
    public String driver() {
        return "streams.c";
    }

    @Override
    public String text() {
        return """
            declare i32 @lib_step(ptr, i32, ptr, double, double)
            declare void @look(i32, ptr)
            define void @run_rounds(ptr %handle, ptr %other, i32 %n, ptr %x, i32 %times, i32 %look, i32 %swap) {
            entry:
              br label %head
            head:
              %round = phi i32 [ 0, %entry ], [ %next, %body ]
              %looks = icmp eq i32 %round, %look
              br i1 %looks, label %peek, label %body
            peek:
              br label %body
            body:
              %swaps = icmp eq i32 %round, %swap
              %stream = select i1 %swaps, ptr %other, ptr %handle
              %next = add i32 %round, 1
              %more = icmp slt i32 %next, %times
              br i1 %more, label %head, label %exit
            exit:
              ret void
            }
            define void @run_nested(ptr %handle, i32 %n, ptr %x, ptr %y) {
              ret void
            }
            """;
    }

    @Override
    public void emit(EmittedModule module) {
        emitRounds(module);
        emitNested(module);
    }

    private static OffloadArguments tofrom(Place place, String array) {
        return OffloadArguments.builder()
                .map(place.value(array), TOFROM, Extent.count(place.value("n"), "double"))
                .build();
    }

    private static HostFunction step(EmittedModule module, LLVMValueRef stream) {
        return module.offload()
                .hostFunction(module.function("lib_step"))
                .onStatus(OnStatus.ABORT)
                .ordered(Ordering.stream(GpuDriver.CUDA, stream));
    }

    private static void step(EmittedModule module, Place place, DataRegion region, String stream, String array) {
        step(module, place.value(stream))
                .call(
                        place.builder(),
                        region,
                        place.value(stream),
                        place.value("n"),
                        place.value(array),
                        module.real(3),
                        module.real(1));
    }

    private static void emitRounds(EmittedModule module) {
        Place place = module.in("run_rounds");
        DataRegion region =
                module.offload().openWithDevicePointers(place.builder(), "rounds", tofrom(place, "x"), Device.DEFAULT);
        place.moveTo("peek");
        module.offload()
                .hostFunction(module.function("look"))
                .ordered(Ordering.NONE)
                .call(place.builder(), region, place.value("n"), place.value("x"));
        place.moveTo("body");
        step(module, place, region, "stream", "x");
        place.moveTo("exit");
        region.close();
    }

    private static void emitNested(EmittedModule module) {
        Place place = module.in("run_nested");
        DataRegion outer =
                module.offload().openWithDevicePointers(place.builder(), "outer", tofrom(place, "x"), Device.DEFAULT);
        step(module, place, outer, "handle", "x");
        DataRegion inner =
                module.offload().openWithDevicePointers(place.builder(), "inner", tofrom(place, "y"), Device.DEFAULT);
        step(module, place, inner, "handle", "y");
        inner.close();
        step(module, place, outer, "handle", "x");
        outer.close();
    }
}
