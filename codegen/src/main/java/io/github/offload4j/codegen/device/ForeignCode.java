package io.github.offload4j.codegen.device;

import io.github.offload4j.codegen.ir.Attributes;
import io.github.offload4j.codegen.ir.ForeignFunctions;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.Opcode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Takes out of a module what front ends put there for the host, and no device has a use for. Nothing is thrown on a device:
 * functions that throw are among those that never return, and stop the kernel.
 */
final class ForeignCode {
    /** Processors whose memory looks like a GPU's: little-endian, with pointers of 64 bits. */
    private static final Set<String> HOSTS =
            Set.of("aarch64", "arm64", "loongarch64", "powerpc64le", "ppc64le", "riscv64", "x86_64");

    /** LLVM's numbers of the conventions that CUDA's, HIP's and SYCL's front ends give kernels and helpers. */
    private static final Set<Integer> DEVICE_CONVENTIONS = Set.of(71, 72, 75, 76, 91);

    /** The instructions that a personality function is for. */
    private static final Set<Opcode> EXCEPTIONS =
            Set.of(Opcode.INVOKE, Opcode.LANDING_PAD, Opcode.RESUME, Opcode.CATCH_SWITCH, Opcode.CLEANUP_PAD);

    private int exceptions;
    private int personalities;
    private int unreachable;
    private int kept;

    private ForeignCode() {}

    /**
     * Returns whether kernels may be in a module for a host: the device's layout takes the place of its own.
     *
     * @param triple for example {@code x86_64-unknown-linux-gnu}
     */
    static boolean isHost(String triple) {
        return HOSTS.contains(triple.split("-", 2)[0]);
    }

    /** Takes it out, says what it was where a user may wonder, and returns the functions that stop a kernel now. */
    static List<IrFunction> drop(IrModule module, KernelNotes notes) {
        ForeignCode code = new ForeignCode();
        for (IrFunction function : module.functions()) {
            if (!function.isDeclaration()) {
                code.drop(function);
            }
        }
        code.tell(notes);
        return NeverReturning.trap(module);
    }

    private void drop(IrFunction function) {
        if (Attributes.onFunction(function, "optnone")) {
            kept++;
            Attributes.removeFromFunction(function, "optnone");
            // optnone does not come without it
            Attributes.removeFromFunction(function, "noinline");
        }
        if (DEVICE_CONVENTIONS.contains(ForeignFunctions.callingConvention(function))) {
            ForeignFunctions.useConventionOfC(function);
        }
        if (has(function, Set.of(Opcode.INVOKE))) {
            exceptions++;
            ForeignFunctions.dropExceptionHandling(function);
        }
        if (ForeignFunctions.hasUnreachableBlocks(function)) {
            unreachable++;
            ForeignFunctions.dropUnreachableBlocks(function);
        }
        if (ForeignFunctions.hasPersonality(function) && !has(function, EXCEPTIONS)) {
            personalities++;
            ForeignFunctions.removePersonality(function);
        }
    }

    private static boolean has(IrFunction function, Set<Opcode> opcodes) {
        return function.instructions().stream().anyMatch(instruction -> opcodes.contains(instruction.opcode()));
    }

    private void tell(KernelNotes notes) {
        List<String> dropped = new ArrayList<>();
        add(dropped, kept, "'optnone'");
        add(dropped, exceptions, "exception handling, as what throws ends the kernel");
        add(dropped, unreachable, "blocks that nothing reaches");
        add(dropped, personalities, "personality functions");
        if (!dropped.isEmpty()) {
            notes.ofIr("made for a host; taken out for the device: " + String.join(", ", dropped));
        }
    }

    private static void add(List<String> dropped, int functions, String what) {
        if (functions > 0) {
            dropped.add(what + " (" + functions + (functions == 1 ? " function)" : " functions)"));
        }
    }
}
