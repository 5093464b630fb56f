package io.github.offload4j.codegen.device.math;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.offload4j.codegen.device.refusal.Refusals;
import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import io.github.offload4j.codegen.image.DeviceTarget;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.ModuleLinker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Links what kernels call of a vendor's library into their module. */
final class DeviceLibrary {
    /** What the names in vendors' libraries begin with, in text and in bitcode. */
    private static final List<String> NAMES = List.of("__nv_", "__ocml_", "__ockl_", "__oclc_");

    private DeviceLibrary() {}

    /**
     * Links a library's functions, and answers what they ask about the target.
     *
     * @param refusals gets the functions that no library has
     * @throws OffloadException when a library cannot be read, or a given file is none
     */
    static void link(IrModule module, DeviceTarget target, TargetMath math, LibraryPlaces places, Refusals refusals) {
        String prefix = math.libraryPrefix();
        if (prefix.isEmpty()) {
            return;
        }
        for (Path given : places.given()) {
            if (!missing(module, prefix).isEmpty()) {
                byte[] content = read(given);
                requireLibrary(content, given);
                ModuleLinker.linkNeeded(module, content, given.toString());
            }
        }
        if (!missing(module, prefix).isEmpty()) {
            places.find(target.architecture()).ifPresent(found -> link(module, found));
        }
        for (IrFunction function : missing(module, prefix)) {
            refuse(function, target, math, places, refusals);
        }
        for (IrFunction function : module.functions()) {
            if (function.name().startsWith("llvm.") && !function.isIntrinsic()) {
                users(function)
                        .forEach(user -> refusals.add(
                                user, "it calls '" + function.name() + "', which this LLVM does not have"));
            }
        }
        switch (target.architecture()) {
            case NVPTX64 -> Reflection.fold(module, target);
            case AMDGCN -> LibraryControls.define(module, target);
            case AARCH64, X86_64 -> {}
        }
    }

    private static List<IrFunction> missing(IrModule module, String prefix) {
        return module.functions().stream()
                .filter(function -> function.isDeclaration()
                        && function.name().startsWith(prefix)
                        && !function.value().users().isEmpty())
                .toList();
    }

    private static void link(IrModule module, Path library) {
        ModuleLinker.linkNeeded(module, read(library), library.toString());
    }

    private static byte[] read(Path library) {
        try {
            return Files.readAllBytes(library);
        } catch (IOException e) {
            throw new OffloadException(
                    Reason.TOOL, "the device library '" + library + "' cannot be read: " + e.getMessage());
        }
    }

    /** A file of any other kind would go unnoticed: what it lacks is looked for in the next one. */
    private static void requireLibrary(byte[] content, Path given) {
        String text = new String(content, ISO_8859_1);
        if (NAMES.stream().noneMatch(text::contains)) {
            throw new OffloadException(
                    Reason.TOOL,
                    "'" + given
                            + "' is no device library: it has functions neither of libdevice (__nv_...) nor of ROCm's"
                            + " libraries (__ocml_...)");
        }
    }

    private static void refuse(
            IrFunction function, DeviceTarget target, TargetMath math, LibraryPlaces places, Refusals refusals) {
        String why = "'" + function.name() + "' of " + math.libraryName();
        String remedy = places.find(target.architecture())
                .map(found -> ", which '" + found + "' does not have")
                .orElseGet(() -> ", which is not on this machine; " + places.advice(target.architecture()));
        users(function).forEach(call -> refusals.add(call, "it needs " + why + remedy));
    }

    private static List<IrInstruction> users(IrFunction function) {
        return function.value().users().stream()
                .flatMap(user -> user.asInstruction().stream())
                .toList();
    }
}
