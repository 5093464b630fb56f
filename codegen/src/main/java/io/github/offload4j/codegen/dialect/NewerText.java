package io.github.offload4j.codegen.dialect;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A text of any LLVM from 20 to 23, and what LLVM 20 reads in its place. A text of LLVM 20 is read as it is. Lines and columns
 * of what LLVM reads can be had in the text as it was given.
 */
public final class NewerText {
    /** Takes the bytes that LLVM reads, piece by piece. */
    @FunctionalInterface
    public interface Sink {
        /** Takes some of the bytes of an array. */
        void put(byte[] bytes, int offset, int length);
    }

    /** The newest LLVM whose text is understood. */
    public static final int NEWEST = 23;

    private final byte[] text;
    private final Source source;
    private final Map<String, Integer> declared;
    private final List<Edit> edits;
    private final Map<Rewriting, Integer> used;
    private final List<Refusal> refusals;

    private NewerText(byte[] text, Scanner scanner) {
        this.text = text;
        this.source = scanner.source();
        this.declared = scanner.declared();
        this.edits = scanner.edits().inOrder();
        this.used = scanner.edits().used();
        this.refusals = scanner.edits().refusals();
    }

    /**
     * Looks for what LLVM 20 does not have.
     *
     * @param text which is not copied
     */
    public static NewerText of(byte[] text) {
        Scanner scanner = new Scanner(text);
        scanner.scan();
        return new NewerText(text, scanner);
    }

    /** Returns whether anything was rewritten. */
    public boolean isRewritten() {
        return !edits.isEmpty();
    }

    /** Returns how often each rewriting was needed. */
    public Map<Rewriting, Integer> used() {
        return Collections.unmodifiableMap(used);
    }

    /** Returns what was done to the text, in words; nothing when it is read as it is. */
    public Optional<String> note() {
        return used.isEmpty()
                ? Optional.empty()
                : Optional.of("read as text of a newer LLVM: "
                        + used.entrySet().stream()
                                .map(use -> use.getKey() + " (" + use.getValue() + ")")
                                .collect(Collectors.joining(", ")));
    }

    /** Returns the first thing that cannot be said in LLVM 20's words, or that its reader does not survive. */
    public Optional<Unreadable> refusal() {
        return refusals.stream()
                .min(Comparator.comparingInt(Refusal::offset))
                .map(refusal -> unreadable(refusal.offset(), refusal.message()));
    }

    /** Returns the names of the intrinsics that the text declares, without the sign in front. */
    public Set<String> declaredIntrinsics() {
        return Collections.unmodifiableSet(declared.keySet());
    }

    /** Returns whether a declared intrinsic was given its older name. */
    public boolean isRenamed(String intrinsic) {
        return RenamedIntrinsics.knows(intrinsic);
    }

    /** Says something of a declared intrinsic, at its declaration. */
    public Unreadable atDeclaration(String intrinsic, String message) {
        return unreadable(declared.getOrDefault(intrinsic, 0), message);
    }

    private Unreadable unreadable(int offset, String message) {
        return new Unreadable(source.place(offset), message, source.lineAt(offset));
    }

    /** Returns how many bytes LLVM reads. */
    public long length() {
        return text.length + edits.stream().mapToLong(Edit::growth).sum();
    }

    /** Hands over what LLVM reads. */
    public void copyTo(Sink sink) {
        int from = 0;
        for (Edit edit : edits) {
            sink.put(text, from, edit.from() - from);
            sink.put(edit.instead(), 0, edit.instead().length);
            from = edit.to();
        }
        sink.put(text, from, text.length - from);
    }

    /** Moves what LLVM says of a place in what it read to that place in the text as it was given. */
    public Unreadable original(Place place, String message) {
        return unreadable(originalOffset(place), message);
    }

    private int originalOffset(Place place) {
        Finder finder = new Finder(place);
        int from = 0;
        for (Edit edit : edits) {
            int found = finder.find(text, from, edit.from());
            if (found >= 0) {
                return found;
            }
            if (finder.find(edit.instead(), 0, edit.instead().length) >= 0) {
                return edit.from();
            }
            from = edit.to();
        }
        int found = finder.find(text, from, text.length);
        return found >= 0 ? found : text.length;
    }

    /** Counts lines and columns over pieces that follow each other. */
    private static final class Finder {
        private final Place sought;
        private int line = 1;
        private int column = 1;

        Finder(Place sought) {
            this.sought = sought;
        }

        /** Returns the offset of the place sought in a piece; -1 when it is behind it. */
        int find(byte[] bytes, int from, int to) {
            for (int i = from; i < to; i++) {
                boolean end = bytes[i] == '\n';
                if (line == sought.line() && (column >= sought.column() || end)) {
                    return i;
                }
                line += end ? 1 : 0;
                column = end ? 1 : column + 1;
            }
            return -1;
        }
    }
}
