package io.github.offload4j.codegen.device;

import io.github.offload4j.codegen.abi.KernelForm;
import io.github.offload4j.codegen.abi.RuntimeConstants;
import io.github.offload4j.codegen.image.Architecture;
import io.github.offload4j.codegen.ir.Attributes;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.ModuleFlags;
import io.github.offload4j.codegen.ir.TargetMachine;
import java.util.List;
import java.util.regex.Pattern;

/** Turns target-neutral kernels into what one processor family runs. */
enum TargetLowering {
    /** Kernels and special registers of NVIDIA's GPUs. */
    NVPTX {
        @Override
        void lower(KernelModule kernels, TargetMachine machine, HostLowering.Threads threads, KernelForm form) {
            kernels.internalize();
            kernels.renameLocals(NOT_IN_PTX_NAMES);
            wrap(kernels, NVPTX_KERNEL, GENERIC, Architecture.NVPTX64, form);
            machine.runPasses(kernels.module().raw(), DROP_UNREACHABLE);
            DefinedFunctions.define(kernels.module(), Architecture.NVPTX64);
            IndexLowering.lower(kernels.module(), new NvptxIndices(kernels.module()));
            kernels.dropDeviceDeclarations();
            Convergence.preserve(kernels.module());
        }
    },
    /** Kernels and implicit arguments of AMD's GPUs. */
    AMDGCN {
        @Override
        void lower(KernelModule kernels, TargetMachine machine, HostLowering.Threads threads, KernelForm form) {
            kernels.internalize();
            ModuleFlags.addIfAbsent(
                    kernels.module(),
                    MODULE_FLAG_ERROR,
                    AmdgcnIndices.CODE_OBJECT_FLAG,
                    RuntimeConstants.AMD_CODE_OBJECT_VERSION);
            wrap(kernels, AMDGPU_KERNEL, GLOBAL, Architecture.AMDGCN, form);
            ArgumentCopies.make(kernels.module());
            PrivateStack.use(kernels.module());
            machine.runPasses(kernels.module().raw(), DROP_UNREACHABLE);
            DefinedFunctions.define(kernels.module(), Architecture.AMDGCN);
            IndexLowering.lower(kernels.module(), new AmdgcnIndices(kernels.module()));
            kernels.dropDeviceDeclarations();
            Convergence.preserve(kernels.module());
        }
    },
    /** Loops over the grid, into which everything is inlined, so that indices are loop counters. */
    HOST {
        @Override
        void lower(KernelModule kernels, TargetMachine machine, HostLowering.Threads threads, KernelForm form) {
            HostLowering.lower(kernels, machine, threads);
        }
    };

    /** The pass that deletes what no kernel reaches, and what therefore no rule was applied to. */
    static final String DROP_UNREACHABLE = "globaldce";

    /** LLVM itself replaces dots in the names of local symbols. */
    private static final Pattern NOT_IN_PTX_NAMES = Pattern.compile("[^A-Za-z0-9_$.]");

    /** LLVM's numbers of calling conventions. */
    static final int C = 0;

    private static final int NVPTX_KERNEL = 71;
    private static final int AMDGPU_KERNEL = 91;

    /** Address spaces of kernel parameters: any memory, or the device's main memory. */
    static final int GENERIC = 0;

    private static final int GLOBAL = 1;

    /** LLVM's module flag behaviour "error": modules must agree. */
    private static final int MODULE_FLAG_ERROR = 1;

    /**
     * Rewrites a module's kernels in place; everything else becomes local to the module.
     *
     * @param threads how a host runs those whose threads have to do with each other
     * @param form how a GPU calls them; on hosts that is left to {@link HostEntries}
     */
    abstract void lower(KernelModule kernels, TargetMachine machine, HostLowering.Threads threads, KernelForm form);

    static TargetLowering of(Architecture architecture) {
        return switch (architecture) {
            case NVPTX64 -> NVPTX;
            case AMDGCN -> AMDGCN;
            case AARCH64, X86_64 -> HOST;
        };
    }

    private static void wrap(
            KernelModule kernels, int callingConvention, int addressSpace, Architecture architecture, KernelForm form) {
        for (IrFunction kernel : kernels.kernels()) {
            BlockLimits limits = BlockLimits.of(kernel, kernels.module())
                    .orLaunched(kernels.blocks().of(kernel.name()));
            alwaysInline(kernel, kernels.module());
            KernelWrapper wrapper = new KernelWrapper(
                    kernels.module(), kernel, callingConvention, addressSpace, form != KernelForm.POINTER_LAST);
            wrapper.callOnce();
            limits.apply(wrapper.function(), kernels.module(), architecture);
        }
    }

    /** Has every function inlined wherever it is called. */
    static void inlineAll(IrModule module, List<IrFunction> except) {
        for (IrFunction function : module.functions()) {
            if (!function.isDeclaration() && !except.contains(function)) {
                alwaysInline(function, module);
            }
        }
    }

    static void alwaysInline(IrFunction function, IrModule module) {
        Attributes.removeFromFunction(function, "noinline");
        Attributes.removeFromFunction(function, "optnone");
        Attributes.addToFunction(function, "alwaysinline", module.context());
    }
}
