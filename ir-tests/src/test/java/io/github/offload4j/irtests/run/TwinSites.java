package io.github.offload4j.irtests.run;

import io.github.offload4j.codegen.OffloadCall;
import io.github.offload4j.codegen.signature.Access;
import io.github.offload4j.codegen.signature.Extent;
import io.github.offload4j.codegen.signature.LaunchBounds;
import java.util.Locale;

/** One of two modules with an image each, in which everything has the same names. */
enum TwinSites implements SiteFamily {
    /** Counts from 1. */
    FIRST,
    /** Counts from 2. */
    SECOND;

    private String twin() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String driver() {
        return "twins.c";
    }

    @Override
    public String text() {
        return "define void @run_" + twin() + "(ptr %out) {\n  ret void\n}\n";
    }

    @Override
    public void emit(EmittedModule module) {
        module.offload().embed(KernelImages.linked(module.runtime(), "fill-" + twin()));
        Place place = module.in("run_" + twin());
        place.call(OffloadCall.toKernel("fill")
                .launch(LaunchBounds.of(1, 1))
                .map(place.value("out"), Access.FROM, Extent.of("i32")));
    }
}
