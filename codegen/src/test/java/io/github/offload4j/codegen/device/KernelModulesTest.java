package io.github.offload4j.codegen.device;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.offload4j.codegen.device.KernelModules.Part;
import io.github.offload4j.codegen.image.DeviceTarget;
import io.github.offload4j.codegen.ir.ModuleWriter;
import io.github.offload4j.codegen.ir.OwnedModule;
import java.util.List;
import org.junit.jupiter.api.Test;

class KernelModulesTest {
    private static Part part(String name, String text) {
        return new Part(text.getBytes(UTF_8), name, List.of());
    }

    @Test
    void kernelsBringWhatTheyReachAndLeaveTheRest() {
        byte[] joined = KernelModules.join(part("a.ll", """
            define i32 @helper() { ret i32 1 }
            define i32 @main() { ret i32 0 }
            define void @one(ptr %x) "offload-kernel" {
              %v = call i32 @helper()
              store i32 %v, ptr %x
              ret void
            }
            """), part("b.ll", """
                            define i32 @helper() { ret i32 2 }
                            define void @two(ptr %x) section "offload.kernel" {
                              %v = call i32 @helper()
                              store i32 %v, ptr %x
                              ret void
                            }
                            """));

        try (OwnedModule module = OwnedModule.parse(joined, "joined")) {
            assertThat(ModuleWriter.text(module.module().raw()))
                    .contains("define void @one(ptr %x) #0")
                    .contains("define void @two(ptr %x) #0")
                    .contains("ret i32 1")
                    .contains("ret i32 2")
                    .doesNotContain("@main");
        }
    }

    @Test
    void aKernelThatOneModuleOnlyDeclaresIsTheOthers() {
        byte[] joined = KernelModules.join(part("a.ll", """
            declare void @two(ptr) section "offload.kernel"
            define void @one(ptr %x) section "offload.kernel" { ret void }
            define i32 @main() { ret i32 0 }
            """), part("b.ll", """
                            define void @two(ptr %x) section "offload.kernel" { ret void }
                            define i32 @main() { ret i32 0 }
                            """));

        try (OwnedModule module = OwnedModule.parse(joined, "joined")) {
            assertThat(ModuleWriter.text(module.module().raw()))
                    .contains("define void @one(ptr %x) #0")
                    .contains("define void @two(ptr %x) #0")
                    .doesNotContain("@main", "llvm.compiler.used");
        }
    }

    @Test
    void aKernelWithoutABodyStaysOneThatIsRefused() {
        byte[] part = KernelModules.part(part("a.ll", "declare void @k() section \"offload.kernel\"\n"));

        assertThatThrownBy(() -> DeviceCompiler.create().lower(part, "a.ll", DeviceTarget.parse(Kernels.HOST)))
                .hasMessage("'k' cannot be compiled for x86_64: it has no body");
    }

    @Test
    void oneKernelInBothIsRefused() {
        String kernel = "define void @one() \"offload-kernel\" { ret void }\n";

        assertThatThrownBy(() -> KernelModules.join(part("a.ll", kernel), part("b.ll", kernel)))
                .hasMessage("a kernel is in a.ll and in b.ll: Linking globals named 'one': symbol multiply defined!");
    }
}
