package io.github.offload4j.irtests.corpus;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.offload4j.codegen.OffloadOptions;
import io.github.offload4j.codegen.device.DeviceCompiler;
import io.github.offload4j.codegen.image.DeviceImage;
import io.github.offload4j.codegen.image.DeviceTarget;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.ModuleLinker;
import io.github.offload4j.codegen.ir.ModuleReader;
import io.github.offload4j.codegen.ir.ModuleWriter;
import io.github.offload4j.codegen.ir.OptimizationLevel;
import io.github.offload4j.codegen.ir.TargetMachine;
import io.github.offload4j.codegen.lower.Lowering;
import java.util.List;
import org.bytedeco.llvm.LLVM.LLVMContextRef;
import org.bytedeco.llvm.LLVM.LLVMModuleRef;
import org.bytedeco.llvm.global.LLVM;

/**
 * A host module with marked calls, its kernels, and functions without parameters to be called, each of which prints what
 * it did.
 *
 * @param name what its files are called
 * @param kernels LLVM IR
 * @param level how far the kernels are optimised
 * @param host LLVM IR
 * @param others further modules of the host, each lowered for itself before it is linked in
 * @param driver LLVM IR that is linked in after the sites are lowered, or nothing
 * @param cases the functions
 * @param modes how it runs; what it does in the first is what it has to do in the others
 */
record MarkedProgram(
        String name,
        String kernels,
        OptimizationLevel level,
        String host,
        List<String> others,
        String driver,
        List<String> cases,
        List<Mode> modes) {
    /** Returns the kernels' image for the host's processor. */
    DeviceImage image() {
        return DeviceCompiler.create()
                .withLevel(level)
                .compile(kernels.getBytes(UTF_8), name, DeviceTarget.parse("x86_64"));
    }

    /** Returns the whole program as bitcode. */
    byte[] bitcode(Mode mode, DeviceImage image) {
        LLVMContextRef context = LLVM.LLVMContextCreate();
        try {
            LLVMModuleRef module = lowered(context, host, mode, image);
            try {
                for (String other : others) {
                    LLVMModuleRef further = lowered(context, other, mode, image);
                    byte[] bitcode = ModuleWriter.bitcode(further);
                    LLVM.LLVMDisposeModule(further);
                    link(module, bitcode);
                }
                link(module, driver.getBytes(UTF_8));
                if (mode == Mode.PLAIN) {
                    link(module, kernels.getBytes(UTF_8));
                }
                return ModuleWriter.bitcode(module);
            } finally {
                LLVM.LLVMDisposeModule(module);
            }
        } finally {
            LLVM.LLVMContextDispose(context);
        }
    }

    private LLVMModuleRef lowered(LLVMContextRef context, String text, Mode mode, DeviceImage image) {
        LLVMModuleRef module = ModuleReader.parse(context, marked(text, mode), name);
        try (TargetMachine machine = TargetMachine.of(TargetMachine.hostTriple())) {
            machine.apply(module);
        }
        mode.transfers()
                .map(transfers -> OffloadOptions.builder().transfers(transfers).build())
                .ifPresent(options ->
                        Lowering.with(options).withoutCopy().embedding(image).lower(module));
        return module;
    }

    private static String marked(String text, Mode mode) {
        return mode == Mode.PLAIN ? text.replaceAll("(?m) \\[ \"offload\"\\(.*\\) \\](?=[,\\s]|$)", "") : text;
    }

    private static void link(LLVMModuleRef module, byte[] other) {
        if (other.length > 0) {
            try (IrModule view = new IrModule(module)) {
                ModuleLinker.link(view, other);
            }
        }
    }
}
