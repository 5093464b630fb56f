package io.github.offload4j.codegen.lower;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.offload4j.codegen.OffloadOptions;
import io.github.offload4j.codegen.ir.ModuleWriter;
import io.github.offload4j.codegen.ir.OwnedModule;
import io.github.offload4j.codegen.option.Registration;
import io.github.offload4j.codegen.signature.KnownBlocks;
import io.github.offload4j.codegen.signature.KnownBlocks.Size;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The blocks that a module's launches always have. */
class KnownBlocksTest {
    private static final OffloadOptions DEFAULTS = OffloadOptions.defaults();

    private static KnownBlocks blocks(OffloadOptions options, String module) {
        try (OwnedModule owned = OwnedModule.parse(module.getBytes(UTF_8), "module.ll")) {
            String before = ModuleWriter.text(owned.module().raw());
            KnownBlocks blocks = Lowering.with(options).blocks(owned.module().raw());
            assertThat(ModuleWriter.text(owned.module().raw())).isEqualTo(before);
            return blocks;
        }
    }

    private static Map<String, Size> sizes(String... functions) {
        return blocks(DEFAULTS, module(functions)).sizes();
    }

    private static String module(String... functions) {
        return "declare void @k()\ndeclare void @other()\n" + String.join("\n", functions);
    }

    private static String function(String name, String... launches) {
        return "define void @" + name + "(i32 %n) {\n" + String.join("\n", launches) + "\nret void\n}";
    }

    private static String launch(String kernel, String block) {
        return "call void @" + kernel + "() [ \"offload\"(i1 false, i64 -1), \"offload.grid\"(i32 %n, i32 1, i32 1),"
                + " \"offload.block\"(" + block + ") ]";
    }

    @Test
    void oneConstantBlockIsKnown() {
        assertThat(sizes(function("f", launch("k", "i32 128, i32 1, i32 1"))))
                .containsExactly(Map.entry("k", new Size(128, 1, 1)));
    }

    @Test
    void everyDimensionCounts() {
        assertThat(sizes(function("f", launch("k", "i32 16, i32 8, i32 2"))))
                .containsExactly(Map.entry("k", new Size(16, 8, 2)));
    }

    @Test
    void launchesInTwoFunctionsMayAgree() {
        String launch = launch("k", "i32 128, i32 1, i32 1");

        assertThat(sizes(function("f", launch), function("g", launch)))
                .containsExactly(Map.entry("k", new Size(128, 1, 1)));
    }

    @Test
    void launchesThatDifferInAnyDimensionAreUnknown() {
        assertThat(sizes(
                        function("f", launch("k", "i32 128, i32 1, i32 1")),
                        function("g", launch("k", "i32 128, i32 1, i32 2"))))
                .isEmpty();
    }

    @Test
    void aThirdLaunchDoesNotMakeADifferenceKnown() {
        assertThat(sizes(function(
                        "f",
                        launch("k", "i32 128, i32 1, i32 1"),
                        launch("k", "i32 64, i32 1, i32 1"),
                        launch("k", "i32 128, i32 1, i32 1"))))
                .isEmpty();
    }

    @Test
    void aComputedBlockIsUnknownWhateverOtherLaunchesSay() {
        String constant = launch("k", "i32 128, i32 1, i32 1");
        String computed = launch("k", "i32 128, i32 %n, i32 1");

        assertThat(sizes(function("f", computed))).isEmpty();
        assertThat(sizes(function("f", constant, computed))).isEmpty();
        assertThat(sizes(function("f", computed, constant))).isEmpty();
    }

    @Test
    void eachKernelHasItsOwn() {
        assertThat(sizes(function("f", launch("k", "i32 %n, i32 1, i32 1"), launch("other", "i32 64, i32 1, i32 1"))))
                .containsExactly(Map.entry("other", new Size(64, 1, 1)));
    }

    @Test
    void callsOfHostFunctionsAndPlainCallsAreNoLaunches() {
        assertThat(sizes(function(
                        "f",
                        launch("k", "i32 32, i32 1, i32 1"),
                        "call void @k()",
                        "call void @other() [ \"offload\"(i1 true, i64 -1) ]")))
                .containsExactly(Map.entry("k", new Size(32, 1, 1)));
    }

    @Test
    void nothingIsKnownWhereAMarkIsWrong() {
        assertThat(sizes(function("f", launch("k", "i32 128, i32 1, i32 1"), launch("other", "i32 0, i32 1, i32 1"))))
                .isEmpty();
    }

    @Test
    void nothingIsKnownWhereTheModuleLaunchesWithoutMarks() {
        String runtime = "declare i32 @__tgt_target_kernel(ptr, i64, i32, i32, ptr, ptr)";

        assertThat(sizes(runtime, function("f", launch("k", "i32 128, i32 1, i32 1"))))
                .isEmpty();
    }

    @Test
    void nothingIsKnownForTheLinkerWrapperWhichGivesModulesACommonImage() {
        OffloadOptions options = OffloadOptions.builder()
                .registration(Registration.LINKER_WRAPPER)
                .build();

        assertThat(blocks(options, module(function("f", launch("k", "i32 128, i32 1, i32 1"))))
                        .sizes())
                .isEmpty();
    }

    @Test
    void marksThatAreCallsSayTheSame() {
        assertThat(blocks(DEFAULTS, marked("")).sizes()).containsExactly(Map.entry("k", new Size(64, 1, 1)));
    }

    @Test
    void nothingIsKnownWhereAMarkThatIsACallIsWrong() {
        assertThat(blocks(DEFAULTS, marked("call void @offload_shared(i32 4)\n"))
                        .sizes())
                .isEmpty();
    }

    private static String marked(String after) {
        return CallMarksTest.function(CallMarksTest.LAUNCH + """
                        call void @offload_map_pointer(ptr %x, i64 %n, i64 3)
                        call void @k(i64 %n, ptr %x)
                        """ + after + "ret void\n") + CallMarksTest.MARKS;
    }
}
