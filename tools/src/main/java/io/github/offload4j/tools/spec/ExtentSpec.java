package io.github.offload4j.tools.spec;

/** How many bytes of a pointer are mapped. */
public sealed interface ExtentSpec {
    /**
     * One object.
     *
     * @param type the object's type in LLVM's spelling
     */
    record Pointee(Located<String> type) implements ExtentSpec {}

    /**
     * As many elements as a routine of the catalogue touches, by its other arguments.
     *
     * @param element the type of one in LLVM's spelling
     */
    record OfRoutine(Located<String> element) implements ExtentSpec {}

    /**
     * A number of elements.
     *
     * @param element the type of one in LLVM's spelling
     * @param count how many
     */
    record Elements(Located<String> element, Located<Quantity> count) implements ExtentSpec {}
}
