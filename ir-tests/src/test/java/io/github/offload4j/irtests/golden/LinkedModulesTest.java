package io.github.offload4j.irtests.golden;

import static io.github.offload4j.irtests.filecheck.IrAssert.assertThat;
import static org.bytedeco.llvm.global.LLVM.LLVMLinkModules2;

import io.github.offload4j.codegen.OffloadOptions;
import io.github.offload4j.codegen.ir.ModuleReader;
import io.github.offload4j.codegen.option.Registration;
import io.github.offload4j.codegen.signature.Access;
import io.github.offload4j.codegen.signature.Extent;
import io.github.offload4j.irtests.fixture.TestFunction;
import io.github.offload4j.irtests.fixture.TestModule;
import org.bytedeco.llvm.LLVM.LLVMModuleRef;
import org.junit.jupiter.api.Test;

/** Two modules that launch a kernel of the same name, linked into one. */
final class LinkedModulesTest {
    @Test
    void eachModuleRegistersItsOwnEntries() {
        assertThat(link(OffloadOptions.defaults())).matchesFileCheck("""
                CHECK-DAG: @.k.region_id = internal constant i8 0
                CHECK-DAG: @.k.region_id.[[N:[0-9]+]] = internal constant i8 0
                CHECK-DAG: @.omp_offloading.descriptor = internal constant
                CHECK-DAG: @.omp_offloading.descriptor.{{[0-9]+}} = internal constant
                CHECK-DAG: @llvm.global_ctors = appending global [2 x { i32, ptr, ptr }] [{ i32, ptr, ptr } { i32 101, ptr @.omp_offloading.descriptor_reg, ptr null }, { i32, ptr, ptr } { i32 101, ptr @.omp_offloading.descriptor_reg.{{[0-9]+}}, ptr null }]
                CHECK-LABEL: define void @first(
                CHECK: call i32 @__tgt_target_kernel({{.*}}, ptr @.k.region_id, ptr %kernel_args)
                CHECK-LABEL: define void @second(
                CHECK: call i32 @__tgt_target_kernel({{.*}}, ptr @.k.region_id.[[N]], ptr %kernel_args)
                """);
    }

    @Test
    void theLinkerWrapperFindsOneEntry() {
        OffloadOptions options = OffloadOptions.builder()
                .registration(Registration.LINKER_WRAPPER)
                .build();
        assertThat(link(options))
                .matchesFileCheck("""
                CHECK-DAG: @.k.region_id = weak constant i8 0
                CHECK-DAG: @.offloading.entry.k = weak constant %struct.__tgt_offload_entry {{.*}}, section "llvm_offload_entries", align 8
                CHECK-DAG: @llvm.compiler.used = appending global [2 x ptr] [ptr @.offloading.entry.k, ptr @.offloading.entry.k], section "llvm.metadata"
                CHECK-LABEL: define void @first(
                CHECK: call i32 @__tgt_target_kernel({{.*}}, ptr @.k.region_id, ptr %kernel_args)
                CHECK-LABEL: define void @second(
                CHECK: call i32 @__tgt_target_kernel({{.*}}, ptr @.k.region_id, ptr %kernel_args)
                """)
                .doesNotContain("@.k.region_id.")
                .doesNotContain("@.offloading.entry.k.");
    }

    private static String link(OffloadOptions options) {
        try (TestModule linked = TestModule.read(emit("first", options))) {
            LLVMModuleRef second = ModuleReader.parse(linked.context(), emit("second", options), "second");
            if (LLVMLinkModules2(linked.raw(), second) != 0) {
                throw new AssertionError("the modules do not link");
            }
            // Finishing a module without sites verifies it, and changes nothing.
            linked.finish();
            return linked.text();
        }
    }

    private static String emit(String function, OffloadOptions options) {
        try (TestModule module = TestModule.create(options)) {
            TestFunction run = module.define("void @" + function + "(ptr nonnull %x)");
            module.call(Sites.kernel("k").map(run.parameter("x"), Access.TO, Extent.bytes(8)));
            module.finish();
            return module.text();
        }
    }
}
