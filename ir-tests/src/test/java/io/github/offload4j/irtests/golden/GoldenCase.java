package io.github.offload4j.irtests.golden;

import io.github.offload4j.codegen.OffloadOptions;
import io.github.offload4j.irtests.fixture.TestModule;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * A small module that answers one question about the emitted IR.
 *
 * @param folder what the question is about
 * @param name what distinguishes it from others of its folder
 * @param question the question, one sentence
 * @param options what the module is built with
 * @param source what the module contains before, in LLVM's spelling
 * @param body adds the functions and the sites
 */
public record GoldenCase(
        String folder, String name, String question, OffloadOptions options, String source, Consumer<TestModule> body) {
    // Without dots, so that every file in a golden folder can be told apart by its extension.
    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    /** Checks the names. */
    public GoldenCase {
        if (!NAME.matcher(folder).matches() || !NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not a golden name: " + folder + "/" + name);
        }
        if (!question.endsWith("?")) {
            throw new IllegalArgumentException("not a question: " + question);
        }
        Objects.requireNonNull(options);
        Objects.requireNonNull(body);
    }

    /** Returns the folder and the name. */
    public String id() {
        return folder + "/" + name;
    }

    /** Returns the finished module, which the caller closes. */
    public TestModule build() {
        TestModule module = TestModule.parse(options, source);
        try {
            body.accept(module);
            module.finish();
            return module;
        } catch (RuntimeException e) {
            module.close();
            throw new IllegalStateException("golden case " + id() + " does not build", e);
        }
    }

    /** Returns the module, finished, as text. */
    public String module() {
        try (TestModule module = build()) {
            return module.text();
        }
    }

    @Override
    public String toString() {
        return id();
    }
}
