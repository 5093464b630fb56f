package io.github.offload4j.irtests.run;

import io.github.offload4j.codegen.OffloadCall;
import io.github.offload4j.codegen.signature.Access;
import io.github.offload4j.codegen.signature.Extent;

/** One host call in a module that differs in how it comes to life. */
enum IncrementSite implements SiteFamily {
    /** The module has a constructor already. */
    BESIDE_OWN_CONSTRUCTOR("own_constructor.c") {
        @Override
        public String text() {
            return SITE + """
                @constructed = global i32 0
                @llvm.global_ctors = appending global [1 x { i32, ptr, ptr }] [
                  { i32, ptr, ptr } { i32 65535, ptr @construct, ptr null }
                ]
                define internal void @construct() {
                  %before = load i32, ptr @constructed
                  %after = add i32 %before, 1
                  store i32 %after, ptr @constructed
                  ret void
                }
                """;
        }
    },
    /** The driver registers the module. */
    REGISTERED("registered.c") {
        @Override
        public String text() {
            return SITE;
        }
    };

    private static final String SITE = """
            declare void @increment(ptr)
            define void @run_increment(ptr %value) {
              ret void
            }
            """;

    private final String driver;

    IncrementSite(String driver) {
        this.driver = driver;
    }

    @Override
    public String driver() {
        return driver;
    }

    @Override
    public void emit(EmittedModule module) {
        Place place = module.in("run_increment");
        place.call(OffloadCall.to(module.function("increment"))
                .host(true)
                .map(place.value("value"), Access.TOFROM, Extent.of("i32")));
    }
}
