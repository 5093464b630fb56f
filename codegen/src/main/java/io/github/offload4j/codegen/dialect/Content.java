package io.github.offload4j.codegen.dialect;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a module is read from, which can be read from the beginning more than once. */
public interface Content {
    /**
     * Returns the bytes, for the caller to close.
     *
     * @throws IOException when they cannot be opened
     */
    InputStream open() throws IOException;

    /**
     * Returns how many bytes there are.
     *
     * @throws UncheckedIOException when that cannot be told
     */
    long size();

    /** Returns whether all bytes are in memory anyway, where {@link #bytes} costs nothing. */
    default boolean isInMemory() {
        return false;
    }

    /**
     * Returns all bytes, which nobody may change.
     *
     * @throws UncheckedIOException when they cannot be read
     */
    default byte[] bytes() {
        try (InputStream in = open()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Returns the first bytes.
     *
     * @param most there may be fewer
     * @throws UncheckedIOException when they cannot be read
     */
    default byte[] beginning(int most) {
        try (InputStream in = open()) {
            return in.readNBytes(most);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Returns bytes as they are in memory.
     *
     * @param bytes which are not copied
     */
    static Content of(byte[] bytes) {
        return new Content() {
            @Override
            public InputStream open() {
                return new ByteArrayInputStream(bytes);
            }

            @Override
            public long size() {
                return bytes.length;
            }

            @Override
            public boolean isInMemory() {
                return true;
            }

            @Override
            public byte[] bytes() {
                return bytes;
            }
        };
    }

    /** Returns the bytes of a file, of which none is kept. */
    static Content of(Path file) {
        return new Content() {
            @Override
            public InputStream open() throws IOException {
                return Files.newInputStream(file);
            }

            @Override
            public long size() {
                try {
                    return Files.size(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        };
    }
}
