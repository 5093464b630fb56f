package io.github.offload4j.codegen.ir;

import static org.bytedeco.llvm.global.LLVM.LLVMAddCallSiteAttribute;
import static org.bytedeco.llvm.global.LLVM.LLVMAttributeFunctionIndex;
import static org.bytedeco.llvm.global.LLVM.LLVMAttributeReturnIndex;
import static org.bytedeco.llvm.global.LLVM.LLVMGetCallSiteAttributeCount;
import static org.bytedeco.llvm.global.LLVM.LLVMGetCallSiteAttributes;
import static org.bytedeco.llvm.global.LLVM.LLVMGetInstructionCallConv;
import static org.bytedeco.llvm.global.LLVM.LLVMSetInstructionCallConv;
import static org.bytedeco.llvm.global.LLVM.LLVMSetTailCallKind;
import static org.bytedeco.llvm.global.LLVM.LLVMTailCallKindNoTail;

import java.util.List;
import org.bytedeco.javacpp.PointerPointer;
import org.bytedeco.llvm.LLVM.LLVMAttributeRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;
import org.jspecify.annotations.Nullable;

/**
 * Makes a call once more with other arguments or bundles, because LLVM cannot change the bundles of a call that exists.
 * Calling convention, attributes, metadata, fast-math flags and debug location stay; {@code tail} goes, as something follows
 * the copy.
 */
public final class CallCopy {
    /** Said of a pointer into the host's memory, these need not hold of the pointer that takes its place. */
    private static final List<String> FACTS_ABOUT_MEMORY =
            List.of("align", "dereferenceable", "dereferenceable_or_null", "nonnull");

    private final IrInstruction original;
    private final List<IrValue> arguments;
    private final List<OperandBundle> bundles;
    private IrValue callee;

    /**
     * Prepares a copy.
     *
     * @param original a call or an invoke
     * @param arguments as many as the original has, of the same types
     * @param bundles the bundles of the copy
     * @throws IllegalArgumentException when the arguments are not as many, or have other types
     */
    public CallCopy(IrInstruction original, List<IrValue> arguments, List<OperandBundle> bundles) {
        this.original = original;
        this.arguments = List.copyOf(arguments);
        this.bundles = List.copyOf(bundles);
        this.callee = original.calledValue();
        if (!types(arguments).equals(types(original.arguments()))) {
            throw new IllegalArgumentException("the arguments of the copy have other types than those of the original");
        }
    }

    /** Has the copy call another function of the same type. */
    public void callInstead(IrFunction function) {
        callee = function.value();
    }

    private static List<IrType> types(List<IrValue> values) {
        return values.stream().map(IrValue::type).toList();
    }

    /** Emits the copy as a call. */
    public IrInstruction call(IrBuilder builder) {
        return finished(builder.call(original.calledType(), callee, arguments, bundles));
    }

    /** Emits the copy as an invoke. */
    public IrInstruction invoke(IrBlock normal, IrBlock unwind, IrBuilder builder) {
        return finished(builder.invoke(original.calledType(), callee, arguments, bundles, normal, unwind));
    }

    private IrInstruction finished(IrValue copy) {
        LLVMValueRef from = original.value().raw();
        LLVMValueRef to = copy.raw();
        LLVMSetInstructionCallConv(to, LLVMGetInstructionCallConv(from));
        copyAttributes(from, to, LLVMAttributeFunctionIndex, null);
        copyAttributes(from, to, LLVMAttributeReturnIndex, null);
        List<IrValue> before = original.arguments();
        for (int i = 0; i < before.size(); i++) {
            boolean same = before.get(i).equals(arguments.get(i));
            copyAttributes(from, to, i + 1, same ? null : FACTS_ABOUT_MEMORY);
        }
        if (original.tailCall() == TailCall.NO_TAIL && new IrInstruction(copy).opcode() == Opcode.CALL) {
            LLVMSetTailCallKind(to, LLVMTailCallKindNoTail);
        }
        InstructionFacts.copy(from, to);
        return new IrInstruction(copy);
    }

    private static void copyAttributes(LLVMValueRef from, LLVMValueRef to, int index, @Nullable List<String> except) {
        int count = LLVMGetCallSiteAttributeCount(from, index);
        if (count == 0) {
            return;
        }
        try (PointerPointer<LLVMAttributeRef> attributes = new PointerPointer<>(count)) {
            LLVMGetCallSiteAttributes(from, index, attributes);
            for (int i = 0; i < count; i++) {
                LLVMAttributeRef attribute = attributes.get(LLVMAttributeRef.class, i);
                if (except == null || !Attributes.isOneOf(attribute, except)) {
                    LLVMAddCallSiteAttribute(to, index, attribute);
                }
            }
        }
    }
}
