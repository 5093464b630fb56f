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
 * An object or archive that is linked, and the LLVM IR that its compiler wrote beside it or in its place.
 *
 * @param file the object or archive
 * @param ir what messages call the IR, and its content; nothing when there is none
 */
record LinkedCode(Path file, Optional<Ir> ir) {
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
     * @throws InputException when it cannot be read
     */
    static LinkedCode of(Path file) {
        byte[] content = read(file);
        if (Bitcode.isBitcode(content)) {
            return new LinkedCode(file, Optional.of(new Ir(file.toString(), content)));
        }
        Path beside = beside(file);
        return new LinkedCode(
                file,
                Files.isRegularFile(beside) ? Optional.of(new Ir(beside.toString(), read(beside))) : Optional.empty());
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

    /**
     * Returns whether the code may mark a call, or have a kernel: names are in objects as they are in text. It is the object
     * that is looked at, since others lie beside the same IR, as that of Rust's allocator does.
     */
    boolean mayBeMarked() {
        String content = new String(read(file), ISO_8859_1);
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
