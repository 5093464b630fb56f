package io.github.offload4j.runtime.locate;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the dynamic loader reads of a 64-bit little-endian ELF file.
 *
 * @param machine the processor's number
 * @param soname the name that the library gives itself
 * @param needed the libraries that it asks for
 * @param exports the symbols that it defines for others
 */
record ElfFile(int machine, Optional<String> soname, List<String> needed, Set<String> exports) {
    private static final int MAGIC = 0x464c457f;
    private static final int HEADER_BYTES = 64;
    private static final int SECTION_BYTES = 64;
    private static final int SYMBOL_BYTES = 24;
    private static final int TYPE_DYNAMIC = 6;
    private static final int TYPE_DYNSYM = 11;
    private static final long TAG_NEEDED = 1;
    private static final long TAG_SONAME = 14;

    private record Section(int type, int offset, int size, int link) {}

    /** Reads a file, or returns nothing when it is not such a file. */
    static Optional<ElfFile> read(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path)) {
            if (channel.size() < HEADER_BYTES || channel.size() > Integer.MAX_VALUE) {
                return Optional.empty();
            }
            ByteBuffer file = channel.map(MapMode.READ_ONLY, 0, channel.size()).order(ByteOrder.LITTLE_ENDIAN);
            boolean fits = file.getInt(0) == MAGIC && file.get(4) == 2 && file.get(5) == 1;
            return fits ? Optional.of(parse(file)) : Optional.empty();
        } catch (IndexOutOfBoundsException | BufferUnderflowException | IllegalArgumentException e) {
            return Optional.empty(); // cut off, or not what its first bytes say
        }
    }

    private static ElfFile parse(ByteBuffer file) {
        List<Section> sections = sections(file);
        Optional<String> soname = Optional.empty();
        List<String> needed = new ArrayList<>();
        Set<String> exports = new HashSet<>();
        for (Section section : sections) {
            if (section.type() == TYPE_DYNAMIC) {
                Section names = sections.get(section.link());
                for (int at = section.offset(); at < section.offset() + section.size(); at += 16) {
                    long tag = file.getLong(at);
                    if (tag == TAG_NEEDED) {
                        needed.add(text(file, names, file.getLong(at + 8)));
                    } else if (tag == TAG_SONAME) {
                        soname = Optional.of(text(file, names, file.getLong(at + 8)));
                    }
                }
            } else if (section.type() == TYPE_DYNSYM) {
                Section names = sections.get(section.link());
                for (int at = section.offset(); at < section.offset() + section.size(); at += SYMBOL_BYTES) {
                    if (file.getShort(at + 6) != 0) {
                        exports.add(text(file, names, file.getInt(at)));
                    }
                }
            }
        }
        return new ElfFile(file.getShort(18), soname, List.copyOf(needed), Set.copyOf(exports));
    }

    private static List<Section> sections(ByteBuffer file) {
        int table = Math.toIntExact(file.getLong(40));
        int count = Short.toUnsignedInt(file.getShort(60));
        List<Section> sections = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            int at = table + i * SECTION_BYTES;
            sections.add(new Section(
                    file.getInt(at + 4),
                    (int) file.getLong(at + 24),
                    (int) file.getLong(at + 32),
                    file.getInt(at + 40)));
        }
        return sections;
    }

    private static String text(ByteBuffer file, Section names, long offset) {
        int begin = names.offset() + (int) offset;
        int end = begin;
        while (file.get(end) != 0) {
            end++;
        }
        byte[] bytes = new byte[end - begin];
        file.get(begin, bytes);
        return new String(bytes, UTF_8);
    }
}
