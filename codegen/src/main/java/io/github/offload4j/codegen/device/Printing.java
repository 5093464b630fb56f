package io.github.offload4j.codegen.device;

import io.github.offload4j.codegen.device.refusal.Refusals;
import io.github.offload4j.codegen.image.Architecture;
import io.github.offload4j.codegen.ir.ForeignFunctions;
import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrContext;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.IrType;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.Linkage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What kernels print with: {@code printf}, and what C's compilers make of it where there is nothing to format. Hosts have
 * these functions. NVIDIA's GPUs have {@code vprintf}, which takes the values in memory; AMD's have nothing, and a kernel
 * that comes there stops.
 */
final class Printing {
    private static final String PRINT = "printf";
    private static final String CHECKED = "__printf_chk";
    private static final String LINE = "puts";
    private static final String CHARACTER = "putchar";
    private static final Set<String> ALL = Set.of(PRINT, CHECKED, LINE, CHARACTER);

    /** What takes a file, which only a host has. */
    private static final Set<String> OF_FILES = Set.of(
            "fprintf",
            "vfprintf",
            "dprintf",
            "fputs",
            "fputc",
            "putc",
            "_IO_putc",
            "fwrite",
            "fflush",
            "perror",
            "write");

    private static final String DEVICE_PRINT = "vprintf";
    private static final String TRAP = "llvm.trap";

    private final IrModule module;
    private final IrContext context;
    private final Refusals refusals;

    private Printing(IrModule module, Refusals refusals) {
        this.module = module;
        this.context = module.context();
        this.refusals = refusals;
    }

    /** Returns whether a target has a function that kernels print with; the module was lowered for it. */
    static boolean isProvided(IrFunction called, Architecture target) {
        String name = called.name();
        return switch (target) {
            case AARCH64, X86_64 -> isOfC(called);
            case NVPTX64 ->
                isOfC(called)
                        || (name.equals(DEVICE_PRINT)
                                && called.type().toString().equals("i32 (ptr, ptr)"));
            case AMDGCN -> false;
        };
    }

    /** Returns whether a function needs files, of which a device has none. */
    static boolean needsFiles(IrFunction called) {
        return OF_FILES.contains(called.name());
    }

    private static boolean isOfC(IrFunction function) {
        return ALL.contains(function.name()) && hasTypeOfC(function);
    }

    private static boolean hasTypeOfC(IrFunction called) {
        String right = switch (called.name()) {
            case PRINT -> "i32 (ptr, ...)";
            case CHECKED -> "i32 (i32, ptr, ...)";
            case LINE -> "i32 (ptr)";
            default -> "i32 (i32)";
        };
        return called.type().toString().equals(right);
    }

    /** Drops the bodies that the C library's headers have for some of the functions, which need files. */
    static void forgetInline(IrModule module) {
        module.functions().stream()
                .filter(function -> isOfC(function) && !function.isDeclaration() && function.isDiscardable())
                .forEach(function -> ForeignFunctions.replaceByDeclaration(function, module));
    }

    /**
     * Replaces the calls by what a target has.
     *
     * @param refusals gets what cannot be printed
     * @param notes is told of a target that prints nothing
     */
    static void lower(IrModule module, Architecture target, Refusals refusals, KernelNotes notes) {
        Printing printing = new Printing(module, refusals);
        boolean stops = false;
        for (IrFunction function : module.functions()) {
            if (!isOfC(function) || !function.isDeclaration()) {
                continue;
            }
            List<IrInstruction> calls = function.calls();
            switch (target) {
                case AARCH64, X86_64 -> {}
                case NVPTX64 -> calls.forEach(printing::printInMemory);
                case AMDGCN -> {
                    calls.forEach(printing::stop);
                    stops |= !calls.isEmpty();
                }
            }
        }
        if (stops) {
            notes.ofSource("AMD's GPUs print nothing: a kernel that comes to 'printf' stops there");
        }
    }

    private void stop(IrInstruction call) {
        try (IrBuilder builder = IrBuilder.before(call, context)) {
            builder.call(module.intrinsic(TRAP), List.of(), "");
        }
        call.replaceUsesWith(context.zero(call.value().type()));
        call.erase();
    }

    private void printInMemory(IrInstruction call) {
        String name = call.calledFunction().orElseThrow().name();
        List<IrValue> given = call.arguments();
        switch (name) {
            case LINE -> printInMemory(call, module.addText("offload_line", "%s\n"), given);
            case CHARACTER -> printInMemory(call, module.addText("offload_character", "%c"), given);
            case CHECKED -> printInMemory(call, given.get(1), given.subList(2, given.size()));
            default -> printInMemory(call, given.get(0), given.subList(1, given.size()));
        }
    }

    private void printInMemory(IrInstruction call, IrValue format, List<IrValue> values) {
        Optional<IrFunction> print = devicePrint();
        if (print.isEmpty()) {
            refusals.add(call, "it calls 'printf', and has a 'vprintf' of its own that is not CUDA's; rename that");
            return;
        }
        for (IrValue value : values) {
            if (!value.type().isPointer() && value.type().scalarBits() == 0) {
                refusals.add(call, "it prints a value of type " + value.type() + "; print its parts");
                return;
            }
        }
        try (IrBuilder builder = IrBuilder.before(call, context)) {
            IrValue memory = values.isEmpty() ? context.nullPointer() : memory(values, builder);
            IrValue result = builder.call(print.get(), List.of(format, memory), "");
            call.replaceUsesWith(result);
        }
        call.erase();
    }

    private IrValue memory(List<IrValue> values, IrBuilder builder) {
        List<IrValue> promoted = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            promoted.add(promoted(values.get(i), builder));
        }
        IrType type = context.struct(promoted.stream().map(IrValue::type).toList());
        IrValue memory;
        try (IrBuilder entry = builder.pastAllocas()) {
            memory = entry.slot(type, Long.BYTES);
        }
        for (int i = 0; i < promoted.size(); i++) {
            IrValue value = promoted.get(i);
            int alignment = value.type().isPointer() ? Long.BYTES : value.type().scalarBits() / Byte.SIZE;
            builder.store(value, builder.elementAddress(type, memory, i, ""), alignment);
        }
        return memory;
    }

    /** C promotes what it passes to {@code printf}; other front ends may have left that out. */
    private IrValue promoted(IrValue value, IrBuilder builder) {
        IrType type = value.type();
        if (type.isInteger()) {
            IrType wide = context.integer(type.integerBits() <= Integer.SIZE ? Integer.SIZE : Long.SIZE);
            return builder.integerCast(value, wide, type.integerBits() > 1);
        }
        return type.isPointer() ? value : builder.floatExtend(value, context.doubleType());
    }

    private Optional<IrFunction> devicePrint() {
        IrType type = context.function(context.integer(Integer.SIZE), List.of(context.pointer(), context.pointer()));
        Optional<IrFunction> known = module.findFunction(DEVICE_PRINT);
        return known.isPresent()
                ? known.filter(
                        function -> function.isDeclaration() && function.type().equals(type))
                : Optional.of(module.addFunction(DEVICE_PRINT, type, Linkage.EXTERNAL));
    }
}
