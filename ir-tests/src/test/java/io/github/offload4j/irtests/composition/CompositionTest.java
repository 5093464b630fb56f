package io.github.offload4j.irtests.composition;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.offload4j.codegen.DataRegion;
import io.github.offload4j.codegen.OffloadArguments;
import io.github.offload4j.codegen.OffloadCall;
import io.github.offload4j.codegen.OffloadOptions;
import io.github.offload4j.codegen.option.DevicePointers;
import io.github.offload4j.codegen.option.Preset;
import io.github.offload4j.codegen.signature.Device;
import io.github.offload4j.codegen.signature.LaunchBounds;
import io.github.offload4j.irtests.fixture.TestFunction;
import io.github.offload4j.irtests.fixture.TestModule;
import java.util.function.BiConsumer;
import org.bytedeco.llvm.LLVM.LLVMValueRef;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An {@link OffloadCall} emits the same module as the two primitives that it is made of. */
final class CompositionTest {
    private static final LaunchBounds BOUNDS = LaunchBounds.of(4, 32);
    private static final OffloadOptions DEFAULTS = OffloadOptions.defaults();
    private static final OffloadOptions QUERIED = OffloadOptions.builder()
            .devicePointers(DevicePointers.GET_MAPPED_PTR)
            .build();
    private static final OffloadOptions RUSTC =
            OffloadOptions.builder().preset(Preset.RUSTC).build();

    @ParameterizedTest
    @EnumSource
    void kernelMode(Mix mix) {
        assertKernelComposes(mix, DEFAULTS);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "DEVICE_POINTER")
    void kernelModeOfRustc(Mix mix) {
        assertKernelComposes(mix, RUSTC);
    }

    @ParameterizedTest
    @EnumSource
    void hostMode(Mix mix) {
        assertHostCallComposes(mix, DEFAULTS);
    }

    @ParameterizedTest
    @EnumSource
    void hostModeWithQueries(Mix mix) {
        assertHostCallComposes(mix, QUERIED);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "DEVICE_POINTER")
    void hostModeOfRustc(Mix mix) {
        assertHostCallComposes(mix, RUSTC);
    }

    private static void assertKernelComposes(Mix mix, OffloadOptions options) {
        String call = emit(options, (module, run) -> {
            OffloadCall.Builder builder =
                    OffloadCall.toKernel("k").launch(BOUNDS).device(device(run));
            module.call(mix.add(builder, run));
        });
        String primitives = emit(options, (module, run) -> {
            OffloadArguments arguments =
                    mix.add(OffloadArguments.builder(), run).build();
            try (DataRegion region = module.offload().open(module.builder(), "k", arguments, device(run))) {
                module.offload().kernel("k").launch(module.builder(), BOUNDS, region);
            }
        });
        assertThat(call).isEqualTo(primitives).contains("@__tgt_target_kernel(");
    }

    private static void assertHostCallComposes(Mix mix, OffloadOptions options) {
        String call = emit(options, (module, run) -> {
            OffloadCall.Builder builder =
                    OffloadCall.to(callee(module, mix)).host(true).device(device(run));
            module.call(mix.add(builder, run));
        });
        String primitives = emit(options, (module, run) -> {
            LLVMValueRef callee = callee(module, mix);
            OffloadArguments arguments =
                    mix.add(OffloadArguments.builder(), run).build();
            try (DataRegion region =
                    module.offload().openWithDevicePointers(module.builder(), "callee", arguments, device(run))) {
                callWithRegion(module, callee, mix, region, run);
            }
        });
        assertThat(call).isEqualTo(primitives).contains("call void @callee(");
    }

    private static String emit(OffloadOptions options, BiConsumer<TestModule, TestFunction> body) {
        try (TestModule module = TestModule.create(options)) {
            TestFunction run =
                    module.define("void @run(ptr %x, ptr nonnull %y, ptr %d, i64 %n, float %f, i32 %device)");
            body.accept(module, run);
            module.finish();
            return module.text();
        }
    }

    private static Device device(TestFunction run) {
        return Device.of(run.parameter("device"));
    }

    private static LLVMValueRef callee(TestModule module, Mix mix) {
        return module.declare("void @callee(" + mix.types() + ")");
    }

    private static void callWithRegion(
            TestModule module, LLVMValueRef callee, Mix mix, DataRegion region, TestFunction run) {
        LLVMValueRef[] arguments = mix.hostArguments().stream()
                .map(argument -> run.parameter(argument.replace("*", "")))
                .toArray(LLVMValueRef[]::new);
        module.offload().hostFunction(callee).call(module.builder(), region, arguments);
    }
}
