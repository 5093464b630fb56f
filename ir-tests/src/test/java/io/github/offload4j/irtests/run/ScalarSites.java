package io.github.offload4j.irtests.run;

import io.github.offload4j.codegen.OffloadCall;
import io.github.offload4j.codegen.signature.Access;
import io.github.offload4j.codegen.signature.Extent;
import java.util.List;

/** A host call with a scalar of every width. */
final class ScalarSites implements SiteFamily {
    @Override
    public String driver() {
        return "scalars.c";
    }

    @Override
    public String text() {
        return """
            declare void @store_scalars(ptr, i1 zeroext, i8 signext, i16 signext, i32, i64, half, float, double)

            define void @run_scalars(ptr %out, i1 zeroext %flag, i8 signext %byte, i16 signext %word, i32 %integer,
                                     i64 %wide, half %half, float %single, double %real) {
              ret void
            }
            """;
    }

    @Override
    public void emit(EmittedModule module) {
        Place place = module.in("run_scalars");
        OffloadCall.Builder call = OffloadCall.to(module.function("store_scalars"))
                .host(true)
                .map(place.value("out"), Access.FROM, Extent.of("{ i8, i8, i16, i32, i64, half, float, double }"));
        for (String name : List.of("flag", "byte", "word", "integer", "wide", "half", "single", "real")) {
            call.value(place.value(name));
        }
        place.call(call);
    }
}
