package io.github.offload4j.codegen.flow;

import io.github.offload4j.codegen.ir.Attributes;
import io.github.offload4j.codegen.ir.CallEffects;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.ReadableModule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the functions of a module do with memory, found out on a copy that LLVM's passes have made easy to read. The copy is
 * made when the first question comes, and shows the module as it was then.
 */
public final class CodeFacts implements AutoCloseable {
    private final Supplier<Optional<ReadableModule>> maker;
    private final Map<Key, ParameterAccess> known = new HashMap<>();
    private @Nullable ReadableModule readable;
    private boolean made;
    private @Nullable ModuleFacts facts;

    private record Key(IrValue function, int parameter) {}

    private CodeFacts(Supplier<Optional<ReadableModule>> maker) {
        this.maker = maker;
    }

    /** Asks about the functions of a module, of which nothing is known when it is not well formed. */
    public static CodeFacts of(IrModule module) {
        return new CodeFacts(() -> ReadableModule.copyOf(module));
    }

    /**
     * Asks about the functions of a module, as if some of its instructions did nothing to memory; it is read at once, and
     * nothing is known of it when it is not well formed.
     */
    public static CodeFacts without(Set<IrInstruction> quiet, IrModule module) {
        CodeFacts facts = new CodeFacts(() -> ReadableModule.copyOf(module, quiet));
        facts.readable();
        return facts;
    }

    /**
     * Asks about the functions of LLVM IR text or bitcode, which is read at once.
     *
     * @throws io.github.offload4j.codegen.diagnostic.OffloadException when the input does not parse or is not well formed
     */
    public static CodeFacts parse(byte[] input, String name) {
        CodeFacts parsed = new CodeFacts(() -> Optional.of(ReadableModule.parse(input, name)));
        parsed.readable();
        return parsed;
    }

    private Optional<ReadableModule> readable() {
        if (!made) {
            made = true;
            readable = maker.get().orElse(null);
        }
        return Optional.ofNullable(readable);
    }

    /** Returns a function with a body, by its symbol, in what was parsed. */
    public Optional<IrFunction> find(String symbol) {
        return readable()
                .flatMap(module -> module.module().findFunction(symbol))
                .filter(function -> !function.isDeclaration());
    }

    /**
     * Returns what a function does with the memory behind a parameter.
     *
     * @param function a function with a body, of the module that is asked about
     * @param parameter from 0, a pointer
     */
    public ParameterAccess access(IrFunction function, int parameter) {
        return known.computeIfAbsent(
                new Key(function.value(), parameter),
                key -> readable()
                        .flatMap(module -> module.counterpart(function).map(body -> read(module, body, parameter)))
                        .orElseGet(() -> new ParameterAccess(new MemoryUse.Anything(), false, false, List.of())));
    }

    private ParameterAccess read(ReadableModule module, IrFunction body, int parameter) {
        ModuleFacts opened = facts;
        if (opened == null) {
            opened = new ModuleFacts(module.module());
            facts = opened;
        }
        return AccessReader.read(opened, body, parameter);
    }

    /** Returns what a call may do, by its attributes and by those that follow from the body of the function it names. */
    public CallEffects effects(IrInstruction call) {
        return CallEffects.of(call, inferred(call));
    }

    /**
     * Returns whether a call, or the function that it names, has an attribute on an argument, said or inferred.
     *
     * @param index from 0
     * @param attribute one that follows from a body, such as {@code readonly}
     */
    public boolean argumentIs(IrInstruction call, int index, String attribute) {
        return call.hasArgumentAttribute(index, attribute)
                || inferred(call).filter(f -> isOn(f, index, attribute)).isPresent();
    }

    private static boolean isOn(IrFunction function, int index, String attribute) {
        return index < function.parameterTypes().size() && Attributes.onParameter(function, index, attribute);
    }

    /** Returns whether a call keeps nothing of an argument's address when it returns, said or inferred. */
    public boolean keepsNothingOf(IrInstruction call, int index) {
        return Attributes.keepsNothingOf(call, index)
                || inferred(call)
                        .filter(f -> index < f.parameterTypes().size() && Attributes.keepsNothingOf(f, index))
                        .isPresent();
    }

    private Optional<IrFunction> inferred(IrInstruction call) {
        return call.calledFunction().flatMap(callee -> readable().flatMap(module -> module.counterpart(callee)));
    }

    @Override
    public void close() {
        if (readable != null) {
            readable.close();
        }
    }
}
