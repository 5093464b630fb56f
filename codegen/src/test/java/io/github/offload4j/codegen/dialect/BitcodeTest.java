package io.github.offload4j.codegen.dialect;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which LLVM wrote a bitcode file. */
class BitcodeTest {
    private static final String SIX_BITS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._";

    /** Writes numbers of any width, the low bits first, as bitcode does. */
    private static final class Bits {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private int pending;
        private int count;

        Bits fixed(long value, int width) {
            for (int i = 0; i < width; i++) {
                pending |= (int) (value >> i & 1) << count;
                if (++count == Byte.SIZE) {
                    bytes.write(pending);
                    pending = 0;
                    count = 0;
                }
            }
            return this;
        }

        Bits variable(long value, int width) {
            long more = 1L << (width - 1);
            long rest = value;
            for (; rest >= more; rest >>>= width - 1) {
                fixed((rest & (more - 1)) | more, width);
            }
            return fixed(rest, width);
        }

        Bits align() {
            while (bytes.size() % Integer.BYTES != 0 || count != 0) {
                fixed(0, 1);
            }
            return this;
        }

        byte[] end() {
            align();
            return bytes.toByteArray();
        }

        static Bits identification() {
            return new Bits()
                    .fixed(0xDEC04342L, Integer.SIZE)
                    .fixed(1, 2)
                    .variable(13, 8)
                    .variable(5, 4)
                    .align()
                    .fixed(0, Integer.SIZE);
        }
    }

    /** As LLVM's own writer does: an abbreviation for characters of six bits, and the name with it. */
    private static byte[] abbreviated(String writer) {
        Bits bits = Bits.identification();
        bits.fixed(2, 5).variable(3, 5);
        bits.fixed(1, 1).variable(1, 8);
        bits.fixed(0, 1).fixed(3, 3);
        bits.fixed(0, 1).fixed(4, 3);
        bits.fixed(4, 5).variable(writer.length(), 6);
        for (int i = 0; i < writer.length(); i++) {
            bits.fixed(SIX_BITS.indexOf(writer.charAt(i)), 6);
        }
        return bits.end();
    }

    /** What is written for a name with other characters. */
    private static byte[] unabbreviated(String writer) {
        Bits bits = Bits.identification();
        bits.fixed(3, 5).variable(1, 6).variable(writer.length(), 6);
        for (byte c : writer.getBytes(US_ASCII)) {
            bits.variable(c, 6);
        }
        return bits.end();
    }

    private static byte[] wrapped(byte[] bitcode) {
        byte[] wrapped = new byte[20 + bitcode.length];
        byte[] head = {(byte) 0xDE, (byte) 0xC0, 0x17, 0x0B, 0, 0, 0, 0, 20};
        System.arraycopy(head, 0, wrapped, 0, head.length);
        System.arraycopy(bitcode, 0, wrapped, 20, bitcode.length);
        return wrapped;
    }

    @Test
    void writerIsRead() {
        assertThat(Bitcode.writer(abbreviated("LLVM22.1.8"))).hasValue(22);
        assertThat(Bitcode.writer(unabbreviated("LLVM21.1.2-rust-1.93.0-nightly")))
                .hasValue(21);
        assertThat(Bitcode.writer(wrapped(abbreviated("LLVM20.1.7")))).hasValue(20);
    }

    @Test
    void otherWritersAreNotKnown() {
        assertThat(Bitcode.writer(abbreviated("APPLE_1_1600"))).isEmpty();
        assertThat(Bitcode.writer(new byte[0])).isEmpty();
        assertThat(Bitcode.writer("declare void @f()".getBytes(US_ASCII))).isEmpty();
    }

    @Test
    void damagedHeadsAreNotReadBeyondTheirEnd() {
        byte[] whole = unabbreviated("LLVM22.1.8");
        for (int length = 0; length < whole.length; length++) {
            assertThat(Bitcode.writer(Arrays.copyOf(whole, length)).orElse(22)).isEqualTo(22);
        }
        assertThat(Bitcode.writer(wrapped(new byte[0]))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "BC", "; BC\u00C0\u00DE"})
    void textIsNoBitcode(String text) {
        assertThat(Bitcode.isBitcode(text.getBytes(US_ASCII))).isFalse();
    }
}
