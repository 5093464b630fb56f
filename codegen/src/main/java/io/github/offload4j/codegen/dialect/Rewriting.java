package io.github.offload4j.codegen.dialect;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What came after LLVM 20 and can be said in its words, and what becomes of it. */
public enum Rewriting {
    /** Wider: a result may be called undefined where it is not. */
    NO_CREATE_UNDEF("'nocreateundeforpoison' left out"),
    /** Wider: what is stored through the argument is kept. */
    DEAD_ON_RETURN("'dead_on_return' left out"),
    /** Nothing is lost but a wish of a sanitizer. */
    SANITIZE_ALLOC_TOKEN("'sanitize_alloc_token' left out"),
    /** The same: the older spelling is understood, the newer one only parsed. */
    CAPTURES_NONE("'captures(none)' called 'nocapture'"),
    /** Wider: errno is any memory again, a target's own memory is inaccessible memory. */
    MEMORY_KINDS("'errnomem' and 'target_mem' joined with other memory"),
    /** The same: the markers hold for the whole object. */
    LIFETIME("lifetime markers given a size"),
    /** The same. */
    MASKED_ALIGNMENT("alignments of masked memory accesses moved to an operand"),
    /** The same function under its older name, or one that is defined by others. */
    INTRINSIC_NAME("intrinsics called by their older names"),
    /** The same: the address of a pointer is all of it on the targets that there are. */
    PTRTOADDR("'ptrtoaddr' called 'ptrtoint'"),
    /** The same number, in the older spelling. */
    HEX_FLOAT("floating-point numbers spelt as before"),
    /** The same for every type that both layouts know. */
    DATA_LAYOUT("the data layout replaced by LLVM 20's"),
    /** Debuggers step as they did before. */
    KEY_INSTRUCTIONS("groups of key instructions left out"),
    /** Debuggers see less of a label. */
    LABEL_FIELDS("columns of labels left out"),
    /** Debuggers see less of a type. */
    TYPE_FIELDS("fields of debug types left out"),
    /** Debuggers see a type of their size without bounds or scale. */
    DEBUG_TYPES("debug types of ranges and fixed-point numbers made basic types"),
    /** Debuggers do not see the variable. */
    DECLARE_VALUE("'#dbg_declare_value' left out"),
    /** The same, or the nearest older edition of the language. */
    SOURCE_LANGUAGE("'sourceLanguageName' called 'language'");

    private final String words;

    Rewriting(String words) {
        this.words = words;
    }

    /** Returns what was done to a text, in words; nothing when it is read as it is. */
    static Optional<String> note(Map<Rewriting, Integer> used) {
        return used.isEmpty()
                ? Optional.empty()
                : Optional.of("read as text of a newer LLVM: "
                        + used.entrySet().stream()
                                .map(use -> use.getKey() + " (" + use.getValue() + ")")
                                .collect(Collectors.joining(", ")));
    }

    /** Returns what was done, in words. */
    @Override
    public String toString() {
        return words;
    }
}
