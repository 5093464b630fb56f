package io.github.offload4j.tools.link;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The command line of a linker, as a compiler driver takes it.
 *
 * @param arguments in order
 */
public record LinkerLine(List<String> arguments) {
    /** Copies the list. */
    public LinkerLine {
        arguments = List.copyOf(arguments);
    }

    /** Returns the objects and archives that are linked, in order. */
    public List<Path> inputs() {
        List<Path> inputs = new ArrayList<>();
        boolean value = false;
        for (String argument : arguments) {
            if (!value && !argument.startsWith("-") && isInput(argument)) {
                inputs.add(Path.of(argument));
            }
            // the options whose value is a word of its own, which may end like an input
            value = List.of("-o", "-L", "-l", "-T", "-B", "-u", "-z", "-Xlinker")
                    .contains(argument);
        }
        return inputs;
    }

    private static boolean isInput(String argument) {
        return argument.endsWith(".o")
                || argument.endsWith(".obj")
                || argument.endsWith(".a")
                || argument.endsWith(".rlib")
                || argument.endsWith(".bc");
    }

    /**
     * Returns the line with another object in place of some.
     *
     * @param replaced objects that are left out
     * @param object what stands in front of all else: archives only give what is missing then
     * @param added arguments behind all others
     */
    public LinkerLine replacing(List<Path> replaced, Path object, List<String> added) {
        List<String> line = new ArrayList<>();
        line.add(object.toString());
        arguments.stream()
                .filter(argument ->
                        replaced.stream().noneMatch(path -> path.toString().equals(argument)))
                .forEach(line::add);
        line.addAll(added);
        return new LinkerLine(line);
    }
}
