package io.github.offload4j.codegen.device.math;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.offload4j.codegen.ir.OptimizationLevel;
import io.github.offload4j.codegen.ir.OwnedModule;
import io.github.offload4j.codegen.ir.TargetMachine;

/**
 * What stands for C's math library when an image for a host is linked, wherever that is: a library of its name with its
 * functions and no code, so that the image says that it needs the real one.
 */
public final class HostMathLibrary {
    /** The name by which images for Linux ask for the library. */
    public static final String NAME = "libm.so.6";

    private HostMathLibrary() {}

    /** Returns an object that defines what is in the library. */
    public static byte[] object(String triple) {
        StringBuilder text = new StringBuilder();
        for (MathFunction function : MathFunction.values()) {
            if (function.hasNameInC()) {
                define(function.cName(), text);
                define(function.cName() + "f", text);
            }
        }
        try (OwnedModule module = OwnedModule.parse(text.toString().getBytes(UTF_8), NAME);
                TargetMachine machine = TargetMachine.of(triple, "", OptimizationLevel.O0)) {
            machine.apply(module.module().raw());
            return machine.emitObject(module.module().raw());
        }
    }

    private static void define(String symbol, StringBuilder text) {
        text.append("define void @").append(symbol).append("() {\n  unreachable\n}\n");
    }
}
