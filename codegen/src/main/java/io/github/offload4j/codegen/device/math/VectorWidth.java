package io.github.offload4j.codegen.device.math;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.offload4j.codegen.ir.OwnedModule;
import io.github.offload4j.codegen.ir.TargetMachine;
import java.util.List;
import java.util.stream.Stream;

/** The vectors that glibc's libmvec has functions of. */
enum VectorWidth {
    /** Those of every x86-64 processor. */
    SSE(128, 'b', "%xmm"),
    /** Those of processors with AVX2. */
    AVX2(256, 'd', "%ymm"),
    /** Those of processors with AVX-512. */
    AVX512(512, 'e', "%zmm");

    private final int bits;
    private final char letter;
    private final String register;

    VectorWidth(int bits, char letter, String register) {
        this.bits = bits;
        this.letter = letter;
        this.register = register;
    }

    int bits() {
        return bits;
    }

    /** Returns what stands for the instructions in the names of functions, by the ABI of vector functions. */
    char letter() {
        return letter;
    }

    /** Returns those that LLVM has registers for on a machine; wide ones that slow a processor down are not taken. */
    static List<VectorWidth> of(TargetMachine machine) {
        return Stream.of(values()).filter(width -> width.isOn(machine)).toList();
    }

    /** LLVM's interface for C does not tell what a processor has, so the code for an addition is looked at. */
    private boolean isOn(TargetMachine machine) {
        String type = "<" + bits / Integer.SIZE + " x i32>";
        String text = "define " + type + " @sum(" + type + " %a, " + type + " %b) {\n  %c = add " + type
                + " %a, %b\n  ret " + type + " %c\n}\n";
        try (OwnedModule probe = OwnedModule.parse(text.getBytes(UTF_8), "vector width")) {
            machine.apply(probe.module().raw());
            return new String(machine.emitAssembly(probe.module().raw()), UTF_8).contains(register);
        }
    }
}
