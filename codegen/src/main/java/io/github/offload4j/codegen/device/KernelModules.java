package io.github.offload4j.codegen.device;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import io.github.offload4j.codegen.ir.IrGlobal;
import io.github.offload4j.codegen.ir.ModuleLinker;
import io.github.offload4j.codegen.ir.ModuleWriter;
import io.github.offload4j.codegen.ir.OwnedModule;
import io.github.offload4j.codegen.ir.VariableSigns;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/** Kernels cut out of modules, and those of two as one, since an image has every kernel that a program launches. */
public final class KernelModules {
    /**
     * One of the modules.
     *
     * @param content LLVM IR text or bitcode, which may have host code as well
     * @param name what messages call it
     * @param marked functions that are kernels though nothing in the module says so
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Part(byte[] content, String name, List<String> marked) {
        /** Checks the values. */
        public Part {
            Objects.requireNonNull(content, "content is null");
            Objects.requireNonNull(name, "name is null");
            marked = List.copyOf(Objects.requireNonNull(marked, "marked is null"));
        }
    }

    private KernelModules() {}

    /**
     * Joins two modules: the kernels of both, each with what it reaches in its own.
     *
     * @return bitcode, whose kernels have the attribute
     * @throws NullPointerException when an argument is null
     * @throws OffloadException as {@link #part} for either, and when a kernel or a device variable is in both, or has
     *     another size in one than in the other
     */
    public static byte[] join(Part one, Part other) {
        Objects.requireNonNull(one, "one is null");
        Objects.requireNonNull(other, "other is null");
        byte[] first = part(one);
        byte[] second = part(other);
        try (OwnedModule joined = OwnedModule.parse(first, one.name())) {
            ModuleLinker.link(joined.module(), second);
            return ModuleWriter.bitcode(joined.module().raw());
        } catch (OffloadException e) {
            if (e.reason() == Reason.SIGNATURE) {
                throw new OffloadException(e.reason(), one.name() + " and " + other.name() + ": " + e.getMessage());
            }
            if (e.reason() != Reason.SYMBOL_CONFLICT) {
                throw e;
            }
            throw new OffloadException(
                    Reason.SYMBOL_CONFLICT,
                    (haveVariableOfOneName(first, second) ? "a device variable" : "a kernel") + " is in " + one.name()
                            + " and in " + other.name() + ": " + e.getMessage());
        }
    }

    private static boolean haveVariableOfOneName(byte[] one, byte[] other) {
        return !Collections.disjoint(definedVariables(one), definedVariables(other));
    }

    private static List<String> definedVariables(byte[] content) {
        try (OwnedModule module = OwnedModule.parse(content, "kernels")) {
            return VariableSigns.find(module.module()).stream()
                    .filter(IrGlobal::isDefinition)
                    .map(variable -> variable.value().name())
                    .toList();
        }
    }

    /**
     * Returns the kernels of a module with what they reach, and nothing else.
     *
     * @return bitcode, whose kernels have the attribute
     * @throws NullPointerException when the part is null
     * @throws OffloadException when it does not parse, a name in {@code marked} is no function's or that of several, or a
     *     kernel uses a variable that code which runs at load time uses too
     */
    public static byte[] part(Part part) {
        Objects.requireNonNull(part, "part is null");
        return KernelModule.part(KernelSource.alone(part.content(), part.name(), part.marked()));
    }
}
