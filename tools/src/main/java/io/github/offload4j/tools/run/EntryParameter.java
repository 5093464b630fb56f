package io.github.offload4j.tools.run;

import io.github.offload4j.tools.spec.SpecNumber;
import java.util.Optional;

/** A parameter of the function that is run. */
sealed interface EntryParameter {
    /** Returns the name. */
    String name();

    /**
     * A value.
     *
     * @param name the name
     * @param type in LLVM's spelling
     */
    record Scalar(String name, String type) implements EntryParameter {}

    /**
     * A pointer to memory of the host.
     *
     * @param name the name
     * @param element the type of the elements, when the program tells it
     * @param count how many elements the program uses, when it tells that
     * @param result whether the program may write to it
     */
    record Array(String name, Optional<ElementType> element, Optional<SpecNumber> count, boolean result)
            implements EntryParameter {}

    /**
     * A pointer to a structure of the host, which is read only.
     *
     * @param name the name
     * @param type in LLVM's spelling
     */
    record Structure(String name, String type) implements EntryParameter {}

    /**
     * The number of elements of an array.
     *
     * @param name the name
     * @param array the array's name
     */
    record Length(String name, String array) implements EntryParameter {}

    /**
     * A pointer to memory of a device, which no command line can give.
     *
     * @param name the name
     */
    record DevicePointer(String name) implements EntryParameter {}

    /**
     * A value that is the same in every run, which no command line gives.
     *
     * @param name the name
     * @param value nothing for a null pointer
     */
    record Implied(String name, Optional<Integer> value) implements EntryParameter {}
}
