package io.github.offload4j.irtests.filecheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Compares this implementation with the case table, and the case table with LLVM's FileCheck. */
final class CaseTableTest {
    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> givesTheRecordedVerdict() throws IOException, URISyntaxException {
        return CaseTable.read().stream()
                .map(checkCase -> dynamicTest(checkCase.displayName(), () -> {
                    Verdict verdict = checkCase.check();
                    assertThat(verdict.outcome()).as(verdict.message()).isEqualTo(checkCase.outcome());
                }));
    }

    @TestFactory
    Stream<DynamicTest> llvmGivesTheRecordedVerdict() throws IOException, URISyntaxException {
        Optional<LlvmFileCheck> found = LlvmFileCheck.find();
        if (found.isEmpty()) {
            // A test of its own, since the reports do not count a factory that skips itself.
            return Stream.of(dynamicTest("FileCheck of LLVM 22 is installed", CaseTableTest::reportMissingTool));
        }
        LlvmFileCheck llvm = found.get();
        return CaseTable.read().stream()
                .map(checkCase -> dynamicTest(checkCase.displayName(), () -> {
                    Verdict verdict = llvm.check(checkCase, folder);
                    assertThat(verdict.outcome()).as(verdict.message()).isEqualTo(checkCase.outcome());
                }));
    }

    @Test
    void everyCaseHasANameOfItsOwn() throws IOException, URISyntaxException {
        assertThat(CaseTable.read()).extracting(CheckCase::displayName).doesNotHaveDuplicates();
    }

    private static void reportMissingTool() {
        String message = "FileCheck of LLVM 22 is not installed";
        if ("required".equals(System.getProperty("offload4j.runtimes"))) {
            fail(message);
        }
        abort(message);
    }
}
