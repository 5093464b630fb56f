package io.github.offload4j.codegen.lower;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What marks that are calls become, one behind the other: exactly what bundles on the call become. */
class CallMarksTest {
    static final String MARKS = """
            declare void @offload_mark(i1 zeroext, i64)
            declare void @offload_for(ptr)
            declare void @offload_grid(i32, i32, i32)
            declare void @offload_block(i32, i32, i32)
            declare void @offload_shared(i32)
            declare void @offload_map(i32, i64, i64)
            declare void @offload_map_pointer(ptr, i64, i64)
            declare void @offload_device(i32)
            declare void @offload_device_pointer(ptr)
            declare void @offload_fallback(ptr)
            """;

    /** Kernels by section and by attribute, one from elsewhere, and host functions. */
    static final String FUNCTIONS = """
            define void @k(i64 %n, ptr %x) noinline section "offload.kernel" {
              store i64 %n, ptr %x
              ret void
            }
            define internal void @local(ptr %x, ptr %y) noinline {
              store i8 1, ptr %x
              ret void
            }
            declare void @sum(ptr, i64)
            declare i64 @size(ptr)
            declare void @may_throw(i64)
            declare i32 @personality(...)
            """;

    static final String LAUNCH = """
            call void @offload_mark(i1 false, i64 -1)
            call void @offload_grid(i32 2, i32 1, i32 1)
            call void @offload_block(i32 64, i32 1, i32 1)
            """;

    static final String BUNDLES = "\"offload\"(i1 false, i64 -1), \"offload.grid\"(i32 2, i32 1, i32 1),"
            + " \"offload.block\"(i32 64, i32 1, i32 1)";

    static String function(String body) {
        return FUNCTIONS + "define void @run(i64 %n, ptr %x, ptr %y, i1 %c) personality ptr @personality {\n" + body
                + "}\n";
    }

    static void assertSame(String calls, String bundles) {
        assertThat(LoweredText.of(function(calls) + MARKS)).isEqualTo(LoweredText.of(function(bundles)));
    }

    @Test
    void aPointerFindsItsArgument() {
        assertSame(LAUNCH + """
                call void @offload_map_pointer(ptr %x, i64 %n, i64 3)
                call void @k(i64 %n, ptr %x)
                ret void
                """, """
                call void @k(i64 %%n, ptr %%x) [%s, "offload.map"(i32 1, i64 %%n, i64 3)]
                ret void
                """.formatted(BUNDLES));
    }

    @Test
    void everyMarkBecomesItsBundle() {
        assertSame("""
                call void @offload_mark(i1 false, i64 %n)
                call void @offload_for(ptr @local)
                call void @offload_grid(i32 2, i32 1, i32 1)
                call void @offload_block(i32 64, i32 1, i32 1)
                call void @offload_shared(i32 256)
                call void @offload_map(i32 0, i64 8, i64 1)
                call void @offload_device_pointer(ptr %y)
                call void @offload_fallback(ptr @local)
                call void @local(ptr %x, ptr %y)
                ret void
                """, """
                call void @local(ptr %x, ptr %y) ["offload"(i1 false, i64 %n), "offload.grid"(i32 2, i32 1, i32 1),
                    "offload.block"(i32 64, i32 1, i32 1), "offload.shared"(i32 256), "offload.map"(i32 0, i64 8, i64 1),
                    "offload.device"(i32 1), "offload.fallback"(ptr @local)]
                ret void
                """);
    }

    @Test
    void deviceByNumber() {
        assertSame(LAUNCH + """
                call void @offload_device(i32 1)
                call void @k(i64 %n, ptr %x)
                ret void
                """, """
                call void @k(i64 %%n, ptr %%x) [%s, "offload.device"(i32 1)]
                ret void
                """.formatted(BUNDLES));
    }

    @Test
    void aHostFunctionThatFollowsDirectlyNeedsNoName() {
        assertSame("""
                call void @offload_mark(i1 true, i64 0)
                call void @offload_map(i32 0, i64 %n, i64 1)
                call void @sum(ptr %x, i64 %n)
                ret void
                """, """
                call void @sum(ptr %x, i64 %n) ["offload"(i1 true, i64 0), "offload.map"(i32 0, i64 %n, i64 1)]
                ret void
                """);
    }

    @Test
    void otherCallsAreSteppedOver() {
        assertSame(LAUNCH + """
                %a = call i64 @size(ptr %x)
                call void @offload_map_pointer(ptr %x, i64 %a, i64 1)
                %b = call i64 @size(ptr %y)
                call void @may_throw(i64 %b)
                call void @k(i64 %b, ptr %x)
                ret void
                """, """
                %%a = call i64 @size(ptr %%x)
                %%b = call i64 @size(ptr %%y)
                call void @may_throw(i64 %%b)
                call void @k(i64 %%b, ptr %%x) [%s, "offload.map"(i32 1, i64 %%a, i64 1)]
                ret void
                """.formatted(BUNDLES));
    }

    @Test
    void anUnmarkedCallOfAKernelStaysACallOfTheHost() {
        assertSame("call void @k(i64 1, ptr %y)\n" + LAUNCH + """
                call void @offload_map_pointer(ptr %x, i64 8, i64 3)
                call void @k(i64 %n, ptr %x)
                call void @k(i64 2, ptr %y)
                ret void
                """, """
                call void @k(i64 1, ptr %%y)
                call void @k(i64 %%n, ptr %%x) [%s, "offload.map"(i32 1, i64 8, i64 3)]
                call void @k(i64 2, ptr %%y)
                ret void
                """.formatted(BUNDLES));
    }

    @Test
    void variablesOfUnoptimisedCodeAreLookedThrough() {
        assertSame("""
                %x.slot = alloca ptr
                %flag = alloca i8
                %bits = alloca i64
                %f = alloca ptr
                store ptr %x, ptr %x.slot
                store i8 0, ptr %flag
                store i64 1, ptr %bits
                store ptr @local, ptr %f
                %flag.v = load i8, ptr %flag
                %flag.b = trunc i8 %flag.v to i1
                call void @offload_mark(i1 %flag.b, i64 -1)
                %f.v = load ptr, ptr %f
                call void @offload_for(ptr %f.v)
                call void @offload_grid(i32 2, i32 1, i32 1)
                call void @offload_block(i32 64, i32 1, i32 1)
                %x.1 = load ptr, ptr %x.slot
                %bits.v = load i64, ptr %bits
                %both = or i64 %bits.v, 2
                call void @offload_map_pointer(ptr %x.1, i64 8, i64 %both)
                %x.2 = load ptr, ptr %x.slot
                call void @local(ptr %x.2, ptr null)
                ret void
                """, """
                %%x.slot = alloca ptr
                %%flag = alloca i8
                %%bits = alloca i64
                %%f = alloca ptr
                store ptr %%x, ptr %%x.slot
                store i8 0, ptr %%flag
                store i64 1, ptr %%bits
                store ptr @local, ptr %%f
                %%flag.v = load i8, ptr %%flag
                %%flag.b = trunc i8 %%flag.v to i1
                %%f.v = load ptr, ptr %%f
                %%x.1 = load ptr, ptr %%x.slot
                %%bits.v = load i64, ptr %%bits
                %%both = or i64 %%bits.v, 2
                %%x.2 = load ptr, ptr %%x.slot
                call void @local(ptr %%x.2, ptr null) [%s, "offload.map"(i32 0, i64 8, i64 3)]
                ret void
                """.formatted(BUNDLES));
    }

    /** What a container's {@code data()} returns is the same both times, as nothing has changed the container. */
    @Test
    void smallFunctionsOfContainersAreLookedInto() {
        String data = """
                define linkonce_odr ptr @data(ptr %this) noinline optnone {
                  %slot = alloca ptr
                  store ptr %this, ptr %slot
                  %v = load ptr, ptr %slot
                  %begin = load ptr, ptr %v
                  ret ptr %begin
                }
                """;
        String calls = LAUNCH + """
                %1 = call ptr @data(ptr %x)
                call void @offload_map_pointer(ptr %1, i64 8, i64 3)
                %2 = call ptr @data(ptr %x)
                call void @k(i64 %n, ptr %2)
                ret void
                """;
        String bundles = """
                %%1 = call ptr @data(ptr %%x)
                %%2 = call ptr @data(ptr %%x)
                call void @k(i64 %%n, ptr %%2) [%s, "offload.map"(i32 1, i64 8, i64 3)]
                ret void
                """.formatted(BUNDLES);
        assertThat(LoweredText.of(data + function(calls) + MARKS)).isEqualTo(LoweredText.of(data + function(bundles)));
    }

    @ParameterizedTest
    @CsvSource({"i1, true", "i8, 1", "i8, -1", "i32, 1", "i32, -1", "i64, 2"})
    void booleansHaveAnyWidth(String type, String value) {
        String marks = MARKS.replace("i1 zeroext", type);
        String calls = """
                call void @offload_mark(%s %s, i64 -1)
                call void @sum(ptr %%x, i64 %%n)
                ret void
                """.formatted(type, value);
        assertThat(LoweredText.of(function(calls) + marks))
                .isEqualTo(LoweredText.of(
                        function("call void @sum(ptr %x, i64 %n) [\"offload\"(i1 true, i64 -1)]\nret void\n")));
    }

    @Test
    void twoMarkedCallsInOneBlock() {
        assertSame(LAUNCH + """
                call void @offload_map_pointer(ptr %x, i64 8, i64 3)
                call void @k(i64 %n, ptr %x)
                call void @offload_mark(i1 true, i64 -1)
                call void @offload_for(ptr @sum)
                call void @offload_map_pointer(ptr %x, i64 8, i64 1)
                %a = call i64 @size(ptr %y)
                call void @sum(ptr %x, i64 %a)
                ret void
                """, """
                call void @k(i64 %%n, ptr %%x) [%s, "offload.map"(i32 1, i64 8, i64 3)]
                %%a = call i64 @size(ptr %%y)
                call void @sum(ptr %%x, i64 %%a) ["offload"(i1 true, i64 -1), "offload.map"(i32 0, i64 8, i64 1)]
                ret void
                """.formatted(BUNDLES));
    }

    @Test
    void theFunctionItselfMayBeCalledInBetween() {
        assertSame(LAUNCH + """
                call void @run(i64 0, ptr %x, ptr %y, i1 %c)
                call void @offload_map_pointer(ptr %x, i64 8, i64 3)
                tail call void @k(i64 %n, ptr %x)
                ret void
                """, """
                call void @run(i64 0, ptr %%x, ptr %%y, i1 %%c)
                tail call void @k(i64 %%n, ptr %%x) [%s, "offload.map"(i32 1, i64 8, i64 3)]
                ret void
                """.formatted(BUNDLES));
    }

    @Test
    void otherBundlesOfTheCallStay() {
        assertSame("""
                call void @offload_mark(i1 true, i64 -1)
                call void @offload_map_pointer(ptr %x, i64 8, i64 3)
                call void @sum(ptr %x, i64 %n) [ "deopt"(i64 %n) ]
                ret void
                """, """
                call void @sum(ptr %x, i64 %n) [ "deopt"(i64 %n), "offload"(i1 true, i64 -1),
                    "offload.map"(i32 0, i64 8, i64 3) ]
                ret void
                """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"offload_map(i32 0", "offload_map_pointer(ptr %x"})
    void anArgumentThatTheOptimiserHasDroppedIsNotMapped(String mark) {
        assertSame(LAUNCH + """
                call void @offload_for(ptr @local)
                call void @%s, i64 8, i64 3)
                call void @offload_map_pointer(ptr %%y, i64 8, i64 3)
                call void @local(ptr poison, ptr %%y)
                ret void
                """.formatted(mark), """
                call void @local(ptr poison, ptr %%y) [%s, "offload.map"(i32 1, i64 8, i64 3)]
                ret void
                """.formatted(BUNDLES));
    }

    @Test
    void numbersAreThoseOfALocalFunctionThatIsKept() {
        String used = "@llvm.used = appending global [1 x ptr] [ptr @local], section \"llvm.metadata\"\n";
        String calls = """
                call void @offload_mark(i1 true, i64 -1)
                call void @offload_map(i32 0, i64 8, i64 3)
                call void @local(ptr %x, ptr %y)
                ret void
                """;
        assertThat(LoweredText.problems(used + function(calls) + MARKS)).isEmpty();
    }

    /** Front ends without sections: the function that the marks describe is the kernel. */
    @Test
    void aKernelThatNothingSaysIsOneIsTheCallThatTheMarksDescribe() {
        assertSame(LAUNCH + """
                call void @offload_map_pointer(ptr %x, i64 8, i64 3)
                call void @offload_map_pointer(ptr %y, i64 8, i64 3)
                call void @may_throw(i64 %n)
                call void @local(ptr %x, ptr %y)
                ret void
                """, """
                call void @may_throw(i64 %%n)
                call void @local(ptr %%x, ptr %%y) [%s, "offload.map"(i32 0, i64 8, i64 3),
                    "offload.map"(i32 1, i64 8, i64 3)]
                ret void
                """.formatted(BUNDLES));
    }

    @Test
    void aKernelThatIsKnownComesBeforeOneThatTheMarksDescribe() {
        assertSame(LAUNCH + """
                call void @offload_map_pointer(ptr %x, i64 8, i64 3)
                call void @sum(ptr %x, i64 %n)
                call void @k(i64 %n, ptr %x)
                ret void
                """, """
                call void @sum(ptr %%x, i64 %%n)
                call void @k(i64 %%n, ptr %%x) [%s, "offload.map"(i32 1, i64 8, i64 3)]
                ret void
                """.formatted(BUNDLES));
    }

    @Test
    void calledThroughAPointerThatIsKnown() {
        assertSame("""
                %f = alloca ptr
                store ptr @sum, ptr %f
                call void @offload_mark(i1 true, i64 -1)
                call void @offload_for(ptr @sum)
                call void @offload_map_pointer(ptr %x, i64 8, i64 3)
                %a = call i64 @size(ptr %y)
                %g = load ptr, ptr %f
                call void %g(ptr %x, i64 %a)
                ret void
                """, """
                %f = alloca ptr
                store ptr @sum, ptr %f
                %a = call i64 @size(ptr %y)
                %g = load ptr, ptr %f
                call void %g(ptr %x, i64 %a) ["offload"(i1 true, i64 -1), "offload.map"(i32 0, i64 8, i64 3)]
                ret void
                """);
    }

    @Test
    void functionsOfTheUsersOwnWithTheNamesOfMarksAreNone() {
        String own = "define void @offload_map(i64 %n) {\n  ret void\n}\n";
        String module = own + "define void @run() {\n  call void @offload_map(i64 1)\n  ret void\n}\n";

        assertThat(LoweredText.of(module)).contains("call void @offload_map(i64 1)");
    }

    /** What LLVM's own passes cannot bear has to stay out of their way. */
    @Test
    void anAddressThatControlFlowIntegrityLeavesAlone() {
        String module = "declare void @other()\n@table = constant ptr no_cfi @other\n"
                + function(LAUNCH + "call void @k(i64 %n, ptr null)\nret void\n") + MARKS;

        assertThat(LoweredText.problems(module)).isEmpty();
    }
}
