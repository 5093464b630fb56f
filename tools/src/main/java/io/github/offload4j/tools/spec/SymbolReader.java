package io.github.offload4j.tools.spec;

import io.github.offload4j.codegen.abi.RuntimeFunction;
import io.github.offload4j.tools.diagnostic.Problems;
import io.github.offload4j.tools.diagnostic.Words;
import io.github.offload4j.tools.yaml.Node;
import java.util.Arrays;
import java.util.Optional;

/** Reads the names of functions and kernels, which the linker will see. */
final class SymbolReader {
    private final Problems problems;
    private final Values values;

    SymbolReader(Problems problems, Values values) {
        this.problems = problems;
        this.values = values;
    }

    Optional<Located<String>> read(Node node, String key) {
        Optional<String> symbol = values.text(node, "'" + key + "'");
        if (symbol.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> fault = fault(symbol.get());
        fault.ifPresent(f -> problems.add(node.position(), f));
        return fault.isPresent() ? Optional.empty() : Optional.of(new Located<>(symbol.get(), node.position()));
    }

    private static Optional<String> fault(String symbol) {
        if (symbol.isEmpty()) {
            return Optional.of("a symbol is not empty");
        }
        if (symbol.codePoints().anyMatch(c -> Character.isISOControl(c) || Character.isWhitespace(c))) {
            return Optional.of(Words.quote(symbol) + " is not a symbol; it contains a blank or a control character");
        }
        if (symbol.startsWith("llvm.")) {
            return Optional.of(Words.quote(symbol) + " begins like the names that LLVM keeps for itself");
        }
        if (symbol.startsWith(".") || symbol.startsWith("offload4j.")) {
            return Optional.of(Words.quote(symbol) + " begins like the names of generated code");
        }
        if (symbol.startsWith("__tgt_") || isCalledByGeneratedCode(symbol)) {
            return Optional.of(Words.quote(symbol)
                    + " is a function of the runtime that generated code calls; an offload needs one of your own");
        }
        return Optional.empty();
    }

    private static boolean isCalledByGeneratedCode(String symbol) {
        return Arrays.stream(RuntimeFunction.values())
                .anyMatch(function -> function.symbol().equals(symbol));
    }
}
