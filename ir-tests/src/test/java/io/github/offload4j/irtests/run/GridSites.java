package io.github.offload4j.irtests.run;

import static io.github.offload4j.codegen.signature.Access.TO;
import static io.github.offload4j.codegen.signature.Access.TOFROM;

import io.github.offload4j.codegen.OffloadCall;
import io.github.offload4j.codegen.signature.Dimension;
import io.github.offload4j.codegen.signature.Dimensions;
import io.github.offload4j.codegen.signature.Extent;
import io.github.offload4j.codegen.signature.LaunchBounds;

/** Launches on grids of two and three dimensions. */
final class GridSites implements SiteFamily {
    private static final String RECORD = "[13 x i32]";

    @Override
    public String driver() {
        return "grids.c";
    }

    @Override
    public String text() {
        return """
            define void @run_indices(
                ptr %out, i64 %count, i32 %gx, i32 %gy, i32 %gz, i32 %bx, i32 %by, i32 %bz) {
              ret void
            }
            define void @run_indices_of_a_constant_grid(ptr %out) {
              ret void
            }
            define void @run_heat(
                ptr %new, ptr %old, i32 %width, i32 %height, i32 %blocks_x, i32 %blocks_y) {
              %points = mul i32 %width, %height
              ret void
            }
            """;
    }

    @Override
    public void emit(EmittedModule module) {
        module.offload().embed(KernelImages.linked(module.runtime(), "indices", "stencil"));
        Place indices = module.in("run_indices");
        indices.call(OffloadCall.toKernel("indices")
                .launch(LaunchBounds.of(dimensions(indices, "gx", "gy", "gz"), dimensions(indices, "bx", "by", "bz")))
                .map(indices.value("out"), TOFROM, Extent.count(indices.value("count"), RECORD)));
        Place constant = module.in("run_indices_of_a_constant_grid");
        constant.call(OffloadCall.toKernel("indices")
                .launch(LaunchBounds.of(Dimensions.of(1, 3, 2), Dimensions.of(2, 2, 1)))
                .map(constant.value("out"), TOFROM, Extent.of("[24 x " + RECORD + "]")));
        Place heat = module.in("run_heat");
        Extent plane = Extent.count(heat.value("points"), "float");
        heat.call(OffloadCall.toKernel("heat")
                .launch(LaunchBounds.of(
                        new Dimensions(
                                Dimension.of(heat.value("blocks_x")),
                                Dimension.of(heat.value("blocks_y")),
                                Dimension.ONE),
                        Dimensions.of(8, 4, 1)))
                .map(heat.value("new"), TOFROM, plane)
                .map(heat.value("old"), TO, plane)
                .value(heat.value("width"))
                .value(heat.value("height")));
    }

    private static Dimensions dimensions(Place place, String x, String y, String z) {
        return new Dimensions(Dimension.of(place.value(x)), Dimension.of(place.value(y)), Dimension.of(place.value(z)));
    }
}
