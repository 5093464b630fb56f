package io.github.offload4j.irtests.device;

import static io.github.offload4j.irtests.filecheck.IrAssert.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.offload4j.codegen.OffloadOptions;
import io.github.offload4j.codegen.abi.RuntimeAbi;
import io.github.offload4j.codegen.device.DeviceCompiler;
import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.image.DeviceImage;
import io.github.offload4j.codegen.image.DeviceTarget;
import io.github.offload4j.codegen.option.Registration;
import io.github.offload4j.codegen.signature.Access;
import io.github.offload4j.codegen.signature.Device;
import io.github.offload4j.irtests.fixture.TestModule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What variables that host and device both know become in the host's module. */
class DeviceVariablesTest {
    private static final String KERNELS = """
            @table = global [4 x i32] [i32 1, i32 2, i32 3, i32 0], align 16, section "offload.device"
            @sum = internal global i64 0, section "offload.device"
            define void @k(ptr %p) "offload-kernel" {
              %v = load i32, ptr @table
              store i32 %v, ptr %p
              ret void
            }
            """;

    private static DeviceImage image() {
        return DeviceCompiler.create()
                .compile(KERNELS.getBytes(UTF_8), "kernels.ll", DeviceTarget.parse("amdgcn:gfx90a"));
    }

    /** Returns a module that fills the table by its name. */
    private static String filling(OffloadOptions.Builder options, String variables) {
        String function = variables + "\ndefine void @fill() {\nentry:\n  ret void\n}\n";
        try (TestModule module = TestModule.parse(options.build(), function)) {
            module.offload().embed(image());
            module.beforeEndOf(module.function("fill").block("entry"));
            module.offload().updateVariable(module.builder(), "table", Access.TO, Device.of(3));
            module.finish();
            return module.text();
        }
    }

    private static String filling(String variables) {
        return filling(OffloadOptions.builder(), variables);
    }

    @Test
    void areMadeWhereTheModuleHasNone() {
        assertThat(filling("")).matchesFileCheck("""
                CHECK-DAG: @table = internal global [16 x i8] c"\\01\\00\\00\\00\\02\\00\\00\\00\\03\\00\\00\\00\\00\\00\\00\\00", section "offload.device", align 16
                CHECK-DAG: @sum = internal global [8 x i8] zeroinitializer, section "offload.device", align 8
                CHECK-DAG: @.offload_sizes.data = {{.*}} [i64 16]
                CHECK-DAG: @.offload_maptypes.data.update = {{.*}} [i64 1]
                CHECK-DAG: @.omp_offloading.entries = {{.*}} i64 0, i16 1, i16 1, i32 0, ptr @table, ptr @.offloading.entry_name.table, i64 16, i64 0, ptr null {{.*}} ptr @sum, ptr @.offloading.entry_name.sum, i64 8
                CHECK: call void @__tgt_target_data_update_mapper(ptr {{.*}}, i64 3, i32 1, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.data, ptr @.offload_maptypes.data.update, ptr {{.*}}, ptr null)
                """);
    }

    @Test
    void areTheModulesOwnWhereItHasThem() {
        assertThat(filling("@table = internal global [4 x i32] [i32 1, i32 2, i32 3, i32 0]"))
                .matchesFileCheck("""
                CHECK: @table = internal global [4 x i32] [i32 1, i32 2, i32 3, i32 0], section "offload.device"
                CHECK-NOT: @table
                CHECK: @.omp_offloading.entries = {{.*}} ptr @table, ptr @.offloading.entry_name.table, i64 16
                """);
    }

    @Test
    void thatAreDeclaredGiveWayToWhoeverDefinesThem() {
        assertThat(filling("@table = external global [4 x i32]")).matchesFileCheck("""
                CHECK: @table = weak global [16 x i8] c"\\01\\00\\00\\00\\02\\00
                CHECK: store ptr @table, ptr %.offload_baseptrs
                """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"LLVM_19", "PORTABLE"})
    void haveEntriesOfTheOldFormatWhereTheRuntimeReadsThose(RuntimeAbi abi) {
        assertThat(filling(OffloadOptions.builder().runtime(abi), "")).matchesFileCheck("""
                CHECK: @.omp_offloading.entries = {{.*}} { ptr @table, ptr @.offloading.entry_name.table, i64 16, i32 0, i32 0 }
                """);
    }

    @Test
    void haveEntriesThatTheLinkerCollectsWhereItDoes() {
        assertThat(filling(OffloadOptions.builder().registration(Registration.LINKER_WRAPPER), ""))
                .matchesFileCheck("""
                CHECK: @.offloading.entry.table = weak constant {{.*}} ptr @table, ptr @.offloading.entry_name.table, i64 16, {{.*}}, section "llvm_offload_entries", align 8
                CHECK: @llvm.compiler.used = {{.*}}@.offloading.entry.table
                """);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "@table = global [3 x i32] zeroinitializer | device variable 'table' has 12 bytes on the host and 16 on the"
                        + " device; declare it alike in both modules",
                "@table = global [4 x i32] zeroinitializer | device variable 'table' does not begin with the same values on"
                        + " host and device; give it the same initial value in both modules, or none",
                "@table = thread_local global [4 x i32] zeroinitializer | device variable 'table' is thread-local; a device"
                        + " has no such variables",
                "@table = constant [4 x i32] zeroinitializer | device variable 'table' is a constant, which every kernel has"
                        + " by itself; leave the section out",
                "@other = global i32 0, section \"offload.device\" | device variable 'other' is in the module, and the image"
                        + " for amdgcn:gfx90a does not have it; declare it in the kernel module, in section"
                        + " \"offload.device\"",
            })
    void thatHostAndImageDoNotAgreeOn(String variable, String message) {
        assertThatThrownBy(() -> filling(variable))
                .isInstanceOf(OffloadException.class)
                .hasMessage(message);
    }

    @Test
    void thatImagesDoNotAgreeOn() {
        DeviceImage other = DeviceCompiler.create()
                .compile(
                        KERNELS.replace("i32 3", "i32 4").getBytes(UTF_8),
                        "kernels.ll",
                        DeviceTarget.parse("amdgcn:gfx1100"));
        try (TestModule module = TestModule.create(OffloadOptions.builder().build())) {
            assertThatThrownBy(() -> module.offload().embed(image(), other))
                    .isInstanceOf(OffloadException.class)
                    .hasMessage("the images do not have the same device variable 'table'; compile them from one kernel"
                            + " module");
        }
    }
}
