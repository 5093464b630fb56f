package io.github.offload4j.irtests.run;

import static io.github.offload4j.codegen.signature.Access.ALLOC;
import static io.github.offload4j.codegen.signature.Access.FROM;
import static io.github.offload4j.codegen.signature.Access.TO;
import static io.github.offload4j.codegen.signature.Access.TOFROM;

import io.github.offload4j.codegen.DataRegion;
import io.github.offload4j.codegen.OffloadArguments;
import io.github.offload4j.codegen.OffloadCall;
import io.github.offload4j.codegen.diagnostic.SourceLocation;
import io.github.offload4j.codegen.signature.Device;
import io.github.offload4j.codegen.signature.Extent;
import io.github.offload4j.codegen.signature.MapModifier;
import java.util.Set;

/** Host calls with named arguments, whose copies can be told apart in the runtime's report. */
final class CopySites implements SiteFamily {
    private static final SourceLocation LOCATION = new SourceLocation("copies.f90", 7, 5);

    @Override
    public String driver() {
        return "copies.c";
    }

    @Override
    public String text() {
        return """
            declare void @use(ptr, ptr, ptr, ptr)
            declare void @pass(ptr, ptr)
            declare void @call_from_odd_names(ptr)

            define void @run_use(ptr %to, ptr %from, ptr %tofrom, ptr %alloc) {
              ret void
            }
            define void @run_use_inside_region(ptr %all) {
              ret void
            }
            define void @run_use_always(ptr %all) {
              ret void
            }
            define void @run_pass(ptr %first, ptr %second, i64 %first_bytes, i64 %second_bytes) {
              ret void
            }

            define void @"gr\\C3\\B6\\C3\\9Fe; \\22callee\\22 %s%n"(ptr %values) {
              call void @call_from_odd_names(ptr %values)
              ret void
            }
            define internal void @"f\\C3\\BChrt; \\22aus\\22 %s%n"(ptr %values) {
              ret void
            }
            define void @run_odd_names(ptr %values) {
              call void @"f\\C3\\BChrt; \\22aus\\22 %s%n"(ptr %values)
              ret void
            }
            """;
    }

    @Override
    public void emit(EmittedModule module) {
        Place use = module.in("run_use");
        use.call(to(module, "use")
                .map(use.value("to"), TO, Extent.bytes(10))
                .map(use.value("from"), FROM, Extent.bytes(20))
                .map(use.value("tofrom"), TOFROM, Extent.bytes(30))
                .map(use.value("alloc"), ALLOC, Extent.bytes(40)));

        useInsideRegion(module, "run_use_inside_region", Set.of());
        useInsideRegion(module, "run_use_always", Set.of(MapModifier.ALWAYS));

        Place pass = module.in("run_pass");
        pass.call(to(module, "pass")
                .map(pass.value("first"), TO, Extent.bytes(pass.value("first_bytes")))
                .map(pass.value("second"), FROM, Extent.bytes(pass.value("second_bytes"))));

        Place odd = module.in("führt; \"aus\" %s%n");
        odd.call(OffloadCall.to(module.function("größe; \"callee\" %s%n"))
                .host(true)
                .at(new SourceLocation("ver;zeichnis \"größe\" %s%n.f90", 12, 7))
                .map(odd.value("values"), TOFROM, Extent.bytes(3))
                .named("wert; \"größe\" %s%n"));
    }

    private static void useInsideRegion(EmittedModule module, String function, Set<MapModifier> modifiers) {
        Place place = module.in(function);
        OffloadArguments all = OffloadArguments.builder()
                .map(place.value("all"), TOFROM, Extent.bytes(100))
                .build();
        DataRegion region = module.offload().open(place.builder(), "all", all, Device.DEFAULT);
        place.call(to(module, "use")
                .map(place.value("all"), TOFROM, Extent.bytes(10), modifiers)
                .map(place.value("all"), TOFROM, Extent.bytes(10), modifiers)
                .map(place.value("all"), TOFROM, Extent.bytes(10), modifiers)
                .map(place.value("all"), TOFROM, Extent.bytes(10), modifiers));
        region.close();
    }

    private static OffloadCall.Builder to(EmittedModule module, String callee) {
        return OffloadCall.to(module.function(callee)).host(true).at(LOCATION);
    }
}
