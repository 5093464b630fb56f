package io.github.offload4j.codegen.ir;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of bitcode that the program which prints it does not read. */
class LlvmDisTest {
    @TempDir
    private Path folder;

    private LlvmDis program(String script) throws IOException {
        Path program = Files.writeString(folder.resolve("llvm-dis"), "#!/bin/sh\n" + script);
        return new LlvmDis(Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------")));
    }

    @Test
    void itsMessageIsPassedOn() throws IOException {
        LlvmDis refusing = program("echo 'error: Invalid record' >&2; exit 1\n");

        assertThatThrownBy(() -> refusing.print(new byte[] {'B', 'C'}, "in.bc"))
                .isInstanceOf(OffloadException.class)
                .hasMessage("in.bc: error: '" + refusing.program()
                        + "' does not read it: error: Invalid record (exit code 1)");
    }

    @Test
    void itsBacktraceIsNot() throws IOException {
        LlvmDis crashing = program("echo 'Stack dump:' >&2; kill -SEGV $$\n");

        assertThatThrownBy(() -> crashing.print(new byte[] {'B', 'C'}, "in.bc"))
                .isInstanceOf(OffloadException.class)
                .hasMessage("in.bc: error: '" + crashing.program()
                        + "' does not read it: it crashed on signal 11, so the file is damaged");
    }
}
