package io.github.offload4j.codegen.ir;

import static org.bytedeco.llvm.global.LLVM.LLVMInitializeAArch64AsmPrinter;
import static org.bytedeco.llvm.global.LLVM.LLVMInitializeAArch64Target;
import static org.bytedeco.llvm.global.LLVM.LLVMInitializeAArch64TargetInfo;
import static org.bytedeco.llvm.global.LLVM.LLVMInitializeAArch64TargetMC;
import static org.bytedeco.llvm.global.LLVM.LLVMInitializeAMDGPUAsmParser;
import static org.bytedeco.llvm.global.LLVM.LLVMInitializeAMDGPUAsmPrinter;
import static org.bytedeco.llvm.global.LLVM.LLVMInitializeAMDGPUTarget;
import static org.bytedeco.llvm.global.LLVM.LLVMInitializeAMDGPUTargetInfo;
import static org.bytedeco.llvm.global.LLVM.LLVMInitializeAMDGPUTargetMC;
import static org.bytedeco.llvm.global.LLVM.LLVMInitializeNVPTXAsmPrinter;
import static org.bytedeco.llvm.global.LLVM.LLVMInitializeNVPTXTarget;
import static org.bytedeco.llvm.global.LLVM.LLVMInitializeNVPTXTargetInfo;
import static org.bytedeco.llvm.global.LLVM.LLVMInitializeNVPTXTargetMC;
import static org.bytedeco.llvm.global.LLVM.LLVMInitializeX86AsmParser;
import static org.bytedeco.llvm.global.LLVM.LLVMInitializeX86AsmPrinter;
import static org.bytedeco.llvm.global.LLVM.LLVMInitializeX86Target;
import static org.bytedeco.llvm.global.LLVM.LLVMInitializeX86TargetInfo;
import static org.bytedeco.llvm.global.LLVM.LLVMInitializeX86TargetMC;

import java.util.HashSet;
import java.util.Set;

/** Starts LLVM's code generators, each when it is first needed: all of them together cost a noticeable time. */
final class Targets {
    private static final Set<String> STARTED = new HashSet<>();

    private Targets() {}

    /** Starts the generator for a triple; one that is not known here is left to LLVM to refuse. */
    static synchronized void initialize(String triple) {
        String architecture = triple.split("-", 2)[0];
        if (!STARTED.add(architecture)) {
            return;
        }
        switch (architecture) {
            case "x86_64" -> {
                LLVMInitializeX86TargetInfo();
                LLVMInitializeX86Target();
                LLVMInitializeX86TargetMC();
                LLVMInitializeX86AsmPrinter();
                LLVMInitializeX86AsmParser();
            }
            case "aarch64", "arm64" -> {
                LLVMInitializeAArch64TargetInfo();
                LLVMInitializeAArch64Target();
                LLVMInitializeAArch64TargetMC();
                LLVMInitializeAArch64AsmPrinter();
            }
            case "nvptx64" -> {
                LLVMInitializeNVPTXTargetInfo();
                LLVMInitializeNVPTXTarget();
                LLVMInitializeNVPTXTargetMC();
                LLVMInitializeNVPTXAsmPrinter();
            }
            case "amdgcn" -> {
                LLVMInitializeAMDGPUTargetInfo();
                LLVMInitializeAMDGPUTarget();
                LLVMInitializeAMDGPUTargetMC();
                LLVMInitializeAMDGPUAsmPrinter();
                LLVMInitializeAMDGPUAsmParser();
            }
            default -> {}
        }
    }
}
