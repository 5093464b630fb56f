package io.github.offload4j.tools.input;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.TargetMachine;
import io.github.offload4j.tools.diagnostic.InputException;
import java.util.Objects;
import java.util.Optional;

/** The target of a module that somebody else wrote. */
public final class HostTriple {
    private HostTriple() {}

    /**
     * Gives a module the target that the user names; one without a target gets this machine's when the user names none.
     *
     * @return whether the module was changed
     * @throws InputException when the module is for another target than the user names, or LLVM has none of that name
     */
    public static boolean giveOrDefault(Optional<String> triple, IrInput input) {
        if (triple.isEmpty() && hasTarget(input)) {
            return false;
        }
        return give(triple.orElseGet(TargetMachine::hostTriple), input);
    }

    /** Returns the target of a module, or the one that it would be given. */
    public static String of(Optional<String> given, IrInput input) {
        try (IrModule module = new IrModule(input.raw())) {
            return module.triple().isEmpty() ? given.orElseGet(TargetMachine::hostTriple) : module.triple();
        }
    }

    private static boolean hasTarget(IrInput input) {
        try (IrModule module = new IrModule(input.raw())) {
            return !module.triple().isEmpty();
        }
    }

    /**
     * Gives a module without a target one. A module that has another one is not changed to it, because its layout is the
     * other target's already.
     *
     * @return whether the module was changed
     * @throws InputException when the module is for another target, or LLVM has no target of that name
     */
    public static boolean give(String triple, IrInput input) {
        try (IrModule module = new IrModule(input.raw())) {
            String own = module.triple();
            if (own.equals(triple) || TargetMachine.normalized(own).equals(TargetMachine.normalized(triple))) {
                return false;
            }
            if (!own.isEmpty()) {
                throw new InputException(
                        input.name(),
                        "the module is for '" + own + "' and not for '" + triple + "'; leave out --triple");
            }
        }
        try (TargetMachine machine = TargetMachine.of(triple)) {
            machine.apply(input.raw());
            return true;
        } catch (OffloadException e) {
            throw new InputException(input.name(), Objects.requireNonNull(e.getMessage()));
        }
    }
}
