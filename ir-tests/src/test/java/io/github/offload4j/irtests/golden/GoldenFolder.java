package io.github.offload4j.irtests.golden;

import io.github.offload4j.codegen.OffloadOptions;
import io.github.offload4j.irtests.fixture.TestModule;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What the API alone can ask for, one topic: for each case the functions that it makes, and the constants that they use. */
final class GoldenFolder implements GoldenText {
    private final String name;
    private final String question;
    private final List<String> parts;
    private final List<GoldenCase> cases = new ArrayList<>();

    /**
     * Makes a topic without cases.
     *
     * @param parts one of which a line of a function has that is shown
     */
    GoldenFolder(String name, String question, String... parts) {
        this.name = name;
        this.question = question;
        this.parts = List.of(parts);
    }

    /** Adds a case with default options. */
    void add(String caseName, String question, Consumer<TestModule> body) {
        add(caseName, question, "", body);
    }

    /** Adds a case whose module contains something already. */
    void add(String caseName, String question, String source, Consumer<TestModule> body) {
        cases.add(new GoldenCase(name, caseName, question, OffloadOptions.defaults(), source, body));
    }

    List<GoldenCase> cases() {
        return List.copyOf(cases);
    }

    @Override
    public String id() {
        return name;
    }

    @Override
    public String question() {
        return question;
    }

    @Override
    public String text() {
        Excerpts.Limit limit = parts.isEmpty() ? Excerpts.Limit.NONE : new Excerpts.Limit(parts, List.of());
        StringBuilder text = new StringBuilder();
        for (GoldenCase golden : cases) {
            Excerpts excerpts = new Excerpts(golden.module());
            text.append(text.isEmpty() ? "" : "\n")
                    .append("; ")
                    .append(golden.question())
                    .append('\n');
            // what begins with a dot is ours
            excerpts.defined().stream()
                    .filter(function -> !function.startsWith("."))
                    .flatMap(function -> excerpts.function(function, limit).stream())
                    .forEach(line -> text.append(line).append('\n'));
        }
        return text.toString();
    }

    @Override
    public String toString() {
        return name;
    }
}
