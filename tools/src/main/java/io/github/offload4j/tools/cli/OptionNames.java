package io.github.offload4j.tools.cli;

import io.github.offload4j.codegen.abi.RuntimeAbi;
import io.github.offload4j.codegen.analysis.Check;
import io.github.offload4j.codegen.analysis.CheckOptions;
import io.github.offload4j.codegen.analysis.DeviceKind;
import io.github.offload4j.codegen.option.DevicePointers;
import io.github.offload4j.codegen.option.LaunchFailure;
import io.github.offload4j.codegen.option.OnStatus;
import io.github.offload4j.codegen.option.Preset;
import io.github.offload4j.codegen.option.Registration;
import io.github.offload4j.codegen.option.Synchronization;
import io.github.offload4j.codegen.option.Transfers;
import io.github.offload4j.tools.diagnostic.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads and writes an enum's constants as options name them: in lower case, with hyphens.
 *
 * @param <E> the enum
 */
public final class OptionNames<E extends Enum<E>> implements ITypeConverter<E> {
    private final Class<E> type;

    private OptionNames(Class<E> type) {
        this.type = type;
    }

    /** Teaches a command line, and the commands that it has by now, the enums of options that commands share. */
    public static void register(CommandLine commandLine) {
        register(commandLine, Check.class);
        register(commandLine, CheckOptions.Level.class);
        register(commandLine, ColorMode.class);
        register(commandLine, DeviceKind.class);
        register(commandLine, DevicePointers.class);
        register(commandLine, ExplainFormat.class);
        register(commandLine, LaunchFailure.class);
        register(commandLine, OnStatus.class);
        register(commandLine, OutputFormat.class);
        register(commandLine, Preset.class);
        register(commandLine, Registration.class);
        register(commandLine, RuntimeAbi.class);
        register(commandLine, Synchronization.class);
        register(commandLine, Transfers.class);
    }

    /** Teaches a command line one more enum. */
    public static <E extends Enum<E>> void register(CommandLine commandLine, Class<E> type) {
        commandLine.registerConverter(type, new OptionNames<>(type));
    }

    /** Returns the names of an enum's constants, in order. */
    public static List<String> of(Class<? extends Enum<?>> type) {
        return Arrays.stream(type.getEnumConstants()).map(OptionNames::of).toList();
    }

    private static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public E convert(String value) {
        for (E constant : type.getEnumConstants()) {
            if (of(constant).equals(value)) {
                return constant;
            }
        }
        List<String> names = of(type);
        String suggestion = Words.suggestion(value, names);
        throw new TypeConversionException(
                Words.quote(value) + (suggestion.isEmpty() ? " is none of " + String.join(", ", names) : suggestion));
    }
}
