package io.github.offload4j.codegen.ir;

import static org.bytedeco.llvm.global.LLVM.LLVMAddAttributeAtIndex;
import static org.bytedeco.llvm.global.LLVM.LLVMAttributeFunctionIndex;
import static org.bytedeco.llvm.global.LLVM.LLVMCreateEnumAttribute;
import static org.bytedeco.llvm.global.LLVM.LLVMGetMDKindIDInContext;
import static org.bytedeco.llvm.global.LLVM.LLVMGetMetadata;
import static org.bytedeco.llvm.global.LLVM.LLVMMDNodeInContext2;
import static org.bytedeco.llvm.global.LLVM.LLVMMetadataAsValue;
import static org.bytedeco.llvm.global.LLVM.LLVMRemoveCallSiteEnumAttribute;
import static org.bytedeco.llvm.global.LLVM.LLVMSetMetadata;
import static org.bytedeco.llvm.global.LLVM.LLVMStripModuleDebugInfo;
import static org.bytedeco.llvm.global.LLVM.LLVMValueAsMetadata;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bytedeco.javacpp.PointerPointer;
import org.bytedeco.llvm.LLVM.LLVMMetadataRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;

/**
 * A private copy of a module, in a context of its own, in which the calls of some functions get values instead of stack
 * slots: variables are promoted, small functions that stand in between are inlined, and memory that nobody has written to
 * meanwhile is read once. Two arguments that are certainly equal are one value there. The module that this was made of is
 * never changed.
 */
public final class PromotedCopy implements AutoCloseable {
    private static final String PASSES = "inferattrs,"
            + "cgscc(inline,function-attrs,function(sroa,early-cse<memssa>,instsimplify)),"
            + "function(sroa,early-cse<memssa>,instsimplify)";

    private static final String IDENTITY = "offload.call";

    /** {@code memory(inaccessiblemem: readwrite)}, as LLVM 20 writes it in bits. */
    private static final long TOUCHES_NOTHING_VISIBLE = 0b1100;

    private final ModuleCopy owner;
    private final IrModule module;
    private final int identityKind;
    private final Map<IrValue, IrFunction> originals = new HashMap<>();
    private final Map<IrInstruction, Integer> numbers = new HashMap<>();
    private final Map<Integer, IrInstruction> calls = new HashMap<>();

    private PromotedCopy(ModuleCopy owner) {
        this.owner = owner;
        this.module = new IrModule(owner.raw());
        this.identityKind = LLVMGetMDKindIDInContext(module.context().raw(), IDENTITY, IDENTITY.length());
    }

    /**
     * Copies a module that LLVM's verifier accepts.
     *
     * @param read the functions whose calls are asked about; they are inlined nowhere
     * @param inert declarations that touch no memory which the program can see, whatever they say
     * @param kept calls of those functions that stay calls, and whose callees may do anything
     */
    public static PromotedCopy of(
            IrModule original,
            Collection<IrFunction> read,
            Collection<IrFunction> inert,
            Collection<IrInstruction> kept) {
        PromotedCopy copy = new PromotedCopy(new ModuleCopy(original.raw()));
        try {
            copy.prepare(original, new HashSet<>(read), new HashSet<>(inert), new HashSet<>(kept));
            Passes.run(copy.module.raw(), PASSES, null);
            copy.collect();
            return copy;
        } catch (RuntimeException e) {
            copy.close();
            throw e;
        }
    }

    private void prepare(IrModule original, Set<IrFunction> read, Set<IrFunction> inert, Set<IrInstruction> kept) {
        List<IrFunction> before = original.functions();
        List<IrFunction> after = module.functions();
        Set<IrFunction> targets = new HashSet<>();
        for (int i = 0; i < before.size(); i++) {
            originals.put(after.get(i).value(), before.get(i));
            if (read.contains(before.get(i))) {
                identify(before.get(i), after.get(i), kept, targets);
            }
        }
        LLVMStripModuleDebugInfo(module.raw());
        Set<IrFunction> reached = new LinkedHashSet<>();
        for (int i = 0; i < before.size(); i++) {
            IrFunction function = after.get(i);
            if (inert.contains(before.get(i))) {
                makeInert(function);
            } else if (read.contains(before.get(i))) {
                reach(function, reached);
            }
        }
        for (int i = 0; i < before.size(); i++) {
            IrFunction function = after.get(i);
            if (!function.isDeclaration()) {
                free(function, read.contains(before.get(i)), reached.contains(function));
            }
        }
        targets.forEach(this::makeOpaque);
    }

    /** Numbers the calls of a function, in the original and in the copy, before any pass can tell them apart. */
    private void identify(IrFunction original, IrFunction copied, Set<IrInstruction> kept, Set<IrFunction> targets) {
        List<IrInstruction> before = original.instructions();
        List<IrInstruction> after = copied.instructions();
        for (int i = 0; i < before.size() && i < after.size(); i++) {
            IrInstruction call = before.get(i);
            if (!call.isCall() || !after.get(i).isCall()) {
                continue;
            }
            int number = numbers.size();
            numbers.put(call, number);
            setIdentity(after.get(i), number);
            if (kept.contains(call)) {
                keep(after.get(i));
                after.get(i).calledFunction().ifPresent(targets::add);
            }
        }
    }

    private void setIdentity(IrInstruction call, int number) {
        var context = module.context().raw();
        try (PointerPointer<LLVMMetadataRef> operands = new PointerPointer<>(1)) {
            operands.put(
                    0, LLVMValueAsMetadata(module.context().constant(32, number).raw()));
            LLVMSetMetadata(
                    call.value().raw(),
                    identityKind,
                    LLVMMetadataAsValue(context, LLVMMDNodeInContext2(context, operands, 1)));
        }
    }

    private void keep(IrInstruction call) {
        Attributes.addToCall(call, "noduplicate", module.context());
        LLVMRemoveCallSiteEnumAttribute(call.value().raw(), LLVMAttributeFunctionIndex, Attributes.kind("memory"));
        LLVMRemoveCallSiteEnumAttribute(
                call.value().raw(), LLVMAttributeFunctionIndex, Attributes.kind("alwaysinline"));
    }

    private void makeInert(IrFunction function) {
        Attributes.addToFunction(function, "nounwind", module.context());
        Attributes.addToFunction(function, "willreturn", module.context());
        Attributes.addToFunction(function, "noduplicate", module.context());
        Attributes.removeFromFunction(function, "memory");
        LLVMAddAttributeAtIndex(
                function.value().raw(),
                LLVMAttributeFunctionIndex,
                LLVMCreateEnumAttribute(module.context().raw(), Attributes.kind("memory"), TOUCHES_NOTHING_VISIBLE));
    }

    private static void reach(IrFunction function, Set<IrFunction> reached) {
        Deque<IrFunction> open = new ArrayDeque<>(List.of(function));
        while (!open.isEmpty()) {
            IrFunction next = open.pop();
            if (!next.isDeclaration() && reached.add(next)) {
                next.instructions().forEach(i -> i.calledFunction().ifPresent(open::push));
            }
        }
    }

    /** Lets a body be looked into, also where the front end forbids to change it; others cost no time. */
    private void free(IrFunction function, boolean read, boolean reached) {
        Attributes.removeFromFunction(function, "optnone");
        Attributes.removeFromFunction(function, "noinline");
        if (!reached) {
            Attributes.removeFromFunction(function, "alwaysinline");
            Attributes.removeFromFunction(function, "minsize");
            Attributes.removeFromFunction(function, "optsize");
            Attributes.removeFromFunction(function, "optdebug");
            Attributes.addToFunction(function, "noinline", module.context());
            Attributes.addToFunction(function, "optnone", module.context());
        } else if (read) {
            Attributes.removeFromFunction(function, "alwaysinline");
            Attributes.addToFunction(function, "noinline", module.context());
        } else if (!function.isDeclaration() && !function.isReplaceable()) {
            function.setLinkage(Linkage.INTERNAL);
        }
    }

    /** Nobody looks into a body that the linker may replace. */
    private void makeOpaque(IrFunction function) {
        if (!function.isDeclaration()) {
            function.setLinkage(Linkage.WEAK);
        }
        Attributes.removeFromFunction(function, "memory");
    }

    private void collect() {
        for (IrFunction function : module.functions()) {
            for (IrInstruction instruction : function.instructions()) {
                if (instruction.isCall()) {
                    LLVMValueRef node = LLVMGetMetadata(instruction.value().raw(), identityKind);
                    if (!Handles.isNull(node)) {
                        calls.putIfAbsent(number(node), instruction);
                    }
                }
            }
        }
    }

    private static int number(LLVMValueRef node) {
        return (int) new IrValue(MetadataNodes.operands(node).get(0))
                .constantInteger()
                .orElseThrow();
    }

    /** Returns what a call of the original has become; nothing when it can never run, or does nothing. */
    public Optional<IrInstruction> counterpart(IrInstruction original) {
        return Optional.ofNullable(numbers.get(original)).map(calls::get);
    }

    /** Returns the function of the original that one of the copy stands for. */
    public Optional<IrFunction> original(IrFunction copied) {
        return Optional.ofNullable(originals.get(copied.value()));
    }

    @Override
    public void close() {
        module.close();
        owner.close();
    }
}
