package io.github.offload4j.irtests.run;

import io.github.offload4j.codegen.OffloadCall;
import io.github.offload4j.codegen.diagnostic.SourceLocation;
import io.github.offload4j.codegen.signature.Access;
import io.github.offload4j.codegen.signature.Device;
import io.github.offload4j.codegen.signature.Extent;
import io.github.offload4j.codegen.signature.MapModifier;
import java.util.Set;

/** Host calls that break the runtime's rules when they run. */
final class ViolationSites implements SiteFamily {
    @Override
    public String driver() {
        return "violations.c";
    }

    @Override
    public String text() {
        return """
            declare void @nop(ptr, ptr)

            define void @run_present(ptr %first) {
              ret void
            }
            define void @run_sections(ptr %first, i64 %first_count, ptr %second, i64 %second_count) {
              ret void
            }
            define void @run_twice(ptr %first, i64 %first_count) {
              ret void
            }
            define void @run_on_device(ptr %first, i32 %device) {
              ret void
            }
            """;
    }

    @Override
    public void emit(EmittedModule module) {
        Place present = module.in("run_present");
        present.call(to(module, 10)
                .map(present.value("first"), Access.TO, Extent.of("i32"), Set.of(MapModifier.PRESENT))
                .hostPointer(module.nullPointer()));
        Place sections = module.in("run_sections");
        sections.call(to(module, 20)
                .map(sections.value("first"), Access.TOFROM, Extent.count(sections.value("first_count"), "i32"))
                .map(sections.value("second"), Access.TOFROM, Extent.count(sections.value("second_count"), "i32")));
        Place twice = module.in("run_twice");
        twice.call(to(module, 20)
                .map(twice.value("first"), Access.TOFROM, Extent.count(twice.value("first_count"), "i32"))
                .map(twice.value("first"), Access.TOFROM, Extent.of("[8 x i32]")));
        Place device = module.in("run_on_device");
        device.call(to(module, 30)
                .device(Device.of(device.value("device")))
                .map(device.value("first"), Access.TO, Extent.of("i32"))
                .hostPointer(module.nullPointer()));
    }

    private static OffloadCall.Builder to(EmittedModule module, int line) {
        return OffloadCall.to(module.function("nop")).host(true).at(new SourceLocation("violations.f90", line, 5));
    }
}
