package io.github.offload4j.irtests.golden;

import static io.github.offload4j.irtests.filecheck.IrAssert.assertThat;

import io.github.offload4j.codegen.OffloadCall;
import io.github.offload4j.codegen.OffloadOptions;
import io.github.offload4j.codegen.signature.Access;
import io.github.offload4j.codegen.signature.Extent;
import io.github.offload4j.irtests.fixture.TestFunction;
import io.github.offload4j.irtests.fixture.TestModule;
import org.junit.jupiter.api.Test;

/** 255 arguments, as many as a Java method has; too many to read them all. */
final class ManyArgumentsTest {
    @Test
    void everyArgumentHasItsEntries() {
        assertThat(emit()).matchesFileCheck("""
                CHECK: @.offload_sizes.k = private unnamed_addr constant [255 x i64] [i64 4, i64 4, {{.*}}, i64 4, i64 8]
                CHECK-NEXT: @.offload_maptypes.k.begin = private unnamed_addr constant [255 x i64] [i64 768, {{.*}}, i64 768, i64 1]
                CHECK-NEXT: @.offload_maptypes.k.kernel = private unnamed_addr constant [255 x i64] [i64 800, {{.*}}, i64 800, i64 32]
                CHECK-LABEL: define void @run(
                CHECK-NEXT: entry:
                CHECK-NEXT: [[BASES:%.*]] = alloca [255 x ptr], align 8
                CHECK-NEXT: [[PTRS:%.*]] = alloca [255 x ptr], align 8
                CHECK: store i64 [[FIRST:%.*]], ptr [[BASES]], align 8
                CHECK: [[BASE:%.*]] = getelementptr inbounds [255 x ptr], ptr [[BASES]], i32 0, i32 254
                CHECK-NEXT: store ptr %x, ptr [[BASE]], align 8
                CHECK-NEXT: [[PTR:%.*]] = getelementptr inbounds [255 x ptr], ptr [[PTRS]], i32 0, i32 254
                CHECK-NEXT: store ptr %x, ptr [[PTR]], align 8
                CHECK-NEXT: call void @__tgt_target_data_begin_mapper(ptr @{{[0-9]+}}, i64 {{%.*}}, i32 255, ptr [[BASES]], ptr [[PTRS]],
                CHECK: store i32 255, ptr %NumArgs, align 4
                CHECK: call i32 @__tgt_target_kernel(
                CHECK: call void @__tgt_target_data_end_mapper(ptr @{{[0-9]+}}, i64 {{%.*}}, i32 255,
                """);
    }

    private static String emit() {
        try (TestModule module = TestModule.create(OffloadOptions.defaults())) {
            TestFunction run = module.define("void @run(i32 %n, ptr nonnull %x)");
            OffloadCall.Builder call = Sites.kernel("k");
            for (int i = 0; i < 254; i++) {
                call.value(run.parameter("n"));
            }
            module.call(call.map(run.parameter("x"), Access.TO, Extent.bytes(8)));
            module.finish();
            return module.text();
        }
    }
}
