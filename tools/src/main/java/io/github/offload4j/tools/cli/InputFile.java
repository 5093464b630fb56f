package io.github.offload4j.tools.cli;

import io.github.offload4j.codegen.dialect.Content;
import io.github.offload4j.tools.diagnostic.Diagnostic;
import io.github.offload4j.tools.diagnostic.InputException;
import io.github.offload4j.tools.diagnostic.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Reads the inputs that a command line names; {@code -} is standard input. */
public final class InputFile {
    /** What stands for standard input or output on a command line. */
    public static final String DASH = "-";

    private static final String STANDARD_INPUT = "<stdin>";
    private static final int CHUNK = 1 << 16;

    /** The most bytes that a module may have; one of this size takes LLVM minutes, and some gigabytes. */
    private static final int LARGEST_MODULE = 256 << 20;

    /** From so many bytes on a file is not kept, and read again where it is needed. */
    private static final int LARGE = 1 << 20;

    /** What bitcode begins with, alone and in a wrapper. */
    private static final Set<Integer> BITCODE_BEGINS = Set.of(0x42, 0xDE);

    private static final char REPLACEMENT = '\uFFFD';
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final String argument;
    private final StandardStreams streams;

    /**
     * Names an input.
     *
     * @param argument as given on the command line
     */
    public InputFile(String argument, StandardStreams streams) {
        this.argument = argument;
        this.streams = streams;
    }

    /** Returns what messages call it. */
    public String name() {
        if (argument.equals(DASH)) {
            return STANDARD_INPUT;
        }
        return argument.isEmpty() ? "''" : argument;
    }

    /**
     * Reads a text in UTF-8.
     *
     * @param limit the most bytes that it may have; no more than one beyond are read
     * @throws InputException when it cannot be read, is too long, or holds anything but printable text
     */
    public SourceText readText(int limit) {
        return asText(read(limit), limit);
    }

    /**
     * Takes what was read as a text in UTF-8.
     *
     * @param limit the most bytes that it may have
     * @throws InputException when it is too long, or holds anything but printable text
     */
    public SourceText asText(byte[] bytes, int limit) {
        if (bytes.length > limit) {
            throw new InputException(name(), "larger than " + limit + " bytes, the most that a spec may have");
        }
        String text = decode(bytes);
        SourceText source =
                new SourceText(name(), !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text);
        requirePrintable(source);
        return source;
    }

    /**
     * Reads bytes.
     *
     * @param limit the most that there may be; no more than one beyond are read
     * @throws InputException when it cannot be read or is too long
     */
    public byte[] readBytes(int limit) {
        byte[] bytes = read(limit);
        if (bytes.length > limit) {
            throw new InputException(name(), "larger than " + limit + " bytes");
        }
        return bytes;
    }

    /**
     * Reads a module, or a text of another kind. What is neither text nor bitcode is told from its beginning, so that a
     * device without an end is no danger.
     *
     * @throws InputException when it cannot be read, is larger than {@link #LARGEST_MODULE}, or is neither
     */
    public byte[] readModule() {
        byte[] bytes = read(LARGEST_MODULE, InputFile::requireModule);
        requireSize(bytes.length);
        return bytes;
    }

    /**
     * Returns a module for somebody who reads it piece by piece. A large file is not kept, and read again for some messages.
     *
     * @throws InputException as {@link #readModule}
     */
    public Content module() {
        long size = fileSize();
        if (size < LARGE) {
            return Content.of(readModule());
        }
        read(CHUNK - 1, InputFile::requireModule);
        requireSize(size);
        return Content.of(Path.of(argument));
    }

    private void requireSize(long size) {
        if (size > LARGEST_MODULE) {
            throw new InputException(
                    name(), "larger than " + LARGEST_MODULE + " bytes, the most that a module may have");
        }
    }

    /** Returns the size of a file that can be read again; 0 for anything else. */
    private long fileSize() {
        if (argument.equals(DASH)) {
            return 0;
        }
        try {
            Path path = Path.of(argument);
            return Files.isRegularFile(path) ? Files.size(path) : 0;
        } catch (IOException | InvalidPathException e) {
            return 0; // reading it will say what is wrong
        }
    }

    /**
     * Checks that there is a file which can be read, for somebody else who reads it.
     *
     * @throws InputException when there is none
     */
    public void requireReadable() {
        read(0);
    }

    private static void requireModule(byte[] beginning) throws IOException {
        boolean bitcode = beginning.length > 1 && BITCODE_BEGINS.contains(beginning[0] & 0xFF);
        for (int i = 0; i < beginning.length && !bitcode; i++) {
            if (beginning[i] == 0) {
                throw new IOException("neither a text nor LLVM's bitcode");
            }
        }
    }

    private byte[] read(int limit) {
        return read(limit, beginning -> {});
    }

    /** Looks at the first bytes of an input. */
    private interface FirstLook {
        void at(byte[] beginning) throws IOException;
    }

    private byte[] read(int limit, FirstLook look) {
        if (argument.equals(DASH)) {
            try {
                return readUpTo(limit + 1, streams.in(), CHUNK, look);
            } catch (IOException e) {
                throw new InputException(name(), "cannot be read: " + FileErrors.reason(e, "no such file"));
            }
        }
        try {
            Path path = Path.of(argument);
            if (argument.isEmpty() || Files.isDirectory(path)) {
                throw new InputException(name(), argument.isEmpty() ? "not the name of a file" : "is a directory");
            }
            try (InputStream in = Files.newInputStream(path)) {
                // a device or a pipe has no size, and a file may have another one by now
                return readUpTo(limit + 1, in, Math.max(CHUNK, fileSize()), look);
            }
        } catch (IOException e) {
            throw new InputException(name(), "cannot be read: " + FileErrors.reason(e, missing()));
        } catch (InvalidPathException e) {
            throw new InputException(name(), "not the name of a file");
        }
    }

    /** A name that is not in the locale's encoding does not arrive as it was given. */
    private String missing() {
        return argument.indexOf(REPLACEMENT) < 0
                ? "no such file"
                : "no such file, or a name that is not in the encoding of the locale; give it as '- <FILE'";
    }

    /**
     * Does what {@code readNBytes} does, which fails on a pipe, and holds a file of the size expected once.
     *
     * @param expected the bytes that there will be, as far as can be told
     */
    private static byte[] readUpTo(int most, InputStream in, long expected, FirstLook look) throws IOException {
        byte[] content = new byte[(int) Math.min(most, expected)];
        int size = 0;
        int count;
        while (size < most && (count = in.read(content, size, Math.min(CHUNK, content.length - size))) > 0) {
            if (size == 0) {
                look.at(Arrays.copyOf(content, count));
            }
            size += count;
            if (size == content.length) {
                int next = in.read();
                if (next < 0 || size == most) {
                    break;
                }
                content = Arrays.copyOf(content, (int) Math.min(most, 2L * size));
                content[size++] = (byte) next;
            }
        }
        return size == content.length ? content : Arrays.copyOf(content, size);
    }

    private String decode(byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(in, out, true);
        String text = out.flip().toString();
        if (result.isError()) {
            throw unreadable(new SourceText(name(), text), "not a text in UTF-8");
        }
        return text;
    }

    private static void requirePrintable(SourceText source) {
        String text = source.content();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean blank = c == '\t' || c == '\n' || c == '\r' || c == '\u0085';
            if ((Character.isISOControl(c) && !blank) || c >= '\uFFFE') {
                throw unreadable(
                        new SourceText(source.name(), text.substring(0, i)),
                        String.format("character U+%04X is not allowed", (int) c));
            }
        }
    }

    /** Blames what follows a text. */
    private static InputException unreadable(SourceText before, String message) {
        return new InputException(before, List.of(Diagnostic.at(before.end(), message)));
    }
}
