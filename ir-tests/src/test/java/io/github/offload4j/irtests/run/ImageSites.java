package io.github.offload4j.irtests.run;

import static io.github.offload4j.codegen.signature.Access.TO;
import static io.github.offload4j.codegen.signature.Access.TOFROM;

import io.github.offload4j.codegen.DataRegion;
import io.github.offload4j.codegen.Kernel;
import io.github.offload4j.codegen.OffloadArguments;
import io.github.offload4j.codegen.OffloadCall;
import io.github.offload4j.codegen.signature.Device;
import io.github.offload4j.codegen.signature.Extent;
import io.github.offload4j.codegen.signature.LaunchBounds;
import java.util.List;

/** Launches of kernels that the module's image for the host has, on grids of one dimension. */
enum ImageSites implements SiteFamily {
    /** The module registers the image itself. */
    LINKED {
        @Override
        void embed(EmittedModule module) {
            module.offload().embed(KernelImages.linked(module.runtime(), KERNELS));
        }
    },
    /** The linker wrapper makes the image, and registers it. */
    FOR_LINKER_WRAPPER {
        @Override
        void embed(EmittedModule module) {
            module.offload().embed(KernelImages.relocatable(module.runtime(), KERNELS));
        }
    };

    private static final String[] KERNELS = {
        "saxpy", "slice", "atomics", "scalars", "pipeline", "constants", "library", "nothing"
    };

    private static final LaunchBounds BOUNDS = LaunchBounds.of(3, 32);

    abstract void embed(EmittedModule module);

    @Override
    public String driver() {
        return "images.c";
    }

    @Override
    public String text() {
        return """
            declare void @saxpy_on_host(i64, float, ptr, ptr)

            define void @run_saxpy(i64 %n, float %a, ptr %x, ptr %y, i32 %blocks) {
              ret void
            }
            define void @run_saxpy_in_a_loop(i64 %n, float %a, ptr %x, ptr %y, i32 %times) {
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
            define void @run_saxpy_on_device(i64 %n, float %a, ptr %x, ptr %y, i32 %device) {
              ret void
            }
            define void @run_saxpy_on_device_pointers(i64 %n, float %a, ptr %x, ptr %y) {
              ret void
            }
            define void @run_saxpy_with_fallback(i64 %n, float %a, ptr %x, ptr %y) {
              ret void
            }
            define void @run_twice(ptr %values, i64 %count) {
              ret void
            }
            define void @run_reduce(ptr %result, ptr %values, i64 %n) {
              ret void
            }
            define void @run_scalars(
                ptr %out, i1 zeroext %flag, i8 signext %byte, i16 signext %word, i32 %integer, i64 %wide, half %half,
                float %single, double %real) {
              ret void
            }
            define void @run_pipeline(ptr %values, i64 %n) {
              ret void
            }
            define void @run_weight(ptr %out, i32 %which) {
              ret void
            }
            define void @run_sine_and_remainder(ptr %out, double %x, double %y) {
              ret void
            }
            define void @run_nothing() {
              ret void
            }
            """;
    }

    @Override
    public void emit(EmittedModule module) {
        embed(module);
        Place saxpy = module.in("run_saxpy");
        saxpy.call(saxpy(saxpy).launch(LaunchBounds.of(saxpy.value("blocks"), 32)));
        Place loop = module.in("run_saxpy_in_a_loop", "body");
        loop.call(saxpy(loop).launch(BOUNDS));
        Place device = module.in("run_saxpy_on_device");
        device.call(saxpy(device).launch(BOUNDS).device(Device.of(device.value("device"))));
        Place fallback = module.in("run_saxpy_with_fallback");
        fallback.call(saxpy(fallback).launch(BOUNDS).fallback(module.function("saxpy_on_host")));
        Place raw = module.in("run_saxpy_on_device_pointers");
        module.offload()
                .kernel("saxpy")
                .launch(raw.builder(), BOUNDS, raw.value("n"), raw.value("a"), raw.value("x"), raw.value("y"));

        Place slice = module.in("run_twice");
        slice.call(OffloadCall.toKernel("twice")
                .launch(BOUNDS)
                .slice(slice.value("values"), slice.value("count"), TOFROM, "double"));
        Place reduce = module.in("run_reduce");
        reduce.call(OffloadCall.toKernel("reduce")
                .launch(LaunchBounds.of(157, 32))
                .map(reduce.value("result"), TOFROM, Extent.of("{ i64, i64, double, i64 }"))
                .map(reduce.value("values"), TO, Extent.count(reduce.value("n"), "i32"))
                .value(reduce.value("n")));
        emitScalars(module);
        emitPipeline(module);

        Place weight = module.in("run_weight");
        weight.call(OffloadCall.toKernel("weight")
                .launch(LaunchBounds.of(1, 1))
                .map(weight.value("out"), TOFROM, Extent.of("[2 x i32]"))
                .value(weight.value("which")));
        Place sine = module.in("run_sine_and_remainder");
        sine.call(OffloadCall.toKernel("sine_and_remainder")
                .launch(LaunchBounds.of(1, 1))
                .map(sine.value("out"), TOFROM, Extent.of("[2 x double]"))
                .value(sine.value("x"))
                .value(sine.value("y")));
        module.in("run_nothing").call(OffloadCall.toKernel("nothing").launch(BOUNDS));
    }

    private static OffloadCall.Builder saxpy(Place place) {
        Extent extent = Extent.count(place.value("n"), "float");
        return OffloadCall.toKernel("saxpy")
                .value(place.value("n"))
                .value(place.value("a"))
                .map(place.value("x"), TO, extent)
                .map(place.value("y"), TOFROM, extent);
    }

    private static void emitScalars(EmittedModule module) {
        Place place = module.in("run_scalars");
        OffloadCall.Builder call = OffloadCall.toKernel("scalars")
                .launch(LaunchBounds.of(1, 1))
                .map(place.value("out"), TOFROM, Extent.of("[12 x i64]"));
        for (String name : List.of("flag", "byte", "word", "integer", "wide", "half", "single", "real")) {
            call.value(place.value(name));
        }
        place.call(call);
    }

    private static void emitPipeline(EmittedModule module) {
        Place place = module.in("run_pipeline");
        OffloadArguments arguments = OffloadArguments.builder()
                .map(place.value("values"), TOFROM, Extent.count(place.value("n"), "i64"))
                .value(place.value("n"))
                .build();
        Kernel add = module.offload().kernel("add_three");
        Kernel multiply = module.offload().kernel("multiply_by_ten");
        try (DataRegion region = module.offload().open(place.builder(), "pipeline", arguments, Device.DEFAULT)) {
            add.launch(place.builder(), BOUNDS, region);
            multiply.launch(place.builder(), BOUNDS, region);
            add.launch(place.builder(), LaunchBounds.of(32, 3), region);
        }
    }
}
