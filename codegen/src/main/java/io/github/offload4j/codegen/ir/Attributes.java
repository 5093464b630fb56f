package io.github.offload4j.codegen.ir;

import static org.bytedeco.llvm.global.LLVM.LLVMAddAttributeAtIndex;
import static org.bytedeco.llvm.global.LLVM.LLVMAddCallSiteAttribute;
import static org.bytedeco.llvm.global.LLVM.LLVMAttributeFunctionIndex;
import static org.bytedeco.llvm.global.LLVM.LLVMAttributeReturnIndex;
import static org.bytedeco.llvm.global.LLVM.LLVMCreateEnumAttribute;
import static org.bytedeco.llvm.global.LLVM.LLVMCreateStringAttribute;
import static org.bytedeco.llvm.global.LLVM.LLVMGetAttributeCountAtIndex;
import static org.bytedeco.llvm.global.LLVM.LLVMGetAttributesAtIndex;
import static org.bytedeco.llvm.global.LLVM.LLVMGetCallSiteEnumAttribute;
import static org.bytedeco.llvm.global.LLVM.LLVMGetEnumAttributeAtIndex;
import static org.bytedeco.llvm.global.LLVM.LLVMGetEnumAttributeKind;
import static org.bytedeco.llvm.global.LLVM.LLVMGetEnumAttributeKindForName;
import static org.bytedeco.llvm.global.LLVM.LLVMGetEnumAttributeValue;
import static org.bytedeco.llvm.global.LLVM.LLVMGetStringAttributeAtIndex;
import static org.bytedeco.llvm.global.LLVM.LLVMGetStringAttributeValue;
import static org.bytedeco.llvm.global.LLVM.LLVMGetTypeAttributeValue;
import static org.bytedeco.llvm.global.LLVM.LLVMIsStringAttribute;
import static org.bytedeco.llvm.global.LLVM.LLVMRemoveCallSiteEnumAttribute;
import static org.bytedeco.llvm.global.LLVM.LLVMRemoveCallSiteStringAttribute;
import static org.bytedeco.llvm.global.LLVM.LLVMRemoveEnumAttributeAtIndex;
import static org.bytedeco.llvm.global.LLVM.LLVMRemoveStringAttributeAtIndex;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerPointer;
import org.bytedeco.llvm.LLVM.LLVMAttributeRef;
import org.jspecify.annotations.Nullable;

/**
 * Attributes of functions, of calls, and of the parameters and arguments of both, which are counted from 0. A name that LLVM
 * does not know is an {@link IllegalArgumentException}, unless the attribute is a text.
 */
public final class Attributes {
    private static final int FUNCTION = LLVMAttributeFunctionIndex;
    private static final int RESULT = LLVMAttributeReturnIndex;

    /** What LLVM writes into {@code allocsize} in place of a second argument. */
    private static final int NO_COUNT = -1;

    private static final String ALIGNMENT = "align";
    private static final String BY_VALUE = "byval";

    /** LLVM's numbers for the names, which stay the same as long as it is loaded. */
    private static final Map<String, Integer> KINDS = new ConcurrentHashMap<>();

    /** LLVM keeps two bits for each kind of memory in the value of the attribute: inaccessible memory has the second pair. */
    private static final long READS_INACCESSIBLE = 1 << 2;

    private Attributes() {}

    /** Adds an attribute without a value, for example {@code nounwind}, to a function. */
    public static void addToFunction(IrFunction function, String attribute, IrContext context) {
        LLVMAddAttributeAtIndex(
                function.value().raw(), FUNCTION, LLVMCreateEnumAttribute(context.raw(), kind(attribute), 0));
    }

    /** Says of a function that it reads and writes no memory. */
    public static void addNoMemory(IrFunction function, IrContext context) {
        LLVMAddAttributeAtIndex(
                function.value().raw(), FUNCTION, LLVMCreateEnumAttribute(context.raw(), kind("memory"), 0));
    }

    /** Says of a function that it reads nothing but memory that no code of the module sees, and returns. */
    public static void addQuiet(IrFunction function, IrContext context) {
        LLVMAddAttributeAtIndex(
                function.value().raw(),
                FUNCTION,
                LLVMCreateEnumAttribute(context.raw(), kind("memory"), READS_INACCESSIBLE));
        addToFunction(function, "nounwind", context);
        addToFunction(function, "willreturn", context);
    }

    /** Adds an attribute without a value to a call. */
    public static void addToCall(IrInstruction call, String attribute, IrContext context) {
        LLVMAddCallSiteAttribute(
                call.value().raw(), FUNCTION, LLVMCreateEnumAttribute(context.raw(), kind(attribute), 0));
    }

    /** Adds an attribute without a value to a parameter, counted from 0. */
    public static void addToParameter(IrFunction function, int index, String attribute, IrContext context) {
        LLVMAddAttributeAtIndex(
                function.value().raw(), index + 1, LLVMCreateEnumAttribute(context.raw(), kind(attribute), 0));
    }

    /** Returns whether a function has an attribute that is no text. */
    public static boolean onFunction(IrFunction function, String attribute) {
        return !Handles.isNull(LLVMGetEnumAttributeAtIndex(function.value().raw(), FUNCTION, kind(attribute)));
    }

    /** Removes an attribute without a value from a function that may have it. */
    public static void removeFromFunction(IrFunction function, String attribute) {
        LLVMRemoveEnumAttributeAtIndex(function.value().raw(), FUNCTION, kind(attribute));
    }

    /** Returns whether a function has a string attribute. */
    public static boolean hasText(IrFunction function, String attribute) {
        return !Handles.isNull(
                LLVMGetStringAttributeAtIndex(function.value().raw(), FUNCTION, attribute, attribute.length()));
    }

    /** Returns the text of a string attribute of a function, or nothing when it has none. */
    public static Optional<String> text(IrFunction function, String attribute) {
        LLVMAttributeRef found =
                LLVMGetStringAttributeAtIndex(function.value().raw(), FUNCTION, attribute, attribute.length());
        if (Handles.isNull(found)) {
            return Optional.empty();
        }
        try (IntPointer length = new IntPointer(1)) {
            BytePointer text = LLVMGetStringAttributeValue(found, length);
            return Optional.of(Utf8.decode(text, length.get()));
        }
    }

    /** Removes a string attribute from a function that may have it. */
    public static void removeText(IrFunction function, String attribute) {
        LLVMRemoveStringAttributeAtIndex(function.value().raw(), FUNCTION, attribute, attribute.length());
    }

    /** Adds a string attribute to a function. */
    public static void addText(IrFunction function, String attribute, String text, IrContext context) {
        try (BytePointer key = Utf8.encode(attribute);
                BytePointer value = Utf8.encode(text)) {
            LLVMAddAttributeAtIndex(
                    function.value().raw(),
                    FUNCTION,
                    LLVMCreateStringAttribute(context.raw(), key, Utf8.length(attribute), value, Utf8.length(text)));
        }
    }

    /** Adds a string attribute to a call, in place of one of that name. */
    public static void addTextToCall(IrInstruction call, String attribute, String text, IrContext context) {
        try (BytePointer key = Utf8.encode(attribute);
                BytePointer value = Utf8.encode(text)) {
            LLVMAddCallSiteAttribute(
                    call.value().raw(),
                    FUNCTION,
                    LLVMCreateStringAttribute(context.raw(), key, Utf8.length(attribute), value, Utf8.length(text)));
        }
    }

    /** Removes a string attribute from a call that may have it. */
    public static void removeTextFromCall(IrInstruction call, String attribute) {
        LLVMRemoveCallSiteStringAttribute(call.value().raw(), FUNCTION, attribute, attribute.length());
    }

    /** Gives a parameter every attribute of a parameter of another function; both count from 0. */
    public static void copyParameter(IrFunction from, int fromIndex, IrFunction to, int toIndex) {
        int count = LLVMGetAttributeCountAtIndex(from.value().raw(), fromIndex + 1);
        try (PointerPointer<LLVMAttributeRef> attributes = new PointerPointer<>(Math.max(count, 1))) {
            LLVMGetAttributesAtIndex(from.value().raw(), fromIndex + 1, attributes);
            for (int i = 0; i < count; i++) {
                LLVMAddAttributeAtIndex(to.value().raw(), toIndex + 1, attributes.get(LLVMAttributeRef.class, i));
            }
        }
    }

    /** Returns whether a parameter points to memory that a call sets up for it: a copy, or room for the result. */
    public static boolean isByValue(IrFunction function, int index) {
        return onParameter(function, index, BY_VALUE)
                || onParameter(function, index, "inalloca")
                || onParameter(function, index, "sret");
    }

    /** Returns the type that a parameter is a copy of, or nothing when it is no copy; indices count from 0. */
    public static Optional<IrType> copiedType(IrFunction function, int index) {
        return type(LLVMGetEnumAttributeAtIndex(function.value().raw(), index + 1, kind(BY_VALUE)));
    }

    /** Returns the type that an argument is passed as a copy of, or nothing; the callee's parameter does not count. */
    public static Optional<IrType> copiedType(IrInstruction call, int index) {
        return type(LLVMGetCallSiteEnumAttribute(call.value().raw(), index + 1, kind(BY_VALUE)));
    }

    /** Returns the type that an argument is passed as a copy of, by the call or by the function that it names. */
    public static Optional<IrType> copiedTypeOf(IrInstruction call, int index) {
        return copiedType(call, index)
                .or(() -> call.calledFunction()
                        .filter(callee -> index < callee.parameterCount())
                        .flatMap(callee -> copiedType(callee, index)));
    }

    private static Optional<IrType> type(LLVMAttributeRef attribute) {
        return Handles.isNull(attribute)
                ? Optional.empty()
                : Optional.of(new IrType(LLVMGetTypeAttributeValue(attribute)));
    }

    /** Returns what an argument's address is a multiple of, as the call says; 1 when it does not. */
    public static long argumentAlignment(IrInstruction call, int index) {
        LLVMAttributeRef alignment = LLVMGetCallSiteEnumAttribute(call.value().raw(), index + 1, kind(ALIGNMENT));
        return Handles.isNull(alignment) ? 1 : LLVMGetEnumAttributeValue(alignment);
    }

    /** Returns what a parameter's address is a multiple of, as the function says; 1 when it does not. */
    public static long parameterAlignment(IrFunction function, int index) {
        LLVMAttributeRef alignment =
                LLVMGetEnumAttributeAtIndex(function.value().raw(), index + 1, kind(ALIGNMENT));
        return Handles.isNull(alignment) ? 1 : LLVMGetEnumAttributeValue(alignment);
    }

    /** Makes a parameter a plain pointer instead of a copy. */
    public static void removeCopy(IrFunction function, int index) {
        LLVMRemoveEnumAttributeAtIndex(function.value().raw(), index + 1, kind(BY_VALUE));
    }

    /** Makes an argument a plain pointer instead of a copy. */
    public static void removeCopy(IrInstruction call, int index) {
        LLVMRemoveCallSiteEnumAttribute(call.value().raw(), index + 1, kind(BY_VALUE));
    }

    /**
     * Returns whether a parameter has an attribute.
     *
     * @param index from 0
     */
    public static boolean onParameter(IrFunction function, int index, String attribute) {
        return !Handles.isNull(ofParameter(function, index, attribute));
    }

    static @Nullable LLVMAttributeRef ofParameter(IrFunction function, int index, String attribute) {
        return LLVMGetEnumAttributeAtIndex(function.value().raw(), index + 1, kind(attribute));
    }

    /**
     * Returns whether a function keeps nothing of a parameter's address when it returns, by its attributes.
     *
     * @param index from 0
     */
    public static boolean keepsNothingOf(IrFunction function, int index) {
        return onParameter(function, index, "nocapture")
                || CaptureAttributes.isNone(ofParameter(function, index, "captures"));
    }

    /**
     * Returns whether a call keeps nothing of an argument's address when it returns, by the attributes of the call and of
     * the function that it names.
     *
     * @param index from 0
     */
    public static boolean keepsNothingOf(IrInstruction call, int index) {
        return onArgument(call, index, "nocapture")
                || CaptureAttributes.isNone(ofArgument(call, index, "captures"))
                || call.calledFunction()
                        .filter(f -> index < f.parameterCount() && keepsNothingOf(f, index))
                        .isPresent();
    }

    /** Returns whether what a call returns points to memory that nothing else points to. */
    public static boolean returnsFreshMemory(IrInstruction call) {
        return !Handles.isNull(LLVMGetCallSiteEnumAttribute(call.value().raw(), RESULT, kind("noalias")))
                || call.calledFunction()
                        .filter(f -> !Handles.isNull(
                                LLVMGetEnumAttributeAtIndex(f.value().raw(), RESULT, kind("noalias"))))
                        .isPresent();
    }

    /** Returns whether a call allocates memory that is freed through its address, by {@code allockind}. */
    public static boolean allocates(IrInstruction call) {
        return returnsFreshMemory(call) && onCall(call, "allockind");
    }

    /** Returns the arguments whose product is the size of the memory that a call allocates, in bytes; none if unknown. */
    public static List<Integer> allocationSize(IrInstruction call) {
        for (long value : valuesOnCall(call, "allocsize")) {
            int size = (int) (value >>> Integer.SIZE);
            int count = (int) value;
            return count == NO_COUNT ? List.of(size) : List.of(size, count);
        }
        return List.of();
    }

    /**
     * Returns whether a call has an attribute on an argument; those of the callee's parameter do not count.
     *
     * @param index from 0
     */
    static boolean onArgument(IrInstruction call, int index, String attribute) {
        return !Handles.isNull(ofArgument(call, index, attribute));
    }

    static @Nullable LLVMAttributeRef ofArgument(IrInstruction call, int index, String attribute) {
        return LLVMGetCallSiteEnumAttribute(call.value().raw(), index + 1, kind(attribute));
    }

    /** Returns whether a call, or the function that it names, has an attribute that is no text. */
    public static boolean onCall(IrInstruction call, String attribute) {
        return !Handles.isNull(LLVMGetCallSiteEnumAttribute(call.value().raw(), FUNCTION, kind(attribute)))
                || call.calledFunction().filter(f -> onFunction(f, attribute)).isPresent();
    }

    /** Returns the value of an attribute of a call, and of the function that it names; each only where it is given. */
    static List<Long> valuesOnCall(IrInstruction call, String attribute) {
        List<Long> values = new ArrayList<>();
        LLVMAttributeRef own = LLVMGetCallSiteEnumAttribute(call.value().raw(), FUNCTION, kind(attribute));
        if (!Handles.isNull(own)) {
            values.add(LLVMGetEnumAttributeValue(own));
        }
        call.calledFunction()
                .map(f -> LLVMGetEnumAttributeAtIndex(f.value().raw(), FUNCTION, kind(attribute)))
                .filter(found -> !Handles.isNull(found))
                .ifPresent(found -> values.add(LLVMGetEnumAttributeValue(found)));
        return values;
    }

    /** Returns the value of an attribute of a function, where it is given. */
    static OptionalLong valueOnFunction(IrFunction function, String attribute) {
        LLVMAttributeRef found = LLVMGetEnumAttributeAtIndex(function.value().raw(), FUNCTION, kind(attribute));
        return Handles.isNull(found) ? OptionalLong.empty() : OptionalLong.of(LLVMGetEnumAttributeValue(found));
    }

    /** Returns whether an attribute is one of those with these names. */
    static boolean isOneOf(LLVMAttributeRef attribute, List<String> names) {
        if (LLVMIsStringAttribute(attribute) != 0) {
            return false;
        }
        int kind = LLVMGetEnumAttributeKind(attribute);
        return names.stream().anyMatch(name -> kind(name) == kind);
    }

    static int kind(String attribute) {
        return KINDS.computeIfAbsent(attribute, Attributes::lookUpKind);
    }

    private static int lookUpKind(String attribute) {
        int kind = LLVMGetEnumAttributeKindForName(attribute, attribute.length());
        if (kind == 0) {
            throw new IllegalArgumentException("LLVM has no attribute '" + attribute + "'");
        }
        return kind;
    }
}
