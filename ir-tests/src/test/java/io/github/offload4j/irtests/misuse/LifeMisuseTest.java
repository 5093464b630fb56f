package io.github.offload4j.irtests.misuse;

import static org.bytedeco.llvm.global.LLVM.LLVMBuildRetVoid;

import io.github.offload4j.codegen.DataRegion;
import io.github.offload4j.codegen.HostFunction;
import io.github.offload4j.codegen.Kernel;
import io.github.offload4j.codegen.OffloadArguments;
import io.github.offload4j.codegen.OffloadCall;
import io.github.offload4j.codegen.OffloadModule;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import io.github.offload4j.codegen.image.DeviceImage;
import io.github.offload4j.codegen.image.DeviceTarget;
import io.github.offload4j.codegen.image.ImageKind;
import io.github.offload4j.codegen.signature.Access;
import io.github.offload4j.codegen.signature.Device;
import io.github.offload4j.codegen.signature.Extent;
import io.github.offload4j.codegen.signature.Ordering;
import io.github.offload4j.irtests.fixture.TestModule;
import java.util.List;
import java.util.stream.Stream;
import org.bytedeco.llvm.LLVM.LLVMBuilderRef;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Everything that an offload module does, asked for when it is finished and when it is closed, and things of another one. */
final class LifeMisuseTest extends Misuse {
    private static final DeviceImage IMAGE =
            new DeviceImage(DeviceTarget.parse("x86_64"), ImageKind.OBJECT, new byte[1], List.of(), new byte[0]);

    private Stream<DynamicTest> everything(String state) {
        OffloadModule offload = module.offload();
        LLVMBuilderRef builder = module.builder();
        String message = "the offload module is " + state;
        OffloadArguments none = OffloadArguments.builder().build();
        Kernel kernel = offload.kernel("k");
        OffloadCall host =
                OffloadCall.to(module.declare("void @host()")).host(true).build();
        return Stream.of(
                Wrong.use("a launch", Reason.STATE, message, () -> offload.call(builder, right().build())),
                Wrong.use("a host call", Reason.STATE, message, () -> offload.call(builder, host)),
                Wrong.use("a check of a call", Reason.STATE, message, () -> offload.check(builder, right().build())),
                Wrong.use(
                        "a check of a region",
                        Reason.STATE,
                        message,
                        () -> offload.checkWithDevicePointers(builder, none, Device.DEFAULT)),
                Wrong.use("a region", Reason.STATE, message, () -> offload.open(builder, "r", none, Device.DEFAULT)),
                Wrong.use(
                        "a region with device pointers",
                        Reason.STATE,
                        message,
                        () -> offload.openWithDevicePointers(builder, "r", none, Device.DEFAULT)),
                Wrong.use("a launch on values", Reason.STATE, message, () -> kernel.launch(builder, ONE, n())),
                Wrong.use("an image", Reason.STATE, message, () -> offload.embed(IMAGE)),
                Wrong.use("kernels", Reason.STATE, message, () -> offload.knowKernels(new byte[0])),
                Wrong.use("finish", Reason.STATE, message, offload::finish));
    }

    @TestFactory
    Stream<DynamicTest> afterFinish() {
        module.finish();
        return everything("finished");
    }

    @TestFactory
    Stream<DynamicTest> afterClose() {
        module.offload().close();
        return everything("closed");
    }

    @TestFactory
    Stream<DynamicTest> afterBoth() {
        module.finish();
        module.offload().close();
        return everything("closed");
    }

    @TestFactory
    Stream<DynamicTest> thingsOfAnotherModule() {
        TestModule other = TestModule.create(options());
        other.define("void @run()");
        OffloadArguments none = OffloadArguments.builder().build();
        DataRegion region = module.offload().openWithDevicePointers(module.builder(), "r", none, Device.DEFAULT);
        HostFunction foreign = other.offload().hostFunction(other.declare("void @host()"));
        Kernel kernel = other.offload().kernel("k");
        String elsewhere = "the builder stands in a function of another module";
        return Stream.of(
                        Wrong.use(
                                "a host function in a region",
                                Reason.STATE,
                                "the region belongs to another module",
                                () -> foreign.call(module.builder(), region)),
                        Wrong.use(
                                "a kernel in a region",
                                Reason.STATE,
                                "the region belongs to another module",
                                () -> kernel.launch(module.builder(), ONE, region)),
                        Wrong.use(
                                "a kernel at a builder",
                                Reason.POSITION,
                                elsewhere,
                                () -> kernel.launch(module.builder(), ONE, none)),
                        Wrong.use("an end of a region", Reason.POSITION, elsewhere, () -> region.end(other.builder())),
                        Wrong.use(
                                "a library scope",
                                Reason.POSITION,
                                elsewhere,
                                () -> region.enterLibrary(other.builder(), Ordering.NONE, "f")),
                        Wrong.use(
                                "a call",
                                Reason.POSITION,
                                elsewhere,
                                () -> module.offload().call(other.builder(), right().build())),
                        Wrong.use(
                                "a callee",
                                Reason.ARGUMENT,
                                "the callee belongs to another LLVM context",
                                () -> module.offload()
                                        .hostFunction(other.declare("void @f()"))
                                        .call(module.builder(), region)))
                .onClose(other::close);
    }

    @Test
    void aSiteBehindTheEndOfItsBlock() {
        LLVMBuildRetVoid(module.builder());
        assertRefused(
                right(),
                Reason.POSITION,
                "the builder stands behind the end of its block; place it before the block's last instruction");
    }

    @Test
    void aRegionThatEndsBehindTheEndOfItsBlock() {
        OffloadArguments mapped =
                OffloadArguments.builder().map(x(), Access.TO, Extent.bytes(8)).build();
        DataRegion region = module.offload().open(module.builder(), "r", mapped, Device.DEFAULT);
        LLVMBuildRetVoid(module.builder());
        Refusal.assertRefused(
                module,
                Reason.POSITION,
                "the builder stands behind the end of its block; place it before the block's last instruction",
                region::close);
    }
}
