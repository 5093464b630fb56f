package io.github.offload4j.irtests.run;

import io.github.offload4j.codegen.OffloadCall;
import io.github.offload4j.codegen.signature.Access;
import io.github.offload4j.codegen.signature.Extent;
import java.util.List;
import java.util.Locale;

/** Host calls that get one array for two or three parameters, in every pair of directions. */
final class AliasSites implements SiteFamily {
    private static final List<Access> ACCESSES = List.of(Access.TO, Access.FROM, Access.TOFROM, Access.ALLOC);

    @Override
    public String driver() {
        return "aliases.c";
    }

    @Override
    public String text() {
        StringBuilder text = new StringBuilder("""
                declare void @work(ptr, ptr, i32, i32)
                declare void @copy_through(ptr, ptr, ptr, i32)
                declare void @write_third(ptr, ptr, ptr)

                define void @run_one_around_another(ptr %value, ptr %other) {
                  ret void
                }
                define void @run_three(ptr %out, ptr %scratch, ptr %in, i32 %n) {
                  ret void
                }
                """);
        for (Access first : ACCESSES) {
            for (Access second : ACCESSES) {
                for (String kind : new String[] {"one", "two"}) {
                    text.append("define void @" + name(kind, first, second)
                            + "(ptr %first, ptr %second, i32 %n, i32 %kind) {\n  ret void\n}\n");
                }
            }
        }
        return text.toString();
    }

    private static String name(String kind, Access first, Access second) {
        return ("run_" + kind + "_" + first + "_" + second).toLowerCase(Locale.ROOT);
    }

    @Override
    public void emit(EmittedModule module) {
        for (Access first : ACCESSES) {
            for (Access second : ACCESSES) {
                pair(module, name("one", first, second), first, second, "first");
                pair(module, name("two", first, second), first, second, "second");
            }
        }
        Place three = module.in("run_three");
        Extent extent = Extent.count(three.value("n"), "i32");
        three.call(OffloadCall.to(module.function("copy_through"))
                .host(true)
                .map(three.value("out"), Access.FROM, extent)
                .map(three.value("scratch"), Access.ALLOC, extent)
                .map(three.value("in"), Access.TO, extent)
                .value(three.value("n")));
        Place around = module.in("run_one_around_another");
        around.call(OffloadCall.to(module.function("write_third"))
                .host(true)
                .map(around.value("value"), Access.TO, Extent.of("i32"))
                .map(around.value("other"), Access.FROM, Extent.of("i32"))
                .map(around.value("value"), Access.TOFROM, Extent.of("i32")));
    }

    private static void pair(EmittedModule module, String function, Access first, Access second, String other) {
        Place place = module.in(function);
        Extent extent = Extent.count(place.value("n"), "i32");
        place.call(OffloadCall.to(module.function("work"))
                .host(true)
                .map(place.value("first"), first, extent)
                .map(place.value(other), second, extent)
                .value(place.value("n"))
                .value(place.value("kind")));
    }
}
