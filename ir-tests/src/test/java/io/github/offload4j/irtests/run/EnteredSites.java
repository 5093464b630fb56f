package io.github.offload4j.irtests.run;

import io.github.offload4j.codegen.EnteredData;
import io.github.offload4j.codegen.OffloadArguments;
import io.github.offload4j.codegen.OffloadCall;
import io.github.offload4j.codegen.signature.Access;
import io.github.offload4j.codegen.signature.Device;
import io.github.offload4j.codegen.signature.Extent;
import io.github.offload4j.codegen.signature.Member;

/** Data that is entered in one function and exited in another. */
final class EnteredSites implements SiteFamily {
    @Override
    public String driver() {
        return "entered.c";
    }

    @Override
    public String text() {
        return """
            declare void @scale_entered(ptr, i64, double)

            define void @run_enter(ptr %values, i64 %n) {
              ret void
            }
            define void @run_scale_entered(ptr %values, i64 %n, double %factor) {
              ret void
            }
            define void @run_exit(ptr %values, i64 %n) {
              ret void
            }
            define void @run_release(ptr %values, i64 %n) {
              ret void
            }
            define void @run_delete(ptr %values) {
              ret void
            }
            define void @run_fetch_and_delete(ptr %values, i64 %n) {
              ret void
            }
            define void @run_enter_vector(ptr %vector) {
              ret void
            }
            define void @run_exit_vector(ptr %vector) {
              ret void
            }
            define i32 @run_entered_between(ptr %values, i64 %n, double %factor, i1 zeroext %early) {
              br i1 %early, label %return, label %finish
            return:
              ret i32 1
            finish:
              ret i32 0
            }
            """;
    }

    @Override
    public void emit(EmittedModule module) {
        try (EnteredData data = enter(module, module.in("run_enter"))) {
            Place exit = module.in("run_exit");
            data.exit(exit.builder(), values(exit, Access.TOFROM), Device.DEFAULT);
        }
        scale(module, module.in("run_scale_entered"));
        Place release = module.in("run_release");
        module.offload().exit(release.builder(), "release", values(release, Access.ALLOC), Device.DEFAULT);
        Place delete = module.in("run_delete");
        OffloadArguments all = OffloadArguments.builder()
                .map(delete.value("values"), Access.DELETE, Extent.bytes(8))
                .build();
        module.offload().exit(delete.builder(), "delete", all, Device.DEFAULT);
        Place fetch = module.in("run_fetch_and_delete");
        module.offload().exit(fetch.builder(), "fetch", values(fetch, Access.FROM_DELETE), Device.DEFAULT);
        try (EnteredData data = enterVector(module.in("run_enter_vector"), module)) {
            Place exit = module.in("run_exit_vector");
            data.exit(exit.builder(), vector(exit), Device.DEFAULT);
        }
        emitBetween(module);
    }

    private static EnteredData enterVector(Place place, EmittedModule module) {
        return module.offload().enter(place.builder(), "vector", vector(place), Device.DEFAULT);
    }

    private static OffloadArguments vector(Place place) {
        return OffloadArguments.builder()
                .map(place.value("vector"), Access.TO, Extent.of("{ i64, ptr }"))
                .member(Member.of(Long.BYTES, Access.TOFROM, Extent.field(0, Long.SIZE, "double")))
                .build();
    }

    private static void emitBetween(EmittedModule module) {
        Place place = module.in("run_entered_between");
        try (EnteredData data = enter(module, place)) {
            scale(module, place);
            data.end(module.in("run_entered_between", "return").builder());
            data.exit(module.in("run_entered_between", "finish").builder());
        }
    }

    private static EnteredData enter(EmittedModule module, Place place) {
        return module.offload().enter(place.builder(), "values", values(place, Access.TOFROM), Device.DEFAULT);
    }

    private static void scale(EmittedModule module, Place place) {
        place.call(OffloadCall.to(module.function("scale_entered"))
                .host(true)
                .map(place.value("values"), Access.TOFROM, Extent.count(place.value("n"), "double"))
                .value(place.value("n"))
                .value(place.value("factor")));
    }

    private static OffloadArguments values(Place place, Access access) {
        return OffloadArguments.builder()
                .map(place.value("values"), access, Extent.count(place.value("n"), "double"))
                .build();
    }
}
