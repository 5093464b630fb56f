package io.github.offload4j.codegen.ir;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundledToolsTest {
    private final Properties before = new Properties();

    @TempDir
    Path folder;

    @BeforeEach
    void unpack() throws IOException {
        before.putAll(System.getProperties());
        assertThat(Files.createFile(folder.resolve("lld")).toFile().setExecutable(true))
                .isTrue();
        Files.createDirectories(folder.resolve("lib/clang/20"));
        System.setProperty("java.library.path", "/nowhere:" + folder);
    }

    @AfterEach
    void restore() {
        System.setProperties(before);
    }

    @Test
    void aProgramInALibraryFolderIsTakenWhereFoldersComeFirst() {
        System.setProperty("org.bytedeco.javacpp.pathsFirst", "true");

        assertThat(BundledTools.find("lld")).isEqualTo(folder.resolve("lld"));
        assertThat(BundledTools.clangResources()).isEqualTo(folder.resolve("lib/clang/20"));
    }

    @Test
    void elseItIsUnpackedFromTheJar() {
        assertThat(BundledTools.find("lld")).isExecutable().isNotEqualTo(folder.resolve("lld"));
    }
}
