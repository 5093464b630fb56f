package io.github.offload4j.irtests.source;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A test in a folder of its own, where {@code irgen} can be called. */
abstract class WorkplaceTest {
    @TempDir
    Path folder;

    Workplace workplace;

    @BeforeEach
    void open() throws IOException {
        workplace = new Workplace(folder);
    }
}
