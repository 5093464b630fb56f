package io.github.offload4j.irtests.run;

import io.github.offload4j.codegen.OffloadCall;
import io.github.offload4j.codegen.diagnostic.SourceLocation;
import io.github.offload4j.codegen.signature.Access;
import io.github.offload4j.codegen.signature.Extent;
import io.github.offload4j.codegen.signature.LaunchBounds;

/** Launches of a kernel that no image has, without a function to fall back to. */
enum FailingLaunchSites implements SiteFamily {
    /** For a module whose refused launches are ignored. */
    IGNORED {
        @Override
        public String driver() {
            return "ignored.c";
        }

        @Override
        public String text() {
            return """
                define void @run_ignored(ptr %y, i64 %n) {
                  ret void
                }
                """;
        }

        @Override
        public void emit(EmittedModule module) {
            Place place = module.in("run_ignored");
            place.call(axpy(place));
        }
    },
    /** For a module whose refused launches end the program. */
    ABORTING {
        @Override
        public String driver() {
            return "aborting.c";
        }

        @Override
        public String text() {
            return """
                define void @run_located(ptr %y, i64 %n) {
                  ret void
                }
                define void @run_without_location(ptr %y, i64 %n) {
                  ret void
                }
                """;
        }

        @Override
        public void emit(EmittedModule module) {
            Place located = module.in("run_located");
            located.call(axpy(located).at(new SourceLocation("dir/solver.f90", 12, 3)));
            Place place = module.in("run_without_location");
            place.call(axpy(place));
        }
    };

    private static OffloadCall.Builder axpy(Place place) {
        return OffloadCall.toKernel("axpy")
                .launch(LaunchBounds.of(4, 32))
                .map(place.value("y"), Access.TOFROM, Extent.count(place.value("n"), "float"))
                .value(place.value("n"));
    }
}
