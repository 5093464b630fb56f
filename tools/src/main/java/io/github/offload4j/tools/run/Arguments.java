package io.github.offload4j.tools.run;

import io.github.offload4j.tools.cli.StandardStreams;
import io.github.offload4j.tools.diagnostic.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The values that a function is called with. */
final class Arguments {
    private final EntryPoint entry;
    private final Map<String, GivenArgument> given;
    private final StandardStreams streams;
    private final Map<String, Object> scalars = new LinkedHashMap<>();
    private final Map<String, HostArray> arrays = new LinkedHashMap<>();

    private Arguments(EntryPoint entry, Map<String, GivenArgument> given, StandardStreams streams) {
        this.entry = entry;
        this.given = given;
        this.streams = streams;
    }

    /**
     * Makes the values.
     *
     * @throws ArgumentException when one is missing, unknown or malformed, or an array is too short for what the program
     *     does with it
     */
    static Arguments bind(EntryPoint entry, Map<String, GivenArgument> given, StandardStreams streams) {
        Arguments arguments = new Arguments(entry, given, streams);
        arguments.requireNames();
        for (EntryParameter parameter : entry.parameters()) {
            if (parameter instanceof EntryParameter.Scalar scalar) {
                arguments.scalars.put(scalar.name(), ScalarText.read(arguments.given(scalar.name()), scalar.type()));
            }
        }
        for (EntryParameter parameter : entry.parameters()) {
            if (parameter instanceof EntryParameter.Array array) {
                arguments.arrays.put(array.name(), arguments.array(array));
            } else if (parameter instanceof EntryParameter.Structure structure) {
                arguments.arrays.put(structure.name(), arguments.structure(structure));
            }
        }
        return arguments;
    }

    private void requireNames() {
        List<String> names = entry.givenNames();
        for (GivenArgument argument : given.values()) {
            if (!names.contains(argument.name())) {
                throw new ArgumentException("'" + entry.name() + "' has no parameter "
                        + Words.quote(argument.name()) + Words.suggestion(argument.name(), names)
                        + (names.isEmpty() ? "; it has none" : "; it has " + String.join(", ", names)));
            }
        }
        for (EntryParameter parameter : entry.parameters()) {
            if (parameter instanceof EntryParameter.DevicePointer) {
                throw new ArgumentException("'" + entry.name() + "' wants a device pointer as '" + parameter.name()
                        + "', and there is none to give; run a function that maps its arguments");
            }
        }
        List<String> missing = names.stream()
                .filter(name -> !given.containsKey(name))
                .map(name -> "'" + name + "'")
                .toList();
        if (!missing.isEmpty()) {
            throw new ArgumentException("no value is given for " + String.join(", ", missing) + " of '" + entry.name()
                    + "'; add " + example(missing.get(0)));
        }
    }

    private String example(String quoted) {
        String name = quoted.substring(1, quoted.length() - 1);
        boolean array = entry.parameters().stream()
                .anyMatch(parameter -> parameter.name().equals(name) && parameter instanceof EntryParameter.Array);
        return name + (array ? "=iota:1000 or the like" : "=VALUE");
    }

    private GivenArgument given(String name) {
        GivenArgument argument = given.get(name);
        if (argument == null) {
            throw new ArgumentException("no value is given for '" + name + "'");
        }
        return argument;
    }

    private HostArray array(EntryParameter.Array parameter) {
        GivenArgument argument = given(parameter.name());
        OptionalLong used =
                parameter.count().map(count -> count.value(this::scalar)).orElse(OptionalLong.empty());
        if (used.isPresent() && used.getAsLong() < 0) {
            throw argument.wrong("the program would use " + used.getAsLong() + " elements of it");
        }
        OptionalInt count = used.isPresent() && used.getAsLong() <= Integer.MAX_VALUE
                ? OptionalInt.of((int) used.getAsLong())
                : OptionalInt.empty();
        HostArray array = new ArrayText(argument, parameter.element(), count, streams).read();
        if (used.isPresent() && used.getAsLong() > array.count()) {
            throw argument.wrong("it has " + array.count() + " elements, and the program uses " + used.getAsLong());
        }
        return array;
    }

    private HostArray structure(EntryParameter.Structure parameter) {
        GivenArgument argument = given(parameter.name());
        return StructureText.of(parameter.type())
                .orElseThrow(() ->
                        argument.wrong("a value of type " + parameter.type() + " cannot be given on the command line"))
                .read(argument);
    }

    private OptionalLong scalar(String name) {
        return scalars.get(name) instanceof Number number ? OptionalLong.of(number.longValue()) : OptionalLong.empty();
    }

    /** Returns the values in the order of the parameters; arrays as buffers. */
    @Nullable
    Object[] values() {
        List<@Nullable Object> values = new ArrayList<>();
        for (EntryParameter parameter : entry.parameters()) {
            HostArray array = arrays.get(parameter.name());
            if (parameter instanceof EntryParameter.Implied implied) {
                values.add(implied.value().orElse(null));
            } else if (parameter instanceof EntryParameter.Length length) {
                values.add((long) require(length.array()).count());
            } else if (array != null) {
                values.add(array.memory());
            } else {
                values.add(Optional.ofNullable(scalars.get(parameter.name())).orElseThrow());
            }
        }
        return values.toArray();
    }

    /** Returns the arrays that the program may have written to, by name, in the order of the parameters. */
    Map<String, HostArray> results() {
        Map<String, HostArray> results = new LinkedHashMap<>();
        for (EntryParameter parameter : entry.parameters()) {
            if (parameter instanceof EntryParameter.Array array && array.result()) {
                results.put(array.name(), require(array.name()));
            }
        }
        return results;
    }

    /**
     * Returns an array.
     *
     * @throws ArgumentException when no argument of the name is one
     */
    HostArray require(String name) {
        HostArray array = arrays.get(name);
        if (array == null) {
            throw new ArgumentException("there is no array " + Words.quote(name)
                    + Words.suggestion(name, arrays.keySet())
                    + (arrays.isEmpty() ? "" : "; there is " + Words.either(List.copyOf(arrays.keySet()))));
        }
        return array;
    }
}
