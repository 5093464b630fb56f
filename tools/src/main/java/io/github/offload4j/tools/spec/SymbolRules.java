package io.github.offload4j.tools.spec;

import io.github.offload4j.tools.diagnostic.Position;
import io.github.offload4j.tools.diagnostic.Problems;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What must hold between the symbols of a spec's offloads. */
final class SymbolRules {
    private record Use(String type, Position position) {}

    private final Problems problems;
    private final Map<String, Position> defined = new HashMap<>();
    private final Map<String, Use> used = new HashMap<>();

    SymbolRules(Problems problems) {
        this.problems = problems;
    }

    /** Notes a function that the spec defines. */
    void define(Located<String> name) {
        Position first = defined.putIfAbsent(name.value(), name.position());
        if (first != null) {
            problems.add(
                    name.position(),
                    "duplicate offload name '" + name.value() + "'; the first is on line " + first.line());
        }
    }

    /** Checks what the offloads call, when every name is known. */
    void check(List<OffloadSpec> offloads) {
        for (OffloadSpec offload : offloads) {
            for (OffloadSpec call : offload.calls()) {
                use(call.callee(), call, call.resultType());
                call.fallback().ifPresent(fallback -> use(fallback, call, Types.VOID));
            }
        }
    }

    private void use(Located<String> symbol, OffloadSpec offload, String result) {
        Position definition = defined.get(symbol.value());
        if (definition != null) {
            problems.add(
                    symbol.position(),
                    "'" + symbol.value() + "' is the function that this spec defines on line " + definition.line()
                            + "; give one of them another name");
            return;
        }
        String type = result + " (" + String.join(", ", offload.calleeTypes()) + ")";
        Use first = used.putIfAbsent(symbol.value(), new Use(type, symbol.position()));
        if (first != null && !first.type().equals(type)) {
            problems.add(
                    symbol.position(),
                    "'" + symbol.value() + "' is '" + type + "' here and '" + first.type() + "' on line "
                            + first.position().line());
        }
    }
}
