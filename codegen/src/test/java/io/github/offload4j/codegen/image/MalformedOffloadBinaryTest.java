package io.github.offload4j.codegen.image;

import static io.github.offload4j.codegen.image.Images.ascii;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import io.github.offload4j.codegen.signature.KernelSignature;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bytes that are no offload binaries, or not quite: each is refused, and says where it is wrong. */
class MalformedOffloadBinaryTest {
    private static final int MUTATIONS = 20_000;
    private static final long SEED = 20_260_101;

    private byte[] bytes;
    private ByteBuffer fields;

    @BeforeEach
    void pack() {
        KernelSignature kernel = new KernelSignature("saxpy", List.of("i64", "ptr"));
        bytes = OffloadBinary.write(List.of(Images.of("nvptx64:sm_90", ImageKind.CUBIN, ascii("CODE"), kernel)));
        fields = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private void assertMalformed(String why) {
        assertRefused(bytes, Reason.SYNTAX, "the offload binary is malformed: " + why);
    }

    private static void assertRefused(byte[] bytes, Reason reason, String message) {
        assertThatThrownBy(() -> OffloadBinary.read(bytes))
                .isInstanceOfSatisfying(
                        OffloadException.class, e -> assertThat(e.reason()).isEqualTo(reason))
                .hasMessage(message);
    }

    @Test
    void moreStringsThanAnyToolWrites() {
        byte[] large = Arrays.copyOf(bytes, 1 << 20);
        ByteBuffer.wrap(large)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(8, large.length)
                .putLong(32 + 16, 257);

        assertRefused(large, Reason.SYNTAX, "the offload binary is malformed: it says that it has 257 strings");
    }

    @Test
    void truncatedAnywhere() {
        for (int length = 1; length < bytes.length; length++) {
            byte[] part = Arrays.copyOf(bytes, length);
            String why = length < 72
                    ? "no offload binary begins at byte 0"
                    : "it says that it has " + bytes.length + " bytes, and " + length + " are there";
            assertRefused(part, Reason.SYNTAX, "the offload binary is malformed: " + why);
        }
    }

    @Test
    void somethingElseBehindIt() {
        int end = bytes.length;
        bytes = Arrays.copyOf(bytes, end + 100);
        assertMalformed("no offload binary begins at byte " + end);
    }

    @Test
    void somethingElse() {
        bytes = ascii("\177ELF and whatever follows it, as long as it is long enough to be taken for a header");
        assertMalformed("no offload binary begins at byte 0");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, -1})
    void anotherVersion(int version) {
        fields.putInt(4, version);
        assertMalformed("version " + version + " is not known; this library reads versions 1 to 2");
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 1000, Long.MIN_VALUE, Long.MAX_VALUE})
    void moreImagesThanFitInVersion2(long count) {
        fields.putInt(4, 2).putLong(24, count);
        assertMalformed("it says that it has " + count + " images");
    }

    @Test
    void anImageOutsideOfVersion2() {
        fields.putInt(4, 2).putLong(24, 3);
        assertThatThrownBy(() -> OffloadBinary.read(bytes))
                .isInstanceOf(OffloadException.class)
                .hasMessageStartingWith("the offload binary is malformed: ");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 71, -1, Long.MIN_VALUE, Long.MAX_VALUE, 1L << 32})
    void anotherSize(long size) {
        fields.putLong(8, size);
        assertMalformed("it says that it has " + size + " bytes, and " + bytes.length + " are there");
    }

    @ParameterizedTest
    @CsvSource({"16, entry", "40, string table", "56, image", "64, image", "72, string", "80, string"})
    void anOffsetOrSizeOutside(int field, String what) {
        for (long value : new long[] {bytes.length + 1L, -1, Long.MIN_VALUE, Long.MAX_VALUE, 1L << 32}) {
            fields.putLong(field, value);
            assertMalformed("its " + what + " lies outside of it");
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 1000, Long.MAX_VALUE, Long.MIN_VALUE, 1L << 60})
    void anImpossibleNumberOfStrings(long count) {
        fields.putLong(48, count);
        assertMalformed("it says that it has " + count + " strings");
    }

    @Test
    void aStringWithoutEnd() {
        // The last string begins where the image does; up to the end there is no zero byte.
        int image = (int) fields.getLong(56);
        Arrays.fill(bytes, image, bytes.length, (byte) 'x');
        fields.putLong(72, image);
        assertMalformed("a string has no end");
    }

    @Test
    void anUnknownKind() {
        fields.putShort(32, (short) 77);
        assertRefused(bytes, Reason.SYNTAX, "the offload binary has an image of unknown kind 77");
    }

    @Test
    void anUnknownTriple() {
        replace("nvptx64-nvidia-cuda", "sparc64-nvidia-cuda");
        assertMalformed("its triple 'sparc64-nvidia-cuda' is of no known device target");
    }

    @Test
    void noTriple() {
        replace("triple", "dreier");
        assertMalformed("its triple '' is of no known device target");
    }

    @Test
    void aProcessorOfAnotherFamily() {
        replace("sm_90", "gfx90");
        assertRefused(bytes, Reason.ARGUMENT, "'gfx90' is no processor of nvptx64; give for example nvptx64:sm_90");
    }

    private void replace(String text, String other) {
        int at = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf(text);
        System.arraycopy(ascii(other), 0, bytes, at, other.length());
    }

    @Test
    void nothingButOurExceptionComesOutOfChangedBytes() {
        Random random = new Random(SEED);
        int refused = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            byte[] changed = mutate(random);
            try {
                OffloadBinary.read(changed);
            } catch (OffloadException e) {
                refused++;
            }
        }
        assertThat(refused).isBetween(MUTATIONS / 4, MUTATIONS);
    }

    private byte[] mutate(Random random) {
        byte[] changed = bytes.clone();
        ByteBuffer buffer = ByteBuffer.wrap(changed).order(ByteOrder.LITTLE_ENDIAN);
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes; i++) {
            switch (random.nextInt(4)) {
                case 0 -> changed[random.nextInt(changed.length)] = (byte) random.nextInt();
                case 1 -> changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
                case 2 -> buffer.putLong(8 * random.nextInt(changed.length / 8), interesting(random));
                default -> buffer.putLong(8 * random.nextInt(9), interesting(random));
            }
        }
        return random.nextInt(4) == 0 ? Arrays.copyOf(changed, random.nextInt(2 * changed.length)) : changed;
    }

    private long interesting(Random random) {
        long[] values = {0, 1, 8, 71, 72, bytes.length - 1L, bytes.length, bytes.length + 1L, Integer.MAX_VALUE, -1};
        int choice = random.nextInt(values.length + 1);
        return choice < values.length ? values[choice] : random.nextLong();
    }
}
