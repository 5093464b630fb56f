package io.github.offload4j.irtests.golden;

import io.github.offload4j.codegen.OffloadOptions;
import io.github.offload4j.irtests.fixture.TestModule;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Collects the cases of one folder. */
final class GoldenFolder {
    private final String name;
    private final List<GoldenCase> cases = new ArrayList<>();

    GoldenFolder(String name) {
        this.name = name;
    }

    /** Adds a case with default options. */
    void add(String caseName, String question, Consumer<TestModule> body) {
        add(caseName, question, OffloadOptions.defaults(), body);
    }

    /** Adds a case. */
    void add(String caseName, String question, OffloadOptions options, Consumer<TestModule> body) {
        add(caseName, question, options, "", body);
    }

    /** Adds a case whose module contains something already. */
    void add(String caseName, String question, OffloadOptions options, String source, Consumer<TestModule> body) {
        cases.add(new GoldenCase(name, caseName, question, options, source, body));
    }

    List<GoldenCase> cases() {
        return List.copyOf(cases);
    }
}
