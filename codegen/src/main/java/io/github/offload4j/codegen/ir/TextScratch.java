package io.github.offload4j.codegen.ir;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import org.bytedeco.javacpp.BytePointer;

/**
 * Text in native memory, for calls of LLVM. What is the same at every site is kept, and everything else goes through one
 * reusable array: handing a Java string over costs as much as the call that takes it.
 */
final class TextScratch implements AutoCloseable {
    private static final int INITIAL_CAPACITY = 1024;

    /** Names beyond these are copied at each use, so that the names of a large program do not pile up. */
    private static final int MOST_NAMES = 256;

    private final Map<String, BytePointer> names = new HashMap<>();
    private BytePointer array = new BytePointer(INITIAL_CAPACITY);
    private ByteBuffer bytes = array.asByteBuffer();

    /** Returns the zero-terminated text; valid until the next call. */
    BytePointer of(String text) {
        BytePointer known = names.get(text);
        if (known != null) {
            return known;
        }
        if (names.size() < MOST_NAMES) {
            BytePointer made = Utf8.encode(text);
            names.put(text, made);
            return made;
        }
        return of(text.getBytes(UTF_8));
    }

    /** Returns an array that begins with the content and a zero byte; valid until the next call. */
    BytePointer of(byte[] content) {
        if (content.length >= array.capacity()) {
            array.close();
            array = new BytePointer(Math.max(content.length + 1L, 2 * array.capacity()));
            bytes = array.asByteBuffer();
        }
        bytes.clear();
        bytes.put(content).put((byte) 0);
        return array;
    }

    @Override
    public void close() {
        array.close();
        names.values().forEach(BytePointer::close);
    }
}
