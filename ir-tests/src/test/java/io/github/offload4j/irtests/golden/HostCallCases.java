package io.github.offload4j.irtests.golden;

import static io.github.offload4j.irtests.golden.Sites.hostCall;
import static io.github.offload4j.irtests.golden.Sites.options;

import io.github.offload4j.codegen.option.DevicePointers;
import io.github.offload4j.codegen.signature.Access;
import io.github.offload4j.codegen.signature.Device;
import io.github.offload4j.codegen.signature.Extent;
import io.github.offload4j.irtests.fixture.TestFunction;
import io.github.offload4j.irtests.fixture.TestModule;
import java.util.List;

/** Calls of host functions that want device addresses. */
final class HostCallCases {
    private HostCallCases() {}

    static List<GoldenCase> all() {
        GoldenFolder calls = new GoldenFolder("hostcall");
        calls.add(
                "return-param", "does the callee get what the begin call left in the base array?", HostCallCases::gemv);
        calls.add(
                "get-mapped-ptr",
                "does the callee get what the runtime answers for each pointer, and the pointer where it answers null?",
                options(o -> o.devicePointers(DevicePointers.GET_MAPPED_PTR)),
                HostCallCases::gemv);
        calls.add("result", "does the call's result come back?", module -> {
            TestFunction run = module.define("i32 @run(ptr nonnull %x)");
            module.returnValue(module.call(hostCall(module.declare("i32 @count(ptr)"))
                            .map(run.parameter("x"), Access.TO, Extent.bytes(16)))
                    .orElseThrow());
        });
        calls.add("host-pointer", "does a host pointer reach the callee untouched?", module -> {
            TestFunction run = module.define("void @run(ptr nonnull %x, ptr %alpha)");
            module.call(hostCall(module.declare("void @scale(ptr, ptr)"))
                    .map(run.parameter("x"), Access.TOFROM, Extent.bytes(16))
                    .hostPointer(run.parameter("alpha")));
        });
        calls.add("device-pointer", "does a device pointer reach the callee untouched?", module -> {
            TestFunction run = module.define("void @run(ptr nonnull %x, ptr %work)");
            module.call(hostCall(module.declare("void @scale(ptr, ptr)"))
                    .map(run.parameter("x"), Access.TOFROM, Extent.bytes(16))
                    .devicePointer(run.parameter("work")));
        });
        calls.add("values", "do values of any type reach the callee?", module -> {
            TestFunction run = module.define("void @run(i128 %wide, <4 x float> %vector, { i32, i8 } %pair, half %h)");
            module.call(hostCall(module.declare("void @mixed(i128, <4 x float>, { i32, i8 }, half)"))
                    .value(run.parameter("wide"))
                    .value(run.parameter("vector"))
                    .value(run.parameter("pair"))
                    .value(run.parameter("h")));
        });
        calls.add("nothing-mapped", "is a call that maps nothing an ordinary call?", module -> {
            TestFunction run = module.define("void @run(i32 %n)");
            module.call(hostCall(module.declare("void @tick(i32)")).value(run.parameter("n")));
        });
        calls.add("calling-convention", "is the callee called by its own convention?", module -> {
            TestFunction run = module.define("void @run(ptr nonnull %x)");
            module.call(hostCall(module.declare("fastcc void @quick(ptr)"))
                    .map(run.parameter("x"), Access.TO, Extent.bytes(8)));
        });
        calls.add("variadic", "may a variadic callee get more than its parameters?", module -> {
            TestFunction run = module.define("void @run(ptr nonnull %x, i32 %n)");
            module.call(hostCall(module.declare("void @printed(ptr, ...)"))
                    .map(run.parameter("x"), Access.TO, Extent.bytes(8))
                    .value(run.parameter("n")));
        });
        calls.add("device", "does one device number reach every call of the site?", module -> {
            TestFunction run = module.define("void @run(ptr nonnull %x)");
            module.call(hostCall(module.declare("void @scale(ptr)"))
                    .map(run.parameter("x"), Access.TOFROM, Extent.bytes(16))
                    .device(Device.of(2)));
        });
        calls.add(
                "get-mapped-ptr-device",
                "is a computed device number narrowed for the query?",
                options(o -> o.devicePointers(DevicePointers.GET_MAPPED_PTR)),
                module -> {
                    TestFunction run = module.define("void @run(ptr nonnull %x, i64 %device)");
                    module.call(hostCall(module.declare("void @scale(ptr)"))
                            .map(run.parameter("x"), Access.TOFROM, Extent.bytes(16))
                            .device(Device.of(run.parameter("device"))));
                });
        calls.add("same-value-twice", "does the callee get one device address for one pointer?", module -> {
            TestFunction run = module.define("void @run(ptr nonnull %x)");
            module.call(hostCall(module.declare("void @copy(ptr, ptr)"))
                    .map(run.parameter("x"), Access.TO, Extent.bytes(16))
                    .map(run.parameter("x"), Access.FROM, Extent.bytes(16)));
        });
        return calls.cases();
    }

    private static void gemv(TestModule module) {
        TestFunction run =
                module.define("void @run(ptr noalias nonnull %a, ptr noalias nonnull %x, ptr noalias nonnull %y)");
        module.call(hostCall(module.declare("void @gemv(ptr, ptr, ptr)"))
                .map(run.parameter("a"), Access.TO, Extent.of("[6 x float]"))
                .map(run.parameter("x"), Access.TO, Extent.of("[3 x float]"))
                .map(run.parameter("y"), Access.TOFROM, Extent.of("[2 x float]")));
    }
}
