package io.github.offload4j.codegen.ir;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.bytedeco.javacpp.BytePointer;

/** Text across the native border, always UTF-8 whatever the platform's default is. */
final class Utf8 {
    private Utf8() {}

    /** Returns a zero-terminated native copy, which the caller closes. */
    static BytePointer encode(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        byte[] terminated = java.util.Arrays.copyOf(bytes, bytes.length + 1);
        return new BytePointer(terminated);
    }

    /** Returns the length in bytes, without terminator. */
    static int length(String text) {
        return text.getBytes(UTF_8).length;
    }

    /** Returns the text up to the zero byte. */
    static String decode(BytePointer text) {
        return new String(text.getStringBytes(), UTF_8);
    }

    /** Returns the text of a given length in bytes. */
    static String decode(BytePointer text, long length) {
        byte[] bytes = new byte[Math.toIntExact(length)];
        text.get(bytes);
        return new String(bytes, UTF_8);
    }

    /** Returns whether every character takes one byte, so that a Java string may cross the border as it is. */
    static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }
}
