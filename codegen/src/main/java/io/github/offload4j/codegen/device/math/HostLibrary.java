package io.github.offload4j.codegen.device.math;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.OptimizationLevel;
import io.github.offload4j.codegen.ir.OwnedModule;
import io.github.offload4j.codegen.ir.TargetMachine;
import java.util.ArrayList;
import java.util.List;

/** A library of Linux hosts whose functions images call. */
public enum HostLibrary {
    /** C's math library. */
    MATH("libm.so.6") {
        @Override
        boolean isUsedBy(IrModule module) {
            return MathRules.usesMath(module);
        }

        @Override
        List<String> symbols() {
            List<String> symbols = new ArrayList<>();
            for (MathFunction function : MathFunction.values()) {
                if (function.hasNameInC()) {
                    symbols.add(function.cName());
                    symbols.add(function.cName() + "f");
                }
            }
            return symbols;
        }
    },
    /** The functions of vectors that belong to glibc. */
    VECTOR_MATH("libmvec.so.1") {
        @Override
        boolean isUsedBy(IrModule module) {
            return VectorMath.isUsed(module);
        }

        @Override
        List<String> symbols() {
            return VectorFunction.ALL.stream().map(VectorFunction::symbol).toList();
        }
    };

    private final String fileName;

    HostLibrary(String fileName) {
        this.fileName = fileName;
    }

    /** Returns those that optimised code may call. */
    public static List<HostLibrary> usedBy(IrModule module) {
        return List.of(values()).stream()
                .filter(library -> library.isUsedBy(module))
                .toList();
    }

    abstract boolean isUsedBy(IrModule module);

    abstract List<String> symbols();

    /** Returns the name by which images ask for the library. */
    public String fileName() {
        return fileName;
    }

    /**
     * Returns an object that stands for the library when an image is linked, wherever that is: with its functions and no
     * code, so that the image says that it needs the real one.
     */
    public byte[] object(String triple) {
        StringBuilder text = new StringBuilder();
        symbols().forEach(symbol -> text.append("define void @").append(symbol).append("() {\n  unreachable\n}\n"));
        try (OwnedModule module = OwnedModule.parse(text.toString().getBytes(UTF_8), fileName);
                TargetMachine machine = TargetMachine.of(triple, "", OptimizationLevel.O0)) {
            machine.apply(module.module().raw());
            return machine.emitObject(module.module().raw());
        }
    }
}
