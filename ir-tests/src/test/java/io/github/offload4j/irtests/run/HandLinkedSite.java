package io.github.offload4j.irtests.run;

import io.github.offload4j.codegen.OffloadCall;
import io.github.offload4j.codegen.signature.Access;
import io.github.offload4j.codegen.signature.Extent;
import io.github.offload4j.codegen.signature.LaunchBounds;

/** A launch in a module that knows of no image. */
final class HandLinkedSite implements SiteFamily {
    @Override
    public String driver() {
        return "hand.c";
    }

    @Override
    public String text() {
        return "define void @run_fill(ptr %out) {\n  ret void\n}\n";
    }

    @Override
    public void emit(EmittedModule module) {
        Place place = module.in("run_fill");
        place.call(OffloadCall.toKernel("fill")
                .launch(LaunchBounds.of(1, 1))
                .map(place.value("out"), Access.TOFROM, Extent.of("i32")));
    }
}
