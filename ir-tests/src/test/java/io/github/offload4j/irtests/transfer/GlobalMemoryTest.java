package io.github.offload4j.irtests.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.offload4j.codegen.OffloadOptions;
import io.github.offload4j.codegen.lower.Lowering;
import io.github.offload4j.codegen.option.Transfers;
import io.github.offload4j.irtests.fixture.TestModule;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which global variables may be the same memory: those that only the linker places are not told apart by their names. */
class GlobalMemoryTest {
    private static final String KEPT = "'f' in 'run': kept 'v': the host may read it";
    private static final String MERGED =
            "'f' in 'run': merged 'v' with the site behind; saves up to 64 bytes each time";

    /** Returns what is said of a site of {@code @v}, before another one and with a read of {@code @other} between the two. */
    private static String remark(String globals) {
        return remark(globals, "other");
    }

    private static String remark(String globals, String read) {
        OffloadOptions options =
                OffloadOptions.builder().transfers(Transfers.RESIDENT).build();
        String text = globals
                + """

                declare void @f(ptr) nounwind
                define i32 @run(i64 %i) nounwind {
                  call void @f(ptr @v) SITE
                  %p = getelementptr i32, ptr @READ, i64 %i
                  %n = load i32, ptr %p
                  call void @f(ptr @v) SITE
                  ret i32 %n
                }
                """.replace("SITE", "[ \"offload\"(i1 true, i64 0), \"offload.map\"(i32 0, i64 64, i64 3) ]")
                        .replace("READ", read);
        List<String> remarks = new ArrayList<>();
        try (TestModule module = TestModule.parse(options, text)) {
            Lowering.with(options)
                    .remarkingTo(remark -> remarks.add(remark.toString()))
                    .lower(module.raw());
        }
        return remarks.get(0);
    }

    private static String v(String linkage) {
        return "@v = " + linkage + " [16 x i32]"
                + (linkage.startsWith("external") ? "" : " zeroinitializer, section \"s\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@other = external global [0 x i32]",
                "@other = external constant [0 x i32]",
                "@other = external global {}",
                "@other = external global [4 x { [0 x i8], {} }]",
                "%t = type opaque\n@other = external global %t",
                "@other = global [0 x i32] zeroinitializer",
                "@other = extern_weak global i32",
                "@other = alias i32, ptr @v",
            })
    void whatHasNoSizeMayBeAnywhere(String other) {
        assertThat(remark(v("global") + "\n" + other)).isEqualTo(KEPT);
        assertThat(remark(v("internal global") + "\n" + other)).isEqualTo(KEPT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"__start_s", "__stop_s", "\"\\01__start_s\""})
    void theLinkersNamesForTheEndsOfASectionMayBeAnywhere(String name) {
        for (String type : List.of("global i32", "constant i32", "global [4 x i32]")) {
            assertThat(remark(v("global") + "\n@" + name + " = external " + type, name))
                    .as(type)
                    .isEqualTo(KEPT);
        }
    }

    /** As are environ and __environ of the C library. */
    @ParameterizedTest
    @ValueSource(strings = {"external global", "weak global", "linkonce global", "common global"})
    void twoThatAreDefinedElsewhereMayBeOne(String linkage) {
        String first = linkage.startsWith("external") ? v(linkage) : "@v = " + linkage + " [16 x i32] zeroinitializer";

        assertThat(remark(first + "\n@other = external global i32")).isEqualTo(KEPT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"external global i32", "global i32 0", "weak global i32 0", "external constant i32"})
    void whatIsDefinedHereIsNoneOfTheOthers(String other) {
        assertThat(remark(v("global") + "\n@other = " + other)).isEqualTo(MERGED);
        assertThat(remark(v("internal global") + "\n@other = " + other)).isEqualTo(MERGED);
    }

    @Test
    void equivalentDefinitionsAreDefinitions() {
        assertThat(remark("@v = linkonce_odr global [16 x i32] zeroinitializer\n@other = weak_odr global i32 0"))
                .isEqualTo(MERGED);
    }
}
