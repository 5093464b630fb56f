package io.github.offload4j.codegen.ir;

import static org.bytedeco.llvm.global.LLVM.LLVMGetSection;
import static org.bytedeco.llvm.global.LLVM.LLVMHasPersonalityFn;
import static org.bytedeco.llvm.global.LLVM.LLVMReplaceAllUsesWith;
import static org.bytedeco.llvm.global.LLVM.LLVMSetInstructionCallConv;
import static org.bytedeco.llvm.global.LLVM.LLVMSetPersonalityFn;
import static org.bytedeco.llvm.global.LLVM.LLVMSetSection;
import static org.bytedeco.llvm.global.LLVM.LLVMSetSubprogram;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.llvm.LLVM.LLVMMetadataRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;

/** What front ends give functions that are meant for a host, read and taken away. */
public final class ForeignFunctions {
    private static final int C_CONVENTION = 0;

    private ForeignFunctions() {}

    /** Returns the section of a function, empty when it has none of its own. */
    public static String section(IrFunction function) {
        BytePointer name = LLVMGetSection(function.value().raw());
        return Handles.isNull(name) ? "" : Utf8.decode(name);
    }

    /** Leaves it to the linker where the function goes. */
    public static void clearSection(IrFunction function) {
        LLVMSetSection(function.value().raw(), "");
    }

    /** Returns whether exceptions that come to the function find somebody who knows what to do. */
    public static boolean hasPersonality(IrFunction function) {
        return LLVMHasPersonalityFn(function.value().raw()) != 0;
    }

    /** Takes the personality away, which only landing pads need. */
    public static void removePersonality(IrFunction function) {
        LLVMSetPersonalityFn(function.value().raw(), new LLVMValueRef());
    }

    /** Forgets where the source declares the function: a definition says where it is defined, or nothing. */
    public static void forgetDeclaration(IrFunction function) {
        LLVMSetSubprogram(function.value().raw(), new LLVMMetadataRef());
    }

    /** Returns LLVM's number of the calling convention. */
    public static int callingConvention(IrFunction function) {
        return function.callingConvention();
    }

    /** Makes a function, and every direct call of it, follow the C convention. */
    public static void useConventionOfC(IrFunction function) {
        function.setCallingConvention(C_CONVENTION);
        for (IrInstruction call : function.calls()) {
            LLVMSetInstructionCallConv(call.value().raw(), C_CONVENTION);
        }
    }

    /** Returns whether a block of the function cannot be come to. */
    public static boolean hasUnreachableBlocks(IrFunction function) {
        List<IrBlock> blocks = function.blocks();
        if (blocks.isEmpty()) {
            return false;
        }
        Set<IrBlock> reached = new HashSet<>(Set.of(blocks.get(0)));
        Deque<IrBlock> open = new ArrayDeque<>(reached);
        while (!open.isEmpty()) {
            open.pop().terminator().stream()
                    .flatMap(terminator -> terminator.successors().stream())
                    .filter(reached::add)
                    .forEach(open::push);
        }
        return reached.size() < blocks.size();
    }

    /** Puts a function without a body, under the same symbol, where another is used, which is local and unused then. */
    public static IrFunction replaceByDeclaration(IrFunction function, IrModule module) {
        String symbol = function.name();
        function.rename(symbol + ".unused");
        function.setLinkage(Linkage.INTERNAL);
        IrFunction declaration = module.addFunction(symbol, function.type(), Linkage.EXTERNAL);
        LLVMReplaceAllUsesWith(function.value().raw(), declaration.value().raw());
        return declaration;
    }

    /**
     * Deletes the blocks that cannot be come to, and joins those that are left where nothing is lost.
     *
     * @throws OffloadException when LLVM's passes fail
     */
    public static void dropUnreachableBlocks(IrFunction function) {
        Passes.run(function, "simplifycfg", null);
    }

    /**
     * Makes plain calls of those that an exception may come out of, and deletes the blocks that wait for one.
     *
     * @throws OffloadException when LLVM's passes fail
     */
    public static void dropExceptionHandling(IrFunction function) {
        Passes.run(function, "lower-invoke,simplifycfg", null);
    }

    /**
     * Turns variables into values, where nothing but the function itself uses them.
     *
     * @throws OffloadException when LLVM's passes fail
     */
    public static void promote(IrFunction function) {
        Passes.run(function, "sroa", null);
    }
}
