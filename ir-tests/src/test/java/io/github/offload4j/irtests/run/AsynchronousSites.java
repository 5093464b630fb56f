package io.github.offload4j.irtests.run;

import static io.github.offload4j.codegen.signature.Access.TO;
import static io.github.offload4j.codegen.signature.Access.TOFROM;

import io.github.offload4j.codegen.OffloadArguments;
import io.github.offload4j.codegen.OffloadCall;
import io.github.offload4j.codegen.OffloadTask;
import io.github.offload4j.codegen.signature.Access;
import io.github.offload4j.codegen.signature.DataAction;
import io.github.offload4j.codegen.signature.Dependence;
import io.github.offload4j.codegen.signature.Device;
import io.github.offload4j.codegen.signature.Extent;
import io.github.offload4j.codegen.signature.Formula;
import io.github.offload4j.codegen.signature.LaunchBounds;
import io.github.offload4j.codegen.signature.Member;
import java.util.List;
import org.bytedeco.llvm.LLVM.LLVMValueRef;

/** Sites that are spawned, and waited for in several ways. */
final class AsynchronousSites implements SiteFamily {
    private static final LaunchBounds BOUNDS = LaunchBounds.of(3, 32);

    @Override
    public String driver() {
        return "asynchronous.c";
    }

    @Override
    public String text() {
        return """
            declare void @scale_in_task(ptr, i64, double)
            declare void @saxpy_on_host(i64, float, ptr, ptr)

            define void @run_spawned_saxpy(i64 %n, float %a, ptr %x, ptr %y) {
              ret void
            }
            define void @run_spawned_fallback(i64 %n, float %a, ptr %x, ptr %y) {
              ret void
            }
            define void @run_spawned_chain(ptr %values, i64 %n) {
              ret void
            }
            define void @spawn_in_frame(i64 %n, float %a, ptr %x, ptr %y) {
              %half = fdiv float %a, 2.0
              %whole = fmul float %half, 2.0
              %same = add i64 %n, 0
              ret void
            }
            define void @wait_for_all() {
              ret void
            }
            define void @wait_for_values(ptr %values) {
              ret void
            }
            define void @spawn_pieces(ptr %values, i64 %n, i64 %pieces) {
            entry:
              br label %body
            body:
              %i = phi i64 [ 0, %entry ], [ %next, %body ]
              %begin = mul i64 %i, %n
              %piece = getelementptr double, ptr %values, i64 %begin
              %next = add i64 %i, 1
              %more = icmp slt i64 %next, %pieces
              br i1 %more, label %body, label %exit
            exit:
              ret void
            }
            define void @spawn_host_call(ptr %values, i64 %n, double %factor) {
              ret void
            }
            define void @run_spawned_data(ptr %values, i64 %n) {
              ret void
            }
            define void @spawn_structure(ptr %structure, i32 %times) {
              ret void
            }
            define void @spawn_object(ptr %out, ptr %object) {
              ret void
            }
            """;
    }

    @Override
    public void emit(EmittedModule module) {
        module.offload().embed(KernelImages.linked(module.runtime(), "saxpy", "slice", "pipeline", "objects"));
        Place saxpy = module.in("run_spawned_saxpy");
        try (OffloadTask task = spawn(module, saxpy, saxpy(saxpy, "n", "a"), Dependence.inout(saxpy.value("y")))) {
            task.await(saxpy.builder());
        }
        Place fallback = module.in("run_spawned_fallback");
        spawn(module, fallback, saxpy(fallback, "n", "a").fallback(module.function("saxpy_on_host")));
        module.offload().await(fallback.builder());
        emitChain(module);
        Place frame = module.in("spawn_in_frame");
        spawn(module, frame, saxpy(frame, "same", "whole"));
        module.offload().await(module.in("wait_for_all").builder());
        Place values = module.in("wait_for_values");
        module.offload().await(values.builder(), Dependence.in(values.value("values")));
        emitPieces(module);
        Place host = module.in("spawn_host_call");
        spawn(module, host, scale(module, host, "values", 0), Dependence.inout(host.value("values")));
        emitData(module);
        Place structure = module.in("spawn_structure");
        Formula count = Formula.field(0, 64).times(Formula.of(structure.value("times")));
        spawn(
                module,
                structure,
                OffloadCall.toKernel("increment_last")
                        .launch(LaunchBounds.of(1, 1))
                        .map(structure.value("structure"), TO, Extent.of("{ i64, ptr }"))
                        .member(Member.of(8, TOFROM, Extent.count(count, "i64")))
                        .value(structure.value("times")));
        Place object = module.in("spawn_object");
        spawn(
                module,
                object,
                OffloadCall.toKernel("copy_object")
                        .launch(LaunchBounds.of(1, 1))
                        .map(object.value("out"), Access.FROM, Extent.of("[4 x i64]"))
                        .copy(object.value("object"), Extent.of("[4 x i64]")));
    }

    private static OffloadTask spawn(
            EmittedModule module, Place place, OffloadCall.Builder call, Dependence... dependences) {
        return module.offload().spawn(place.builder(), call.build(), dependences);
    }

    private static OffloadCall.Builder saxpy(Place place, String n, String a) {
        Extent extent = Extent.count(place.value(n), "float");
        return OffloadCall.toKernel("saxpy")
                .value(place.value(n))
                .value(place.value(a))
                .map(place.value("x"), TO, extent)
                .map(place.value("y"), TOFROM, extent)
                .launch(BOUNDS);
    }

    private static void emitChain(EmittedModule module) {
        Place place = module.in("run_spawned_chain");
        LLVMValueRef values = place.value("values");
        for (String kernel : List.of("add_three", "multiply_by_ten", "add_three")) {
            spawn(
                    module,
                    place,
                    OffloadCall.toKernel(kernel)
                            .launch(BOUNDS)
                            .map(values, TOFROM, Extent.count(place.value("n"), "i64"))
                            .value(place.value("n")),
                    Dependence.inout(values));
        }
        module.offload().await(place.builder());
    }

    private static void emitPieces(EmittedModule module) {
        Place place = module.in("spawn_pieces", "body");
        OffloadTask task = spawn(module, place, scale(module, place, "piece", 2));
        task.await(module.in("spawn_pieces", "exit").builder());
        task.close();
    }

    private static OffloadCall.Builder scale(EmittedModule module, Place place, String values, double factor) {
        return OffloadCall.to(module.function("scale_in_task"))
                .host(true)
                .map(place.value(values), TOFROM, Extent.count(place.value("n"), "double"))
                .value(place.value("n"))
                .value(factor == 0 ? place.value("factor") : module.real(factor));
    }

    private static void emitData(EmittedModule module) {
        Place place = module.in("run_spawned_data");
        Dependence values = Dependence.inout(place.value("values"));
        data(module, place, DataAction.ENTER, Access.ALLOC);
        data(module, place, DataAction.UPDATE, Access.TO);
        spawn(module, place, scale(module, place, "values", 2), values);
        data(module, place, DataAction.EXIT, Access.FROM);
        module.offload().await(place.builder(), values);
    }

    private static void data(EmittedModule module, Place place, DataAction action, Access access) {
        OffloadArguments all = OffloadArguments.builder()
                .map(place.value("values"), access, Extent.count(place.value("n"), "double"))
                .build();
        module.offload()
                .spawnData(
                        place.builder(),
                        action,
                        "values",
                        all,
                        Device.DEFAULT,
                        Dependence.inout(place.value("values")));
    }
}
