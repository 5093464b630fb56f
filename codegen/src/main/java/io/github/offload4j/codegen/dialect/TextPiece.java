package io.github.offload4j.codegen.dialect;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A piece of a text of any LLVM from 20 to 23 that no construct reaches out of, and what LLVM 20 reads in its place. */
final class TextPiece {
    private final byte[] text;
    private final int length;
    private final Map<String, Integer> declared;
    private final List<Edit> edits;
    private final Map<Rewriting, Integer> used;
    private final List<Refusal> refusals;

    private TextPiece(byte[] text, int length, Scanner scanner) {
        this.text = text;
        this.length = length;
        this.declared = scanner.declared();
        this.edits = scanner.edits().inOrder();
        this.used = scanner.edits().used();
        this.refusals = scanner.edits().refusals();
    }

    /**
     * Looks for what LLVM 20 does not have in all of a text.
     *
     * @param text which is not copied
     */
    static TextPiece of(byte[] text) {
        Scanner scanner = new Scanner(text);
        scanner.scan();
        return new TextPiece(text, text.length, scanner);
    }

    /**
     * Looks for what LLVM 20 does not have in the beginning of a text, up to the last place at which it can be parted.
     *
     * @param beginning which is not copied
     * @return nothing when there is no such place
     */
    static Optional<TextPiece> ofBeginning(byte[] beginning) {
        Scanner scanner = new Scanner(beginning);
        scanner.scan();
        int length = scanner.backToCheckpoint();
        return length == 0 ? Optional.empty() : Optional.of(new TextPiece(beginning, length, scanner));
    }

    /** Returns how many bytes of the text it is. */
    int length() {
        return length;
    }

    boolean isRewritten() {
        return !edits.isEmpty();
    }

    /** Returns how often each rewriting was needed. */
    Map<Rewriting, Integer> used() {
        return used;
    }

    /** Returns the first thing that LLVM 20 cannot be given. */
    Optional<Refusal> refusal() {
        return refusals.stream().min(Comparator.comparingInt(Refusal::offset));
    }

    /** Returns the intrinsics that it declares, and where. */
    Map<String, Integer> declared() {
        return declared;
    }

    /** Hands over what LLVM reads. */
    void copyTo(NewerText.Sink sink) {
        int from = 0;
        for (Edit edit : edits) {
            sink.put(text, from, edit.from() - from);
            sink.put(edit.instead(), 0, edit.instead().length);
            from = edit.to();
        }
        sink.put(text, from, length - from);
    }

    /** Returns where the text has a place of what LLVM reads; the place behind it when it is not in this piece. */
    int originalOffset(PlaceFinder finder) {
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
        int found = finder.find(text, from, length);
        return found >= 0 ? found : length;
    }
}
