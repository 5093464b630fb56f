package io.github.offload4j.codegen.ir;

/**
 * What a call may do to memory and to the control flow, by the attributes of the call and of the function that it names.
 *
 * @param readsArguments whether it may read what its pointer arguments point to
 * @param writesArguments whether it may write there
 * @param readsOther whether it may read other memory that the caller can see
 * @param writesOther whether it may write there
 * @param throwing whether it may end by an exception
 * @param returning whether it certainly comes back
 */
public record CallEffects(
        boolean readsArguments,
        boolean writesArguments,
        boolean readsOther,
        boolean writesOther,
        boolean throwing,
        boolean returning) {
    // LLVM keeps two bits for each kind of memory in the value of the attribute: arguments lowest, inaccessible, other.
    private static final int READ = 1;
    private static final int WRITE = 2;
    private static final int OTHER_SHIFT = 4;

    /** Returns the effects of a call. */
    public static CallEffects of(IrInstruction call) {
        long bits = -1;
        for (long value : Attributes.valuesOnCall(call, "memory")) {
            bits &= value;
        }
        boolean bundled = call.operandBundles().stream().anyMatch(b -> !b.tag().equals("funclet"));
        long other = bundled ? -1 : bits >> OTHER_SHIFT;
        long arguments = bundled ? -1 : bits;
        boolean throwing = !Attributes.onCall(call, "nounwind");
        return new CallEffects(
                (arguments & READ) != 0,
                (arguments & WRITE) != 0,
                (other & READ) != 0,
                (other & WRITE) != 0,
                throwing,
                !throwing && Attributes.onCall(call, "willreturn"));
    }

    /** Returns whether it may write any memory that the caller can see. */
    public boolean writes() {
        return writesArguments || writesOther;
    }

    /** Returns whether it may read or write any memory that the caller can see. */
    public boolean touchesMemory() {
        return readsArguments || writesArguments || readsOther || writesOther;
    }
}
