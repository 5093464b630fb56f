package io.github.offload4j.tools.cli;

import io.github.offload4j.codegen.option.Pinning;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads which memory is to be pinned. */
final class PinningConverter implements ITypeConverter<Pinning> {
    @Override
    public Pinning convert(String text) {
        return switch (text) {
            case "off" -> Pinning.OFF;
            case "auto" -> Pinning.AUTOMATIC;
            default -> Pinning.from(bytes(text));
        };
    }

    private static long bytes(String text) {
        if (!text.matches("[1-9][0-9]{0,17}")) {
            throw new TypeConversionException(
                    "'" + text + "' is neither off nor auto nor a number of bytes, 1 or more");
        }
        return Long.parseLong(text);
    }
}
