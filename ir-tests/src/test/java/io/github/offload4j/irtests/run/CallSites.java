package io.github.offload4j.irtests.run;

import static io.github.offload4j.codegen.signature.Access.ALLOC;
import static io.github.offload4j.codegen.signature.Access.FROM;
import static io.github.offload4j.codegen.signature.Access.TO;
import static io.github.offload4j.codegen.signature.Access.TOFROM;

import io.github.offload4j.codegen.OffloadCall;
import io.github.offload4j.codegen.signature.Extent;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bytedeco.llvm.LLVM.LLVMValueRef;

/** Host calls that every lowering has to get right, rustc's included. */
final class CallSites implements SiteFamily {
    private static final int[] MANY = {1, 16, 255};

    @Override
    public String driver() {
        return "calls.c";
    }

    @Override
    public String text() {
        return """
            declare void @accumulate(ptr, ptr, i64)
            declare void @fill(ptr, i32, i32)
            declare void @overwrite(ptr, i64)
            declare void @reverse(ptr, ptr, i32)
            declare void @gemv(ptr, ptr, ptr, ptr)
            declare void @age(ptr, i64)
            declare double @sum(ptr, i64)
            declare { i64, i64 } @range(ptr, i64)
            declare void @nothing()

            define void @run_accumulate(ptr %a, ptr %b, i64 %n) {
              ret void
            }
            define void @run_fill(ptr %out, i32 %n, i32 %seed) {
              ret void
            }
            define void @run_overwrite(ptr %in, i64 %n) {
              ret void
            }
            define void @run_reverse(ptr %data, ptr %scratch, i32 %n) {
              ret void
            }
            define void @run_gemv(ptr %A, ptr %x, ptr %y, ptr %alpha) {
              ret void
            }
            define void @run_age_slice(ptr %particles, i64 %count) {
              ret void
            }
            define void @run_age_byte_count(ptr %particles, i64 %bytes, i64 %count) {
              ret void
            }
            define void @run_age_narrow(ptr %particles, i8 signext %count) {
              %wide = sext i8 %count to i64
              ret void
            }
            define double @run_sum(ptr %values, i64 %n) {
              ret double poison
            }
            define { i64, i64 } @run_range(ptr %values, i64 %n) {
              ret { i64, i64 } poison
            }
            define void @run_accumulate_in_a_loop(ptr %a, ptr %b, i64 %n, i32 %times) {
            entry:
              br label %body
            body:
              %done = phi i32 [ 0, %entry ], [ %next, %body ]
              %next = add i32 %done, 1
              %more = icmp slt i32 %next, %times
              br i1 %more, label %body, label %exit
            exit:
              ret void
            }
            define void @run_accumulate_on_one_side(ptr %a, ptr %b, i64 %n, i1 zeroext %taken) {
              br i1 %taken, label %then, label %exit
            then:
              br label %exit
            exit:
              ret void
            }
            define void @run_accumulate_twice(ptr %a, ptr %b, ptr %c, i64 %n) {
              ret void
            }
            define void @run_nothing() {
              ret void
            }
            """ + IntStream.of(MANY).mapToObj(CallSites::many).collect(Collectors.joining());
    }

    /** Returns a callee that adds a parameter's number to what it points at, and the function that calls it. */
    private static String many(int count) {
        StringBuilder text = new StringBuilder("define void @add_" + count + "(")
                .append(IntStream.range(0, count).mapToObj(i -> "ptr %p" + i).collect(Collectors.joining(", ")))
                .append(") {\n");
        for (int i = 0; i < count; i++) {
            text.append("  %v" + i + " = load i32, ptr %p" + i + "\n");
            text.append("  %w" + i + " = add i32 %v" + i + ", " + (i + 1) + "\n");
            text.append("  store i32 %w" + i + ", ptr %p" + i + "\n");
        }
        text.append("  ret void\n}\ndefine void @run_" + count + "_pointers(ptr %elements) {\n");
        for (int i = 0; i < count; i++) {
            text.append("  %e" + i + " = getelementptr inbounds i32, ptr %elements, i32 " + i + "\n");
        }
        return text.append("  ret void\n}\n").toString();
    }

    @Override
    public void emit(EmittedModule module) {
        accumulate(module, module.in("run_accumulate"), "b");
        accumulate(module, module.in("run_accumulate_in_a_loop", "body"), "b");
        accumulate(module, module.in("run_accumulate_on_one_side", "then"), "b");
        accumulate(module, module.in("run_accumulate_twice"), "b");

        Place again = module.in("run_accumulate_twice");
        again.call(to(module, "accumulate")
                .map(again.value("b"), TO, floats(again))
                .map(again.value("c"), TOFROM, floats(again))
                .value(again.value("n")));

        Place fill = module.in("run_fill");
        fill.call(to(module, "fill")
                .map(fill.value("out"), FROM, Extent.count(fill.value("n"), "i32"))
                .value(fill.value("n"))
                .value(fill.value("seed")));

        Place overwrite = module.in("run_overwrite");
        overwrite.call(to(module, "overwrite")
                .map(overwrite.value("in"), TO, Extent.count(overwrite.value("n"), "i64"))
                .value(overwrite.value("n")));

        Place reverse = module.in("run_reverse");
        reverse.call(to(module, "reverse")
                .map(reverse.value("data"), TOFROM, Extent.count(reverse.value("n"), "i16"))
                .map(reverse.value("scratch"), ALLOC, Extent.count(reverse.value("n"), "i16"))
                .value(reverse.value("n")));

        Place gemv = module.in("run_gemv");
        gemv.call(to(module, "gemv")
                .map(gemv.value("A"), TO, Extent.of("[6 x float]"))
                .map(gemv.value("x"), TO, Extent.bytes(12))
                .map(gemv.value("y"), TOFROM, Extent.of("{ float, float }"))
                .hostPointer(gemv.value("alpha")));

        emitAge(module);

        Place sum = module.in("run_sum");
        sum.returnCall(to(module, "sum")
                .map(sum.value("values"), TO, Extent.count(sum.value("n"), "double"))
                .value(sum.value("n")));
        Place range = module.in("run_range");
        range.returnCall(to(module, "range")
                .map(range.value("values"), TO, Extent.count(range.value("n"), "i32"))
                .value(range.value("n")));

        module.in("run_nothing").call(to(module, "nothing"));
        for (int count : MANY) {
            emitMany(module, count);
        }
    }

    private static void emitAge(EmittedModule module) {
        Place slice = module.in("run_age_slice");
        slice.call(to(module, "age").slice(slice.value("particles"), slice.value("count"), TOFROM, "{ i32, double }"));
        Place bytes = module.in("run_age_byte_count");
        bytes.call(to(module, "age")
                .map(bytes.value("particles"), TOFROM, Extent.bytes(bytes.value("bytes")))
                .value(bytes.value("count")));
        Place narrow = module.in("run_age_narrow");
        narrow.call(to(module, "age")
                .map(narrow.value("particles"), TOFROM, Extent.count(narrow.value("count"), "{ i32, double }"))
                .value(narrow.value("wide")));
    }

    private static void emitMany(EmittedModule module, int count) {
        Place place = module.in("run_" + count + "_pointers");
        OffloadCall.Builder call = to(module, "add_" + count);
        for (int i = 0; i < count; i++) {
            call.map(place.value("e" + i), TOFROM, Extent.of("i32"));
        }
        place.call(call);
    }

    private static void accumulate(EmittedModule module, Place place, String result) {
        place.call(to(module, "accumulate")
                .map(place.value("a"), TO, floats(place))
                .map(place.value(result), TOFROM, floats(place))
                .value(place.value("n")));
    }

    private static Extent floats(Place place) {
        return Extent.count(place.value("n"), "float");
    }

    private static OffloadCall.Builder to(EmittedModule module, String callee) {
        LLVMValueRef function = module.function(callee);
        return OffloadCall.to(function).host(true);
    }
}
