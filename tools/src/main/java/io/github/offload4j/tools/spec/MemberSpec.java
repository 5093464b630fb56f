package io.github.offload4j.tools.spec;

import java.util.List;

/**
 * A pointer inside of a structure that is mapped.
 *
 * @param at where it is in the structure, in bytes
 * @param mapping in which direction what it points to travels, and with which modifiers
 * @param extent how many bytes it points to
 * @param members pointers inside of what it points to
 */
public record MemberSpec(Located<Long> at, ParameterSpec.Mapping mapping, ExtentSpec extent, List<MemberSpec> members) {
    /** Copies the list. */
    public MemberSpec {
        members = List.copyOf(members);
    }
}
