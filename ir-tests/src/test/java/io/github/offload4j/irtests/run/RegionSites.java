package io.github.offload4j.irtests.run;

import io.github.offload4j.codegen.DataRegion;
import io.github.offload4j.codegen.OffloadArguments;
import io.github.offload4j.codegen.signature.Access;
import io.github.offload4j.codegen.signature.Device;
import io.github.offload4j.codegen.signature.Extent;
import org.bytedeco.llvm.LLVM.LLVMValueRef;

/** Regions with ordinary calls that get device pointers. */
final class RegionSites implements SiteFamily {
    @Override
    public String driver() {
        return "regions.c";
    }

    @Override
    public String text() {
        return """
            declare void @scale(ptr, i64, double)
            declare void @shift(ptr, i64, double)

            define void @run_region_with_two_calls(ptr %values, i64 %n) {
              ret void
            }
            define void @run_region_around_a_loop(ptr %values, i64 %n, i32 %times) {
            entry:
              br label %body
            body:
              %done = phi i32 [ 0, %entry ], [ %next, %body ]
              %next = add i32 %done, 1
              %more = icmp slt i32 %next, %times
              br i1 %more, label %body, label %exit
            exit:
              ret void
            }
            define i32 @run_region_with_two_ways_out(ptr %values, i64 %n, i1 zeroext %early) {
              br i1 %early, label %return, label %finish
            return:
              ret i32 1
            finish:
              ret i32 0
            }
            define void @run_nested_regions(
                ptr %values, i64 %n, i64 %inner_first, i64 %inner_count, ptr %after_inner) {
              %inner = getelementptr inbounds double, ptr %values, i64 %inner_first
              br label %after
            after:
              %value = load double, ptr %inner
              store double %value, ptr %after_inner
              br label %exit
            exit:
              ret void
            }
            """;
    }

    @Override
    public void emit(EmittedModule module) {
        emitTwoCalls(module);
        emitAroundLoop(module);
        emitTwoWaysOut(module);
        emitNested(module);
    }

    private static void emitTwoCalls(EmittedModule module) {
        Place place = module.in("run_region_with_two_calls");
        try (DataRegion region = open(module, place, "values", "n")) {
            LLVMValueRef device = region.devicePointer(place.value("values"));
            place.callDirectly("scale", device, place.value("n"), module.real(3));
            place.callDirectly("shift", device, place.value("n"), module.real(10));
        }
    }

    private static void emitAroundLoop(EmittedModule module) {
        Place place = module.in("run_region_around_a_loop");
        try (DataRegion region = open(module, place, "values", "n")) {
            place.moveTo("body");
            LLVMValueRef device = region.devicePointer(place.value("values"));
            place.callDirectly("scale", device, place.value("n"), module.real(2));
            place.moveTo("exit");
        }
    }

    private static void emitTwoWaysOut(EmittedModule module) {
        Place place = module.in("run_region_with_two_ways_out");
        try (DataRegion region = open(module, place, "values", "n")) {
            LLVMValueRef device = region.devicePointer(place.value("values"));
            place.callDirectly("scale", device, place.value("n"), module.real(10));
            region.end(module.in("run_region_with_two_ways_out", "return").builder());
            place.moveTo("finish");
            place.callDirectly("shift", device, place.value("n"), module.real(1));
        }
    }

    private static void emitNested(EmittedModule module) {
        Place place = module.in("run_nested_regions");
        try (DataRegion outer = open(module, place, "values", "n")) {
            place.callDirectly("scale", outer.devicePointer(place.value("values")), place.value("n"), module.real(10));
            try (DataRegion inner = open(module, place, "inner", "inner_count")) {
                LLVMValueRef device = inner.devicePointer(place.value("inner"));
                place.callDirectly("scale", device, place.value("inner_count"), module.real(10));
            }
            place.moveTo("exit");
        }
    }

    private static DataRegion open(EmittedModule module, Place place, String pointer, String count) {
        OffloadArguments arguments = OffloadArguments.builder()
                .map(place.value(pointer), Access.TOFROM, Extent.count(place.value(count), "double"))
                .build();
        return module.offload().openWithDevicePointers(place.builder(), pointer, arguments, Device.DEFAULT);
    }
}
