package io.github.offload4j.tools.spec;

import java.util.List;

/**
 * A pointer inside of a structure that is mapped.
 *
 * @param at where it is in the structure
 * @param mapping in which direction what it points to travels, and with which modifiers
 * @param extent how many bytes it points to
 * @param members pointers inside of what it points to
 */
public record MemberSpec(
        Located<Place> at, ParameterSpec.Mapping mapping, ExtentSpec extent, List<MemberSpec> members) {
    /** Copies the list. */
    public MemberSpec {
        members = List.copyOf(members);
    }

    /** Where a pointer is in a structure. */
    public sealed interface Place {
        /**
         * So many bytes from its beginning.
         *
         * @param offset how many
         */
        record Bytes(long offset) implements Place {}

        /**
         * Where a field is.
         *
         * @param structure the structure's type in LLVM's spelling
         * @param index the field, from 0
         */
        record Field(String structure, int index) implements Place {}
    }
}
