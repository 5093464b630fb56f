package io.github.offload4j.codegen.ir;

import java.util.Optional;

/**
 * What a call may do to memory and to the control flow, by the attributes of the call and of the function that it names.
 *
 * @param readsArguments whether it may read what its pointer arguments point to
 * @param writesArguments whether it may write there
 * @param readsOther whether it may read other memory that the caller can see
 * @param writesOther whether it may write there
 * @param readsInaccessible whether it may read memory that the module cannot see, so that it may give something else each time
 * @param writesInaccessible whether it may change memory that the module cannot see, such as what a library keeps
 * @param throwing whether it may end by an exception
 * @param returning whether it certainly comes back
 */
public record CallEffects(
        boolean readsArguments,
        boolean writesArguments,
        boolean readsOther,
        boolean writesOther,
        boolean readsInaccessible,
        boolean writesInaccessible,
        boolean throwing,
        boolean returning) {
    // LLVM keeps two bits for each kind of memory in the value of the attribute: arguments lowest, inaccessible, other.
    private static final int READ = 1;
    private static final int WRITE = 2;
    private static final int INACCESSIBLE_SHIFT = 2;
    private static final int OTHER_SHIFT = 4;

    /** Returns the effects of a call. */
    public static CallEffects of(IrInstruction call) {
        return of(call, Optional.empty());
    }

    /**
     * Returns the effects of a call.
     *
     * @param inferred the function that it names, with the attributes that follow from its body
     */
    public static CallEffects of(IrInstruction call, Optional<IrFunction> inferred) {
        long bits = -1;
        for (long value : Attributes.valuesOnCall(call, "memory")) {
            bits &= value;
        }
        bits &= inferred.map(f -> Attributes.valueOnFunction(f, "memory").orElse(-1))
                .orElse(-1L);
        boolean bundled = call.operandBundles().stream().anyMatch(b -> !b.tag().equals("funclet"));
        long arguments = bundled ? -1 : bits;
        long inaccessible = bundled ? -1 : bits >> INACCESSIBLE_SHIFT;
        long other = bundled ? -1 : bits >> OTHER_SHIFT;
        boolean throwing = !says(call, inferred, "nounwind");
        return new CallEffects(
                (arguments & READ) != 0,
                (arguments & WRITE) != 0,
                (other & READ) != 0,
                (other & WRITE) != 0,
                (inaccessible & READ) != 0,
                (inaccessible & WRITE) != 0,
                throwing,
                !throwing && says(call, inferred, "willreturn"));
    }

    private static boolean says(IrInstruction call, Optional<IrFunction> inferred, String attribute) {
        return Attributes.onCall(call, attribute)
                || inferred.filter(f -> Attributes.onFunction(f, attribute)).isPresent();
    }

    /** Returns whether it may write any memory that the caller can see. */
    public boolean writes() {
        return writesArguments || writesOther;
    }

    /** Returns whether it may read or write any memory that the caller can see. */
    public boolean touchesMemory() {
        return readsArguments || writesArguments || readsOther || writesOther;
    }

    /** Returns whether it may read or write any memory at all. */
    public boolean touchesAnyMemory() {
        return touchesMemory() || readsInaccessible || writesInaccessible;
    }
}
