package io.github.offload4j.tools.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinkedCodeTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "deps/app-0123.unit.1abc.rcgu.o, deps/app-0123.ll",
        "deps/libkernels-0123.rlib, deps/kernels-0123.ll",
        "deps/odd.rlib, deps/odd.ll",
        "a.c.o, a.c.ll",
    })
    void textIsWhereTheCompilerWritesIt(String object, String text) {
        assertThat(LinkedCode.beside(Path.of(object))).isEqualTo(Path.of(text));
    }

    @Test
    void bitcodeIsItsOwnIr() throws IOException {
        Path object = Files.write(folder.resolve("a.o"), new byte[] {'B', 'C', (byte) 0xC0, (byte) 0xDE});

        assertThat(LinkedCode.of(object).ir().orElseThrow().name()).isEqualTo(object.toString());
    }

    @Test
    void objectWithoutTextHasNoIr() throws IOException {
        Path object = Files.writeString(folder.resolve("a.o"), "\0offload_mark\0");
        LinkedCode code = LinkedCode.of(object);

        assertThat(code.ir()).isEmpty();
        assertThat(code.mayBeMarked()).isTrue();
    }

    @Test
    void codeWithoutAnySignIsNotMarked() throws IOException {
        assertThat(LinkedCode.of(Files.writeString(folder.resolve("a.o"), "\0offloading\0"))
                        .mayBeMarked())
                .isFalse();
    }
}
