package io.github.offload4j.irtests.run;

import static io.github.offload4j.codegen.signature.Access.FROM;
import static io.github.offload4j.codegen.signature.Access.TO;
import static io.github.offload4j.codegen.signature.Access.TOFROM;

import io.github.offload4j.codegen.DataRegion;
import io.github.offload4j.codegen.Kernel;
import io.github.offload4j.codegen.OffloadArguments;
import io.github.offload4j.codegen.OffloadCall;
import io.github.offload4j.codegen.signature.Device;
import io.github.offload4j.codegen.signature.Dimensions;
import io.github.offload4j.codegen.signature.Extent;
import io.github.offload4j.codegen.signature.LaunchBounds;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Launches of kernels that no image has, with functions to fall back to. */
final class LaunchSites implements SiteFamily {
    private static final int[] MANY = {16, 255};
    private static final LaunchBounds BOUNDS = LaunchBounds.of(4, 32);

    @Override
    public String driver() {
        return "refused.c";
    }

    @Override
    public String text() {
        return """
            declare void @axpy_on_host(ptr, ptr, i64, float)
            declare void @count_on_host()
            declare void @scale_on_host(ptr, i64)
            declare void @scalars_on_host(
                ptr, i1 zeroext, i8 signext, i16 signext, i32, i64, half, float, double)

            define void @run_axpy(ptr %y, ptr %x, i64 %n, float %a) {
              ret void
            }
            define void @run_axpy_in_a_loop(ptr %y, ptr %x, i64 %n, float %a, i32 %times) {
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
            define void @run_axpy_with_grid(ptr %y, ptr %x, i64 %n, float %a, i32 %blocks, i32 %threads) {
              ret void
            }
            define void @run_empty_grid_without_fallback(ptr %y, i64 %blocks) {
              ret void
            }
            define void @run_region_with_two_launches(ptr %y, ptr %x, i64 %n) {
              ret void
            }
            define void @run_axpy_on_device_pointers(ptr %y, ptr %x, i64 %n, float %a) {
              ret void
            }
            define void @run_count() {
              ret void
            }
            define void @run_kernel_scalars(
                ptr %out, i1 zeroext %flag, i8 signext %byte, i16 signext %word, i32 %integer, i64 %wide, half %half,
                float %single, double %real) {
              ret void
            }
            define void @run_host_call_beside_kernels(ptr %y, i64 %n) {
              ret void
            }
            """ + IntStream.of(MANY).mapToObj(LaunchSites::many).collect(Collectors.joining());
    }

    /** Returns a fallback that stores a parameter's number to what it points at, and the function that launches. */
    private static String many(int count) {
        StringBuilder text = new StringBuilder("define void @store_" + count + "(")
                .append(IntStream.range(0, count).mapToObj(i -> "ptr %p" + i).collect(Collectors.joining(", ")))
                .append(") {\n");
        IntStream.range(0, count).forEach(i -> text.append("  store i32 " + (i + 1) + ", ptr %p" + i + "\n"));
        text.append("  ret void\n}\ndefine void @run_" + count + "_launched(ptr %elements) {\n");
        IntStream.range(0, count)
                .forEach(
                        i -> text.append("  %e" + i + " = getelementptr inbounds i32, ptr %elements, i32 " + i + "\n"));
        return text.append("  ret void\n}\n").toString();
    }

    @Override
    public void emit(EmittedModule module) {
        axpy(module, module.in("run_axpy"), BOUNDS);
        axpy(module, module.in("run_axpy_in_a_loop", "body"), BOUNDS);
        Place grid = module.in("run_axpy_with_grid");
        axpy(module, grid, LaunchBounds.of(Dimensions.of(grid.value("blocks")), Dimensions.of(grid.value("threads"))));

        Place empty = module.in("run_empty_grid_without_fallback");
        empty.call(OffloadCall.toKernel("scale")
                .launch(LaunchBounds.of(empty.value("blocks"), 32))
                .map(empty.value("y"), TOFROM, Extent.of("float")));

        emitRegion(module);

        Place raw = module.in("run_axpy_on_device_pointers");
        module.offload()
                .kernel("axpy")
                .withFallback(module.function("axpy_on_host"))
                .launch(raw.builder(), BOUNDS, raw.value("y"), raw.value("x"), raw.value("n"), raw.value("a"));

        module.in("run_count")
                .call(OffloadCall.toKernel("count").launch(BOUNDS).fallback(module.function("count_on_host")));
        emitScalars(module);

        Place host = module.in("run_host_call_beside_kernels");
        host.call(OffloadCall.to(module.function("scale_on_host"))
                .host(true)
                .map(host.value("y"), TOFROM, Extent.count(host.value("n"), "float"))
                .value(host.value("n")));

        for (int count : MANY) {
            emitMany(module, count);
        }
    }

    private static void axpy(EmittedModule module, Place place, LaunchBounds bounds) {
        Extent extent = Extent.count(place.value("n"), "float");
        place.call(OffloadCall.toKernel("axpy")
                .launch(bounds)
                .fallback(module.function("axpy_on_host"))
                .map(place.value("y"), TOFROM, extent)
                .map(place.value("x"), TO, extent)
                .value(place.value("n"))
                .value(place.value("a")));
    }

    private static void emitRegion(EmittedModule module) {
        Place place = module.in("run_region_with_two_launches");
        Extent extent = Extent.count(place.value("n"), "float");
        OffloadArguments arguments = OffloadArguments.builder()
                .map(place.value("y"), TOFROM, extent)
                .map(place.value("x"), TO, extent)
                .value(place.value("n"))
                .value(module.single(1))
                .build();
        Kernel kernel = module.offload().kernel("axpy").withFallback(module.function("axpy_on_host"));
        try (DataRegion region = module.offload().open(place.builder(), "axpy", arguments, Device.DEFAULT)) {
            kernel.launch(place.builder(), BOUNDS, region);
            kernel.launch(
                    place.builder(),
                    LaunchBounds.of(Dimensions.of(8), Dimensions.of(16)).withShared(64),
                    region);
        }
    }

    private static void emitScalars(EmittedModule module) {
        Place place = module.in("run_kernel_scalars");
        OffloadCall.Builder call = OffloadCall.toKernel("scalars")
                .launch(BOUNDS)
                .fallback(module.function("scalars_on_host"))
                .map(place.value("out"), FROM, Extent.of("{ i8, i8, i16, i32, i64, half, float, double }"));
        for (String name : List.of("flag", "byte", "word", "integer", "wide", "half", "single", "real")) {
            call.value(place.value(name));
        }
        place.call(call);
    }

    private static void emitMany(EmittedModule module, int count) {
        Place place = module.in("run_" + count + "_launched");
        OffloadCall.Builder call = OffloadCall.toKernel("store_" + count)
                .launch(LaunchBounds.of(1, 1))
                .fallback(module.function("store_" + count));
        for (int i = 0; i < count; i++) {
            call.map(place.value("e" + i), TOFROM, Extent.of("i32"));
        }
        place.call(call);
    }
}
