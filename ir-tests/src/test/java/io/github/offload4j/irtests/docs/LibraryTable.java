package io.github.offload4j.irtests.docs;

import io.github.offload4j.codegen.library.Library;
import io.github.offload4j.codegen.library.LibraryFunction;
import io.github.offload4j.codegen.library.LibraryParameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The functions of some libraries as a table, with those that take the same in one line. */
final class LibraryTable {
    private final Map<String, Map<String, List<Library>>> parameters = new LinkedHashMap<>();

    private LibraryTable(List<Library> libraries) {
        for (Library library : libraries) {
            for (LibraryFunction function : library.functions()) {
                parameters
                        .computeIfAbsent(function.name(), name -> new LinkedHashMap<>())
                        .computeIfAbsent(parameters(function), text -> new ArrayList<>())
                        .add(library);
            }
        }
    }

    static String of(Library... libraries) {
        return new LibraryTable(List.of(libraries)).text();
    }

    /** What all functions of a library have in front and behind stands in the text. */
    private static String parameters(LibraryFunction function) {
        return function.parameters().stream()
                .map(LibraryParameter::name)
                .filter(name -> !List.of("handle", "layout", "result").contains(name))
                .collect(Collectors.joining(", "));
    }

    private String text() {
        Map<String, List<String>> lines = new LinkedHashMap<>();
        parameters.forEach((name, variants) -> variants.forEach((text, libraries) -> lines.computeIfAbsent(
                        text + " | " + libraries.stream().map(Library::toString).collect(Collectors.joining(", ")),
                        line -> new ArrayList<>())
                .add("`" + name + "`")));
        StringBuilder table = new StringBuilder("| functions | parameters | libraries |\n| --- | --- | --- |\n");
        lines.forEach((line, names) -> table.append("| " + String.join(", ", names) + " | " + line + " |\n"));
        return table.toString();
    }
}
