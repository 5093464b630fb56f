package io.github.offload4j.codegen.ir;

import static org.bytedeco.llvm.global.LLVM.LLVMAssemblyFile;
import static org.bytedeco.llvm.global.LLVM.LLVMCodeGenLevelAggressive;
import static org.bytedeco.llvm.global.LLVM.LLVMCodeGenLevelDefault;
import static org.bytedeco.llvm.global.LLVM.LLVMCodeGenLevelLess;
import static org.bytedeco.llvm.global.LLVM.LLVMCodeGenLevelNone;
import static org.bytedeco.llvm.global.LLVM.LLVMCodeModelDefault;
import static org.bytedeco.llvm.global.LLVM.LLVMCopyStringRepOfTargetData;
import static org.bytedeco.llvm.global.LLVM.LLVMCreateTargetDataLayout;
import static org.bytedeco.llvm.global.LLVM.LLVMCreateTargetMachine;
import static org.bytedeco.llvm.global.LLVM.LLVMDisposeMemoryBuffer;
import static org.bytedeco.llvm.global.LLVM.LLVMDisposeMessage;
import static org.bytedeco.llvm.global.LLVM.LLVMDisposeModule;
import static org.bytedeco.llvm.global.LLVM.LLVMDisposeTargetData;
import static org.bytedeco.llvm.global.LLVM.LLVMDisposeTargetMachine;
import static org.bytedeco.llvm.global.LLVM.LLVMGetDefaultTargetTriple;
import static org.bytedeco.llvm.global.LLVM.LLVMGetHostCPUFeatures;
import static org.bytedeco.llvm.global.LLVM.LLVMGetHostCPUName;
import static org.bytedeco.llvm.global.LLVM.LLVMGetTargetFromTriple;
import static org.bytedeco.llvm.global.LLVM.LLVMNormalizeTargetTriple;
import static org.bytedeco.llvm.global.LLVM.LLVMObjectFile;
import static org.bytedeco.llvm.global.LLVM.LLVMRelocPIC;
import static org.bytedeco.llvm.global.LLVM.LLVMSetDataLayout;
import static org.bytedeco.llvm.global.LLVM.LLVMSetTarget;
import static org.bytedeco.llvm.global.LLVM.LLVMTargetMachineEmitToMemoryBuffer;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.llvm.LLVM.LLVMMemoryBufferRef;
import org.bytedeco.llvm.LLVM.LLVMModuleRef;
import org.bytedeco.llvm.LLVM.LLVMTargetDataRef;
import org.bytedeco.llvm.LLVM.LLVMTargetMachineRef;
import org.bytedeco.llvm.LLVM.LLVMTargetRef;

/** One of LLVM's code generators, set up for a triple and a processor. Code is position independent. */
public final class TargetMachine implements AutoCloseable {
    private final LLVMTargetMachineRef ref;
    private final String triple;
    private boolean abandoned;

    private TargetMachine(LLVMTargetMachineRef ref, String triple) {
        this.ref = ref;
        this.triple = triple;
    }

    /** Returns the triple of the machine that this process runs on. */
    public static String hostTriple() {
        return decoded(LLVMGetDefaultTargetTriple());
    }

    /** Returns a triple with all its parts, as compilers write it into modules: {@code aarch64-linux-gnu} has no vendor. */
    public static String normalized(String triple) {
        Objects.requireNonNull(triple, "triple is null");
        try (BytePointer text = Utf8.encode(triple)) {
            return decoded(LLVMNormalizeTargetTriple(text));
        }
    }

    /** Returns LLVM's name for the processor that this process runs on. */
    public static String hostProcessor() {
        return decoded(LLVMGetHostCPUName());
    }

    /** Returns what the processor that this process runs on has and lacks, as {@link #of} takes it. */
    public static String hostFeatures() {
        return decoded(LLVMGetHostCPUFeatures());
    }

    private static String decoded(BytePointer message) {
        try {
            return Utf8.decode(message);
        } finally {
            LLVMDisposeMessage(message);
        }
    }

    /**
     * Makes a code generator for a triple's generic processor.
     *
     * @throws OffloadException when LLVM, or this library, does not know the target
     */
    public static TargetMachine of(String triple) {
        return of(triple, "", OptimizationLevel.O2);
    }

    /**
     * Makes a code generator.
     *
     * @param processor LLVM's name for it, empty for the generic one
     * @throws OffloadException when LLVM, or this library, does not know the target
     */
    public static TargetMachine of(String triple, String processor, OptimizationLevel level) {
        return of(triple, processor, "", level);
    }

    /**
     * Makes a code generator for a processor that has more or less than its name says.
     *
     * @param processor LLVM's name for it, empty for the generic one
     * @param features for example {@code +avx2,-fma}
     * @throws OffloadException when LLVM, or this library, does not know the target
     */
    public static TargetMachine of(String triple, String processor, String features, OptimizationLevel level) {
        Objects.requireNonNull(triple, "triple is null");
        Objects.requireNonNull(processor, "processor is null");
        Objects.requireNonNull(features, "features is null");
        Targets.initialize(triple);
        LLVMTargetRef target = new LLVMTargetRef();
        BytePointer message = new BytePointer();
        try (BytePointer name = Utf8.encode(triple);
                BytePointer cpu = Utf8.encode(processor);
                BytePointer differences = Utf8.encode(features)) {
            if (LLVMGetTargetFromTriple(name, target, message) != 0) {
                throw unknown(triple, message);
            }
            LLVMTargetMachineRef machine = LLVMCreateTargetMachine(
                    target, name, cpu, differences, codeGenerationLevel(level), LLVMRelocPIC, LLVMCodeModelDefault);
            return new TargetMachine(Handles.require(machine, "target machine"), triple);
        }
    }

    private static OffloadException unknown(String triple, BytePointer message) {
        try {
            return new OffloadException(
                    Reason.ARGUMENT,
                    "target '" + triple + "' is unknown: "
                            + Utf8.decode(message).strip());
        } finally {
            LLVMDisposeMessage(message);
        }
    }

    private static int codeGenerationLevel(OptimizationLevel level) {
        return switch (level) {
            case O0 -> LLVMCodeGenLevelNone;
            case O1 -> LLVMCodeGenLevelLess;
            case O2 -> LLVMCodeGenLevelDefault;
            case O3 -> LLVMCodeGenLevelAggressive;
        };
    }

    /** Returns the triple. */
    public String triple() {
        return triple;
    }

    /** Returns the target's data layout as modules spell it. */
    public String dataLayout() {
        LLVMTargetDataRef layout = LLVMCreateTargetDataLayout(ref);
        BytePointer text = LLVMCopyStringRepOfTargetData(layout);
        try {
            return Utf8.decode(text);
        } finally {
            LLVMDisposeMessage(text);
            LLVMDisposeTargetData(layout);
        }
    }

    /** Gives a module this target's triple and data layout. */
    public void apply(LLVMModuleRef module) {
        Handles.require(module, "module");
        LLVMSetTarget(module, triple);
        LLVMSetDataLayout(module, dataLayout());
    }

    /**
     * Runs one of LLVM's standard pipelines over a well-formed module.
     *
     * @throws OffloadException with LLVM's words when it fails
     */
    public void optimize(LLVMModuleRef module, OptimizationLevel level) {
        NumberExtremes.spell(Handles.require(module, "module"));
        runPasses(module, "default<" + level.name() + ">");
    }

    /**
     * Runs passes over a well-formed module.
     *
     * @param pipeline in the syntax of {@code opt -passes}
     * @throws OffloadException with LLVM's words when the pipeline does not parse or fails
     */
    public void runPasses(LLVMModuleRef module, String pipeline) {
        Handles.require(module, "module");
        attempt(() -> {
            Passes.run(module, pipeline, ref);
            return true;
        });
    }

    /**
     * Runs passes over one function of a well-formed module.
     *
     * @param pipeline of passes for functions, in the syntax of {@code opt -passes}
     * @throws OffloadException with LLVM's words when the pipeline does not parse or fails
     */
    public void runPasses(IrFunction function, String pipeline) {
        attempt(() -> {
            Passes.run(function, pipeline, ref);
            return true;
        });
    }

    /**
     * Returns a well-formed module as a relocatable object file.
     *
     * @throws OffloadException with LLVM's words when the target cannot express it
     */
    public byte[] emitObject(LLVMModuleRef module) {
        Optional<LLVMModuleRef> turned = InitializerArrays.turned(Handles.require(module, "module"));
        try {
            return emit(turned.orElse(module), LLVMObjectFile);
        } finally {
            turned.filter(copy -> !abandoned).ifPresent(copy -> LLVMDisposeModule(copy));
        }
    }

    /**
     * Returns a well-formed module as assembly, in UTF-8.
     *
     * @throws OffloadException with LLVM's words when the target cannot express it
     */
    public byte[] emitAssembly(LLVMModuleRef module) {
        return emit(module, LLVMAssemblyFile);
    }

    private byte[] emit(LLVMModuleRef module, int fileType) {
        NumberExtremes.spell(Handles.require(module, "module"));
        try (DiagnosticLog log = DiagnosticLog.unlessCollected(module)) {
            byte[] bytes = translate(module, fileType);
            if (!log.errors().isEmpty()) {
                throw new OffloadException(
                        Reason.ARGUMENT, "no code for '" + triple + "': " + String.join("; ", log.errors()));
            }
            return bytes;
        }
    }

    private byte[] translate(LLVMModuleRef module, int fileType) {
        LLVMMemoryBufferRef buffer = new LLVMMemoryBufferRef();
        BytePointer message = new BytePointer();
        if (attempt(() -> LLVMTargetMachineEmitToMemoryBuffer(ref, module, fileType, message, buffer) != 0)) {
            try {
                throw new OffloadException(
                        Reason.ARGUMENT,
                        "no code for '" + triple + "': " + Utf8.decode(message).strip());
            } finally {
                LLVMDisposeMessage(message);
            }
        }
        try {
            return ModuleWriter.bytes(buffer);
        } finally {
            LLVMDisposeMemoryBuffer(buffer);
        }
    }

    /**
     * Takes steps on a thread that has room for recursion on what is nested deep, whatever the caller's has.
     *
     * @throws OffloadException for {@link Reason#LLVM} when LLVM gave up
     */
    public void withRoom(Runnable steps) {
        attempt(() -> {
            steps.run();
            return true;
        });
    }

    /** Takes a step that LLVM may not come back from. */
    private <T> T attempt(Supplier<T> step) {
        try {
            return GuardedStep.take(step);
        } catch (OffloadException e) {
            abandoned = abandoned || e.reason() == Reason.LLVM;
            throw e;
        }
    }

    /** Returns whether LLVM gave up on a module, which then must not be touched any more, nor disposed of. */
    public boolean isAbandoned() {
        return abandoned;
    }

    @Override
    public void close() {
        if (abandoned) {
            return; // a thread stands in the middle of it for ever
        }
        LLVMDisposeTargetMachine(ref);
    }
}
