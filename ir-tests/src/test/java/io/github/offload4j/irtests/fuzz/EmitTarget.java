package io.github.offload4j.irtests.fuzz;

import io.github.offload4j.codegen.OffloadOptions;
import io.github.offload4j.codegen.analysis.CheckOptions;
import io.github.offload4j.codegen.analysis.OffloadChecker;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.ModuleWriter;
import io.github.offload4j.tools.diagnostic.InputException;
import io.github.offload4j.tools.diagnostic.SourceText;
import io.github.offload4j.tools.emit.HostModule;
import io.github.offload4j.tools.emit.SpecEmitter;
import io.github.offload4j.tools.spec.Spec;
import io.github.offload4j.tools.spec.SpecReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Specs: a good one becomes a well-formed module, a bad one is refused with a place in it. */
final class EmitTarget implements Target {
    private static final List<String> WORDS = List.of(
            "name:",
            "callee:",
            "host: true",
            "returns: i32",
            "parameters:",
            "grid: [1, 1, 1]",
            "block: 256",
            "shared: 8",
            "device: n",
            "fallback: f",
            "type: ptr",
            "type: slice",
            "type: i64",
            "type: <4 x float>",
            "map: to",
            "map: from",
            "map: alloc",
            "pass: host",
            "pass: device",
            "element: float",
            "element: \"{ i8, [3 x i16] }\"",
            "count: n",
            "pointee: \"[6 x float]\"",
            "modifiers: [always]",
            "ceildiv(n, 256)",
            "ceildiv(n, 0)",
            "&a",
            "*a",
            "!!str",
            "|",
            ">",
            "- {}",
            "[]",
            "null",
            "~",
            "'",
            "\\",
            "\t",
            "%",
            "---",
            "...",
            "? ",
            "<<: *a",
            "\u00e4",
            "\u0000",
            "0x10",
            "1e400",
            "9999999999999999999999");

    private final Path examples;

    EmitTarget(Path examples) {
        this.examples = examples;
    }

    @Override
    public List<String> corpus() {
        try (Stream<Path> files = Files.list(examples)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .map(EmitTarget::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<String> words() {
        return WORDS;
    }

    @Override
    public boolean feed(String input, Random random) {
        OffloadOptions options = RandomOptions.from(random);
        try {
            Spec spec = SpecReader.read(new SourceText("fuzz.yaml", input));
            try (HostModule module = SpecEmitter.emit(spec, options, "x86_64-unknown-linux-gnu");
                    IrModule view = new IrModule(module.raw())) {
                view.verify();
                OffloadChecker.check(module.raw(), CheckOptions.defaults());
                return !ModuleWriter.text(module.raw()).isEmpty();
            }
        } catch (InputException e) {
            if (e.diagnostics().isEmpty()) {
                throw new AssertionError("a refusal without a reason", e);
            }
            return false;
        }
    }
}
