package io.github.offload4j.codegen.dialect;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A text of any LLVM from 20 to 23 that was read, and what LLVM 20 was given in its place. A text of LLVM 20 is read as it is.
 * Lines and columns of what LLVM reads can be had in the text as it was given.
 *
 * <p>Texts are read piece by piece, and neither they nor what LLVM reads is kept: for a message the text is read once more.
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

    /** The bytes that are read at a time; more where what begins in the first column is longer. */
    private static final int WINDOW = 1 << 20;

    private final Content content;
    private final Map<String, Long> declared = new LinkedHashMap<>();
    private final Map<Rewriting, Integer> used = new EnumMap<>(Rewriting.class);
    private Optional<Unreadable> refusal = Optional.empty();
    private boolean rewritten;

    private NewerText(Content content) {
        this.content = content;
    }

    /** Takes the pieces of a text in order. */
    @FunctionalInterface
    private interface Pieces {
        /** Takes a piece that begins at an offset, and returns whether to go on. */
        boolean take(TextPiece piece, long offset);
    }

    /**
     * Reads a text.
     *
     * @param sink gets what LLVM reads in its place; nothing more once something was refused
     * @throws UncheckedIOException when the content cannot be read
     */
    public static NewerText read(Content content, Sink sink) {
        NewerText text = new NewerText(content);
        forEachPiece(content, (piece, offset) -> text.add(piece, offset, sink));
        return text;
    }

    private static void forEachPiece(Content content, Pieces pieces) {
        if (content.isInMemory()) {
            pieces.take(TextPiece.of(content.bytes()), 0);
            return;
        }
        try (InputStream in = content.open()) {
            byte[] window = in.readNBytes(WINDOW);
            long offset = 0;
            boolean more = window.length == WINDOW;
            while (more) {
                Optional<TextPiece> piece = TextPiece.ofBeginning(window);
                if (piece.isPresent() && !pieces.take(piece.get(), offset)) {
                    return;
                }
                int taken = piece.map(TextPiece::length).orElse(0);
                offset += taken;
                int kept = window.length - taken;
                int wanted = Math.max(WINDOW, kept);
                byte[] next = Arrays.copyOfRange(window, taken, window.length + wanted);
                int read = in.readNBytes(next, kept, wanted);
                more = read == wanted;
                window = more ? next : Arrays.copyOf(next, kept + read);
            }
            pieces.take(TextPiece.of(window), offset);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean add(TextPiece piece, long offset, Sink sink) {
        Optional<Refusal> first = piece.refusal();
        if (first.isPresent()) {
            refusal = Optional.of(
                    unreadable(offset + first.get().offset(), first.get().message()));
            return false;
        }
        piece.used().forEach((rewriting, count) -> used.merge(rewriting, count, Integer::sum));
        piece.declared().forEach((name, place) -> declared.putIfAbsent(name, offset + place));
        rewritten |= piece.isRewritten();
        piece.copyTo(sink);
        return true;
    }

    /** Returns whether anything was rewritten. */
    public boolean isRewritten() {
        return rewritten;
    }

    /** Returns how often each rewriting was needed. */
    public Map<Rewriting, Integer> used() {
        return Collections.unmodifiableMap(used);
    }

    /** Returns what was done to the text, in words; nothing when it is read as it is. */
    public Optional<String> note() {
        return Rewriting.note(used);
    }

    /** Returns the first thing that cannot be said in LLVM 20's words, or that its reader does not survive. */
    public Optional<Unreadable> refusal() {
        return refusal;
    }

    /** Returns the names of the intrinsics that the text declares, without the sign in front. */
    public Set<String> declaredIntrinsics() {
        return Collections.unmodifiableSet(declared.keySet());
    }

    /** Returns whether a declared intrinsic was given another name: an older one, or that of a definition. */
    public boolean isRenamed(String intrinsic) {
        return RenamedIntrinsics.knows(intrinsic);
    }

    /**
     * Says something of a declared intrinsic, at its declaration.
     *
     * @throws UncheckedIOException when the content cannot be read any more
     */
    public Unreadable atDeclaration(String intrinsic, String message) {
        return unreadable(declared.getOrDefault(intrinsic, 0L), message);
    }

    /**
     * Moves what LLVM says of a place in what it read to that place in the text as it was given.
     *
     * @throws UncheckedIOException when the content cannot be read any more
     */
    public Unreadable original(Place place, String message) {
        PlaceFinder finder = new PlaceFinder(place);
        long[] found = {0};
        forEachPiece(content, (piece, offset) -> {
            int here = piece.originalOffset(finder);
            found[0] = offset + here;
            return here == piece.length();
        });
        return unreadable(found[0], message);
    }

    private Unreadable unreadable(long offset, String message) {
        int lines = 0;
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int column = 1;
        try (InputStream in = new BufferedInputStream(content.open())) {
            int next = in.read();
            for (long i = 0; next >= 0 && (i < offset || next != '\n'); i++) {
                boolean end = next == '\n';
                if (end) {
                    lines++;
                    line.reset();
                } else {
                    line.write(next);
                }
                if (i < offset) {
                    column = end ? 1 : column + 1;
                }
                next = in.read();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Unreadable(new Place(lines + 1, column), message, line.toString(UTF_8));
    }
}
