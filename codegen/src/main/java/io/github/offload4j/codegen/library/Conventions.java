package io.github.offload4j.codegen.library;

import io.github.offload4j.codegen.abi.GpuDriver;
import java.util.Locale;
import java.util.Optional;

/**
 * How a library names its functions and passes their arguments.
 *
 * @param symbol a symbol with {@code {name}} or {@code {Name}} for a function's name, as it is or with a capital letter
 * @param handle the name of a pointer that every function takes first, if there is one
 * @param status whether functions return a status, and numbers through a last parameter
 * @param scalarsByReference whether factors are pointers
 * @param complexByReference whether complex factors are pointers, and complex results come through a last parameter
 * @param index the type of an index among results
 * @param modes what asks and says whether numbers are on the device, if anything does
 * @param driver the driver that the library works through; nothing when it works on the host
 */
record Conventions(
        String symbol,
        Optional<String> handle,
        boolean status,
        boolean scalarsByReference,
        boolean complexByReference,
        String index,
        Optional<Modes> modes,
        Optional<GpuDriver> driver) {
    private static final String NAME = "{name}";
    private static final String CAPITAL = "{Name}";

    /**
     * Functions that ask and say whether numbers are on the device.
     *
     * @param getter takes the handle and where the mode goes, 0 for the host
     * @param setter takes the handle and the mode
     */
    record Modes(String getter, String setter) {
        static final int DEVICE = 1;
    }

    /** Returns whether nothing unknown is to be put into a symbol. */
    static boolean isSymbol(String format) {
        return !format.replaceAll("\\{([nN]ame|[tr])\\}", "").contains("{");
    }

    /** Puts a function's name into the format of a symbol. */
    static String symbol(String format, String name) {
        String capital = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
        return format.replace(NAME, name).replace(CAPITAL, capital);
    }

    /** Returns whether numbers of a type are passed by pointer. */
    boolean byReference(String type) {
        return scalarsByReference || (complexByReference && Letter.isComplex(type));
    }

    /** Returns whether a result of a type comes through a last parameter. */
    boolean resultByReference(String type) {
        return status || (complexByReference && Letter.isComplex(type));
    }
}
