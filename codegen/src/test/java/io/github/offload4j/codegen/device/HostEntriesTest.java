package io.github.offload4j.codegen.device;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.offload4j.codegen.abi.KernelForm;
import io.github.offload4j.codegen.abi.RuntimeAbi;
import io.github.offload4j.codegen.image.DeviceImage;
import io.github.offload4j.codegen.image.DeviceTarget;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.OwnedModule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What stands in front of kernels on hosts. */
class HostEntriesTest {
    private static final DeviceTarget HOST = DeviceTarget.parse("x86_64");

    /** One has the name that the other's own code would get. */
    private static final String KERNELS = """
            define void @k(ptr %x) "offload-kernel" {
              store i32 1, ptr %x
              ret void
            }
            define void @k.slots(ptr %x) "offload-kernel" {
              store i32 2, ptr %x
              ret void
            }
            """;

    private static DeviceCode lowered(RuntimeAbi runtime) {
        return DeviceCompiler.create().forRuntime(runtime).lower(KERNELS.getBytes(UTF_8), "k.ll", HOST);
    }

    @Test
    void aKernelMayHaveTheNameOfAnothersCode() {
        try (DeviceCode code = lowered(RuntimeAbi.LLVM_23)) {
            assertThat(code.ir())
                    .contains("define void @k(ptr %arguments) {", "define void @k.slots(ptr %arguments) {");
        }
    }

    @Test
    void theyAreThereOnceHoweverOftenTheCodeIsLookedAt() {
        try (DeviceCode code = lowered(RuntimeAbi.PORTABLE)) {
            String first = code.ir();

            assertThat(code.ir()).isEqualTo(first);
            assertThat(first).containsOnlyOnce("define void @k(ptr %struct_or_array");
        }
    }

    @ParameterizedTest
    @EnumSource(RuntimeAbi.class)
    void theHostVersionIsTheSameForEveryRuntime(RuntimeAbi runtime) {
        try (DeviceCode code = lowered(runtime)) {
            code.ir();
            byte[] bitcode = code.image().hostVersion().orElseThrow();
            try (OwnedModule module = OwnedModule.parse(bitcode, "host version")) {
                for (String name : new String[] {".offload_host.k", ".offload_host.k.slots"}) {
                    IrFunction function = module.module().findFunction(name).orElseThrow();
                    assertThat(function.type().toString()).isEqualTo("void (ptr, ptr)");
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"LLVM_19, POINTER_FIRST", "LLVM_22, POINTER_FIRST", "LLVM_23, POINTER_LAST", "PORTABLE, EITHER"})
    void anImageSaysHowItsKernelsAreCalled(RuntimeAbi runtime, KernelForm form) {
        DeviceImage image = DeviceCompiler.create().forRuntime(runtime).compile(KERNELS.getBytes(UTF_8), "k.ll", HOST);

        assertThat(image.form()).isEqualTo(form);
    }
}
