package io.github.offload4j.codegen.signature;

import java.util.Set;

/** What is done to data without calling anything. */
public enum DataAction {
    /** Maps it, and leaves it mapped. */
    ENTER("enter", "maps", "mapped", Set.of(Access.TO, Access.ALLOC), Set.of(MapModifier.values())),
    /** Unmaps it. */
    EXIT(
            "exit",
            "unmaps",
            "unmapped",
            Set.of(Access.FROM, Access.ALLOC, Access.DELETE, Access.FROM_DELETE),
            Set.of(MapModifier.ALWAYS, MapModifier.PRESENT, MapModifier.HOLD)),
    /** Copies it where it is mapped. */
    UPDATE("update", "copies", "copied", Set.of(Access.TO, Access.FROM), Set.of(MapModifier.PRESENT));

    private final String noun;
    private final String verb;
    private final String participle;
    private final Set<Access> accesses;
    private final Set<MapModifier> modifiers;

    DataAction(String noun, String verb, String participle, Set<Access> accesses, Set<MapModifier> modifiers) {
        this.noun = noun;
        this.verb = verb;
        this.participle = participle;
        this.accesses = accesses;
        this.modifiers = modifiers;
    }

    /** Returns its name in the middle of a message. */
    public String noun() {
        return noun;
    }

    /** Returns what it does to data, in a message. */
    public String verb() {
        return verb;
    }

    /** Returns what becomes of data, in a message. */
    public String participle() {
        return participle;
    }

    /** Returns what it can do with an argument. At an enter, what is to be copied back is said as well, for its exit. */
    public Set<Access> accesses() {
        return accesses;
    }

    /** Returns what else it can tell the runtime. */
    public Set<MapModifier> modifiers() {
        return modifiers;
    }
}
