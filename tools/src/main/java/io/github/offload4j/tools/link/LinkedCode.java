package io.github.offload4j.tools.link;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.offload4j.codegen.dialect.Bitcode;
import io.github.offload4j.tools.diagnostic.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * An object or archive that is linked, or a member of one, and the LLVM IR that its compiler wrote beside it or in its
 * place.
 *
 * @param file the object or archive
 * @param code what is looked at for marks, since others lie beside the same IR, as that of Rust's allocator does
 * @param ir what messages call the IR, and its content; nothing when there is none
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record LinkedCode(Path file, byte[] code, Optional<Ir> ir) {
    /** What code has that marks a call or is a kernel, in one form or another. */
    private static final List<String> SIGNS = List.of(
            "offload_mark",
            "offload_map",
            "offload_thread_id",
            "offload_block_id",
            "offload.kernel",
            "offload-kernel",
            "offload.thread.id",
            "offload.block.id",
            "\"offload\"(");

    /**
     * LLVM IR.
     *
     * @param name what messages call it
     * @param content text or bitcode
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Ir(String name, byte[] content) {}

    /**
     * Looks at an input of a linker.
     *
     * @return one for each member of an archive with bitcode, else one
     * @throws InputException when it cannot be read
     */
    static List<LinkedCode> of(Path file) {
        byte[] content = read(file);
        if (Bitcode.isBitcode(content)) {
            return List.of(new LinkedCode(file, content, Optional.of(new Ir(file.toString(), content))));
        }
        List<ArchiveMember> members = ArchiveMember.of(content);
        if (members.stream().anyMatch(member -> Bitcode.isBitcode(member.content()))) {
            return members.stream().map(member -> of(file, member)).toList();
        }
        Path beside = beside(file);
        Optional<Ir> text =
                Files.isRegularFile(beside) ? Optional.of(new Ir(beside.toString(), read(beside))) : Optional.empty();
        return List.of(new LinkedCode(file, content, text));
    }

    private static LinkedCode of(Path archive, ArchiveMember member) {
        Ir ir = new Ir(archive + "(" + member.name() + ")", member.content());
        return new LinkedCode(
                archive, member.content(), Bitcode.isBitcode(member.content()) ? Optional.of(ir) : Optional.empty());
    }

    /**
     * Returns where IR of an input would be: rustc writes {@code app-HASH.ll} beside {@code app-HASH.UNIT.rcgu.o} and
     * {@code libapp-HASH.rlib}, clang {@code a.ll} beside {@code a.o} when it saves what it makes in between.
     */
    static Path beside(Path file) {
        String name = file.getFileName().toString();
        String stem;
        if (name.endsWith(".rlib")) {
            stem = name.substring(name.startsWith("lib") ? "lib".length() : 0, name.length() - ".rlib".length());
        } else if (name.endsWith(".rcgu.o")) {
            stem = name.substring(0, name.indexOf('.'));
        } else {
            stem = name.substring(0, name.lastIndexOf('.'));
        }
        return file.resolveSibling(stem + ".ll");
    }

    /** Returns whether the code may mark a call, or have a kernel: names are in objects and bitcode as they are in text. */
    boolean mayBeMarked() {
        String content = new String(code, ISO_8859_1);
        return SIGNS.stream().anyMatch(content::contains);
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new InputException(file.toString(), "cannot be read: " + e.getMessage());
        }
    }

    /** Returns whether it is an archive, of which a linker takes what it still misses. */
    boolean isArchive() {
        return file.toString().endsWith(".a") || file.toString().endsWith(".rlib");
    }
}
