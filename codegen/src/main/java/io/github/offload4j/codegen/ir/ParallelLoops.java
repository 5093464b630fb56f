package io.github.offload4j.codegen.ir;

import static org.bytedeco.llvm.global.LLVM.LLVMDisposeModule;
import static org.bytedeco.llvm.global.LLVM.LLVMGetMDKindIDInContext;
import static org.bytedeco.llvm.global.LLVM.LLVMGetMetadata;
import static org.bytedeco.llvm.global.LLVM.LLVMMetadataAsValue;
import static org.bytedeco.llvm.global.LLVM.LLVMMetadataReplaceAllUsesWith;
import static org.bytedeco.llvm.global.LLVM.LLVMSetMetadata;
import static org.bytedeco.llvm.global.LLVM.LLVMTemporaryMDNode;
import static org.bytedeco.llvm.global.LLVM.LLVMValueAsMetadata;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.llvm.LLVM.LLVMMetadataRef;
import org.bytedeco.llvm.LLVM.LLVMModuleRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;

/** Loops whose rounds touch nothing that another round writes, so far as a group of accesses goes. */
public final class ParallelLoops {
    private static final String GROUP = "llvm.access.group";
    private static final String LOOP = "llvm.loop";
    private static final String PARALLEL = "llvm.loop.parallel_accesses";

    /** The C API makes no node that is distinct from others of the same content, which a group must be; text has them. */
    private static final String EXAMPLE = """
            define void @f(ptr %p) {
              %v = load i8, ptr %p, !llvm.access.group !0
              ret void
            }
            !0 = distinct !{}
            """;

    private final IrContext context;
    private final LLVMMetadataRef group;

    private ParallelLoops(IrContext context) {
        this.context = context;
        LLVMModuleRef module = ModuleReader.parse(context.raw(), EXAMPLE, "access group");
        try (IrModule example = new IrModule(module)) {
            LLVMValueRef load =
                    example.functions().get(0).instructions().get(0).value().raw();
            // the context owns the node
            group = LLVMValueAsMetadata(LLVMGetMetadata(load, kind(GROUP)));
        } finally {
            LLVMDisposeModule(module);
        }
    }

    /** Makes a group without accesses and loops. */
    public static ParallelLoops group(IrContext context) {
        return new ParallelLoops(context);
    }

    /** Adds a load, a store or a call that touches memory. */
    public void add(IrInstruction access) {
        LLVMSetMetadata(access.value().raw(), kind(GROUP), LLVMMetadataAsValue(context.raw(), group));
    }

    /**
     * Says of a loop, by the branch that closes it, that the accesses of the group do not depend on those of other rounds.
     * What the branch has said of the loop before is gone.
     */
    public void close(IrInstruction branch) {
        LLVMMetadataRef itself = LLVMTemporaryMDNode(context.raw(), new LLVMMetadataRef(), 0);
        List<LLVMMetadataRef> fields = new ArrayList<>(List.of(itself));
        fields.add(MetadataNodes.node(List.of(MetadataNodes.of(PARALLEL, context), group), context));
        LLVMMetadataRef node = MetadataNodes.node(fields, context);
        LLVMMetadataReplaceAllUsesWith(itself, node);
        LLVMSetMetadata(branch.value().raw(), kind(LOOP), LLVMMetadataAsValue(context.raw(), node));
    }

    private int kind(String name) {
        return LLVMGetMDKindIDInContext(context.raw(), name, name.length());
    }
}
