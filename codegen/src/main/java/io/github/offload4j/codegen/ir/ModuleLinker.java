package io.github.offload4j.codegen.ir;

import static org.bytedeco.llvm.global.LLVM.LLVMDisposeModule;
import static org.bytedeco.llvm.global.LLVM.LLVMGetDataLayoutStr;
import static org.bytedeco.llvm.global.LLVM.LLVMGetTarget;
import static org.bytedeco.llvm.global.LLVM.LLVMLinkModules2;
import static org.bytedeco.llvm.global.LLVM.LLVMSetDataLayout;
import static org.bytedeco.llvm.global.LLVM.LLVMSetTarget;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.bytedeco.llvm.LLVM.LLVMModuleRef;

/** Links one module into another. */
public final class ModuleLinker {
    private ModuleLinker() {}

    /**
     * Links text or bitcode into a module. Of what has link-once linkage only that comes which the module refers to.
     *
     * @throws OffloadException when the input does not parse, or does not fit the module
     */
    public static void link(IrModule module, byte[] input) {
        link(module, ModuleReader.parse(module.context().raw(), input, "linked module"));
    }

    /**
     * Links of text or bitcode what the module refers to, and what that refers to.
     *
     * @param name what messages call the input
     * @return the names of the functions that the input defines
     * @throws OffloadException when the input does not parse, or does not fit the module
     */
    public static Set<String> linkNeeded(IrModule module, byte[] input, String name) {
        LLVMModuleRef source = ModuleReader.parseLibrary(module.context().raw(), input, name);
        Set<String> defined = new HashSet<>();
        try (IrModule library = new IrModule(source)) {
            for (IrFunction function : library.functions()) {
                if (!function.isDeclaration()) {
                    defined.add(function.name());
                    makeLinkOnce(function);
                }
            }
            for (IrGlobal global : library.globals()) {
                if (global.isDefinition()
                        && !global.isLocal()
                        && !global.value().name().startsWith("llvm.")) {
                    global.setLinkage(Linkage.LINK_ONCE);
                }
            }
            KeptSymbols.drop(library);
        }
        link(module, source);
        return defined;
    }

    /**
     * Links what the module refers to of text that comes with a class, as the other method does.
     *
     * @param owner whose resource it is
     * @param file the resource's name
     * @throws NullPointerException when there is no such resource
     * @throws UncheckedIOException when it cannot be read
     * @throws OffloadException as the other method does
     */
    public static Set<String> linkNeeded(IrModule module, Class<?> owner, String file) {
        try (InputStream stream = owner.getResourceAsStream(file)) {
            return linkNeeded(module, Objects.requireNonNull(stream, file).readAllBytes(), file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** LLVM takes the definition whatever a declaration says, and the device variable would be too small for some code. */
    private static void requireSameVariables(IrModule module, IrModule linked) {
        for (IrGlobal variable : linked.globals()) {
            Optional<IrGlobal> other = variable.isLocal()
                    ? Optional.empty()
                    : module.findGlobal(variable.value().name());
            other.filter(known -> !known.isLocal())
                    .filter(known -> VariableSigns.isMarked(known) || VariableSigns.isMarked(variable))
                    .ifPresent(known -> requireSameSize(
                            variable.value().name(),
                            module.layout().bytes(known.contentType()),
                            linked.layout().bytes(variable.contentType())));
        }
    }

    private static void requireSameSize(String name, OptionalLong one, OptionalLong other) {
        if (!one.equals(other)) {
            throw new OffloadException(
                    Reason.SIGNATURE,
                    "device variable '" + name + "' has " + words(one) + " in one module and " + words(other)
                            + " in another; declare it alike in both");
        }
    }

    private static String words(OptionalLong bytes) {
        return bytes.isPresent() ? bytes.getAsLong() + " bytes" : "no size";
    }

    private static void makeLinkOnce(IrFunction function) {
        if (!function.isLocal()) {
            function.setLinkage(Linkage.LINK_ONCE);
        }
    }

    private static void link(IrModule module, LLVMModuleRef source) {
        // LLVM warns when these differ in spelling, and both are for one machine.
        LLVMSetTarget(source, LLVMGetTarget(module.raw()));
        LLVMSetDataLayout(source, LLVMGetDataLayoutStr(module.raw()));
        try (IrModule linked = new IrModule(source)) {
            requireSameVariables(module, linked);
        } catch (OffloadException e) {
            LLVMDisposeModule(source);
            throw e;
        }
        try (DiagnosticLog log = DiagnosticLog.unlessCollected(module.raw())) {
            if (LLVMLinkModules2(module.raw(), source) != 0) {
                throw new OffloadException(
                        Reason.SYMBOL_CONFLICT,
                        log.errors().isEmpty()
                                ? "a symbol of the linked module is taken"
                                : String.join("; ", log.errors()));
            }
        }
    }
}
