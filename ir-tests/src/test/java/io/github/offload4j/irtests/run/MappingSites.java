package io.github.offload4j.irtests.run;

import static io.github.offload4j.codegen.signature.Access.ALLOC;
import static io.github.offload4j.codegen.signature.Access.FROM;
import static io.github.offload4j.codegen.signature.Access.TO;
import static io.github.offload4j.codegen.signature.Access.TOFROM;

import io.github.offload4j.codegen.DataRegion;
import io.github.offload4j.codegen.OffloadArguments;
import io.github.offload4j.codegen.OffloadCall;
import io.github.offload4j.codegen.signature.Access;
import io.github.offload4j.codegen.signature.Device;
import io.github.offload4j.codegen.signature.Extent;
import io.github.offload4j.codegen.signature.MapModifier;
import java.util.Set;

/** Host calls with null, empty, present and overlapping arguments, and with map modifiers. */
final class MappingSites implements SiteFamily {
    @Override
    public String driver() {
        return "mapping.c";
    }

    @Override
    public String text() {
        return """
            declare void @take(ptr, ptr, i64)

            define void @run_take(ptr %first, ptr %second, i64 %n) {
              ret void
            }
            define void @run_take_static(ptr %first, ptr %second) {
              ret void
            }
            define void @run_take_null_constant(ptr %second) {
              ret void
            }
            define void @run_take_raw(ptr %raw, ptr %host, i64 %n) {
              ret void
            }
            define void @run_take_inside_region(ptr %values, i64 %n) {
              ret void
            }
            define void @run_take_present_inside_region(ptr %values, i64 %n) {
              ret void
            }
            define void @run_take_always_inside_region(ptr %values, i64 %n, ptr %copied_back) {
              br label %after
            after:
              %copy = load i32, ptr %values
              store i32 %copy, ptr %copied_back
              br label %exit
            exit:
              ret void
            }
            define void @run_take_hold(ptr %first, ptr %second, i64 %n) {
              ret void
            }
            define void @run_take_close(ptr %first, ptr %second, i64 %n) {
              ret void
            }
            define void @run_take_sections(ptr %first, i64 %first_count, ptr %second, i64 %second_count, i64 %n) {
              ret void
            }
            define void @run_take_to_from_sections(
                ptr %first, i64 %first_count, ptr %second, i64 %second_count, i64 %n) {
              ret void
            }
            define void @run_take_from_to_sections(
                ptr %first, i64 %first_count, ptr %second, i64 %second_count, i64 %n) {
              ret void
            }
            define void @run_overwrite_one_alloc_from(ptr %values, i64 %whole, i64 %part) {
              ret void
            }
            define void @run_take_alloc_from_sections(
                ptr %first, i64 %first_count, ptr %second, i64 %second_count, i64 %n) {
              ret void
            }
            define void @run_take_alloc_tofrom_sections(
                ptr %first, i64 %first_count, ptr %second, i64 %second_count, i64 %n) {
              ret void
            }
            """;
    }

    @Override
    public void emit(EmittedModule module) {
        take(module, "run_take", Set.of());
        take(module, "run_take_hold", Set.of(MapModifier.HOLD));
        take(module, "run_take_close", Set.of(MapModifier.CLOSE));

        Place constant = module.in("run_take_static");
        constant.call(to(module)
                .map(constant.value("first"), TOFROM, Extent.of("[3 x i32]"))
                .map(constant.value("second"), TOFROM, Extent.of("[3 x i32]"))
                .value(module.integer(3)));
        Place nothing = module.in("run_take_null_constant");
        nothing.call(to(module)
                .map(module.nullPointer(), TOFROM, Extent.of("[3 x i32]"))
                .map(nothing.value("second"), TOFROM, Extent.of("[3 x i32]"))
                .value(module.integer(3)));

        Place raw = module.in("run_take_raw");
        raw.call(to(module)
                .devicePointer(raw.value("raw"))
                .map(raw.value("host"), TOFROM, Extent.count(raw.value("n"), "i32"))
                .value(raw.value("n")));

        emitInsideRegions(module);
        sections(module, "run_take_sections", TOFROM, TOFROM);
        sections(module, "run_take_to_from_sections", TO, FROM);
        sections(module, "run_take_from_to_sections", FROM, TO);
        sections(module, "run_take_alloc_tofrom_sections", ALLOC, TOFROM);
        sections(module, "run_take_alloc_from_sections", ALLOC, FROM);

        Place one = module.in("run_overwrite_one_alloc_from");
        one.call(to(module)
                .map(one.value("values"), ALLOC, Extent.count(one.value("whole"), "i32"))
                .map(one.value("values"), FROM, Extent.count(one.value("part"), "i32"))
                .value(module.integer(0)));
    }

    private static void emitInsideRegions(EmittedModule module) {
        takeInsideRegion(module, "run_take_inside_region", Set.of());
        takeInsideRegion(module, "run_take_present_inside_region", Set.of(MapModifier.PRESENT));

        Place always = module.in("run_take_always_inside_region");
        DataRegion region = open(module, always);
        takeBoth(module, always, Set.of(MapModifier.ALWAYS));
        always.moveTo("exit");
        region.close();
    }

    private static void takeInsideRegion(EmittedModule module, String function, Set<MapModifier> modifiers) {
        Place place = module.in(function);
        DataRegion region = open(module, place);
        takeBoth(module, place, modifiers);
        region.close();
    }

    private static DataRegion open(EmittedModule module, Place place) {
        OffloadArguments arguments = OffloadArguments.builder()
                .map(place.value("values"), TOFROM, Extent.count(place.value("n"), "i32"))
                .build();
        return module.offload().open(place.builder(), "values", arguments, Device.DEFAULT);
    }

    private static void takeBoth(EmittedModule module, Place place, Set<MapModifier> modifiers) {
        Extent extent = Extent.count(place.value("n"), "i32");
        place.call(to(module)
                .map(place.value("values"), TOFROM, extent, modifiers)
                .map(place.value("values"), TOFROM, extent, modifiers)
                .value(place.value("n")));
    }

    private static void take(EmittedModule module, String function, Set<MapModifier> modifiers) {
        Place place = module.in(function);
        Extent extent = Extent.count(place.value("n"), "i32");
        place.call(to(module)
                .map(place.value("first"), TOFROM, extent, modifiers)
                .map(place.value("second"), TOFROM, extent, modifiers)
                .value(place.value("n")));
    }

    private static void sections(EmittedModule module, String function, Access first, Access second) {
        Place place = module.in(function);
        place.call(to(module)
                .map(place.value("first"), first, Extent.count(place.value("first_count"), "i32"))
                .map(place.value("second"), second, Extent.count(place.value("second_count"), "i32"))
                .value(place.value("n")));
    }

    private static OffloadCall.Builder to(EmittedModule module) {
        return OffloadCall.to(module.function("take")).host(true);
    }
}
