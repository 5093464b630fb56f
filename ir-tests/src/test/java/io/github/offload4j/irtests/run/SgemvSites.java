package io.github.offload4j.irtests.run;

import static io.github.offload4j.codegen.signature.Access.TO;
import static io.github.offload4j.codegen.signature.Access.TOFROM;

import io.github.offload4j.codegen.DataRegion;
import io.github.offload4j.codegen.OffloadArguments;
import io.github.offload4j.codegen.OffloadCall;
import io.github.offload4j.codegen.diagnostic.SourceLocation;
import io.github.offload4j.codegen.signature.Device;
import io.github.offload4j.codegen.signature.Extent;
import org.bytedeco.llvm.LLVM.LLVMValueRef;

/** Calls of a BLAS library in a loop: the library's own function, and one that takes its scalars by reference. */
final class SgemvSites implements SiteFamily {
    private static final String LOOP = """
            entry:
              %elements = mul i32 %rows, %columns
              br label %body
            body:
              %done = phi i32 [ 0, %entry ], [ %next, %body ]
              %next = add i32 %done, 1
              %more = icmp slt i32 %next, %times
              br i1 %more, label %body, label %exit
            exit:
              ret void
            }
            """;

    @Override
    public String driver() {
        return "blas.c";
    }

    @Override
    public String text() {
        return """
            declare void @cblas_sgemv(i32, i32, i32, i32, float, ptr, i32, ptr, i32, float, ptr, i32)
            declare void @sgemv_by_reference(i32, i32, ptr, ptr, ptr, ptr, ptr)
            """
                + "define void @run_sgemv_by_value(i32 %rows, i32 %columns, float %alpha, ptr %A, ptr %x, float %beta,"
                + " ptr %y, i32 %times) {\n" + LOOP
                + "define void @run_sgemv_by_reference(i32 %rows, i32 %columns, ptr %alpha, ptr %A, ptr %x, ptr %beta,"
                + " ptr %y, i32 %times) {\n" + LOOP
                + "define void @run_sgemv_in_a_region(i32 %rows, i32 %columns, ptr %alpha, ptr %A, ptr %x, ptr %beta,"
                + " ptr %y, i32 %times) {\n" + LOOP;
    }

    @Override
    public void emit(EmittedModule module) {
        emitByValue(module);
        emitByReference(module);
        emitRegion(module);
    }

    private static void emitByValue(EmittedModule module) {
        Place place = module.in("run_sgemv_by_value", "body");
        LLVMValueRef rowMajor = module.narrowInteger(101);
        LLVMValueRef noTranspose = module.narrowInteger(111);
        LLVMValueRef one = module.narrowInteger(1);
        place.call(OffloadCall.to(module.function("cblas_sgemv"))
                .host(true)
                .value(rowMajor)
                .value(noTranspose)
                .value(place.value("rows"))
                .value(place.value("columns"))
                .value(place.value("alpha"))
                .map(place.value("A"), TO, Extent.count(place.value("elements"), "float"))
                .value(place.value("columns"))
                .map(place.value("x"), TO, Extent.count(place.value("columns"), "float"))
                .value(one)
                .value(place.value("beta"))
                .map(place.value("y"), TOFROM, Extent.count(place.value("rows"), "float"))
                .value(one));
    }

    private static void emitByReference(EmittedModule module) {
        Place place = module.in("run_sgemv_by_reference", "body");
        place.call(OffloadCall.to(module.function("sgemv_by_reference"))
                .host(true)
                .at(new SourceLocation("blas.f90", 3, 1))
                .value(place.value("rows"))
                .value(place.value("columns"))
                .hostPointer(place.value("alpha"))
                .map(place.value("A"), TO, Extent.count(place.value("elements"), "float"))
                .map(place.value("x"), TO, Extent.count(place.value("columns"), "float"))
                .hostPointer(place.value("beta"))
                .map(place.value("y"), TOFROM, Extent.count(place.value("rows"), "float")));
    }

    private static void emitRegion(EmittedModule module) {
        Place place = module.in("run_sgemv_in_a_region");
        OffloadArguments arguments = OffloadArguments.builder()
                .map(place.value("A"), TO, Extent.count(place.value("elements"), "float"))
                .map(place.value("x"), TO, Extent.count(place.value("columns"), "float"))
                .map(place.value("y"), TOFROM, Extent.count(place.value("rows"), "float"))
                .build();
        DataRegion region =
                module.offload().openWithDevicePointers(place.builder(), "sgemv", arguments, Device.DEFAULT);
        place.moveTo("body");
        place.callDirectly(
                "sgemv_by_reference",
                place.value("rows"),
                place.value("columns"),
                place.value("alpha"),
                region.devicePointer(place.value("A")),
                region.devicePointer(place.value("x")),
                place.value("beta"),
                region.devicePointer(place.value("y")));
        place.moveTo("exit");
        region.close();
    }
}
