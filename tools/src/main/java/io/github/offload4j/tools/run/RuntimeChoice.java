package io.github.offload4j.tools.run;

import io.github.offload4j.codegen.abi.RuntimeAbi;
import io.github.offload4j.runtime.embedded.EmbeddedOptions;
import io.github.offload4j.runtime.jit.OffloadRuntime;
import io.github.offload4j.runtime.locate.RuntimeLibrary;
import io.github.offload4j.runtime.locate.RuntimeLocator;
import io.github.offload4j.runtime.locate.RuntimeSearch;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The runtime that {@code --runtime} names.
 *
 * @param library the libomptarget; nothing for the embedded devices
 * @param abi that code for it has
 * @param reason why this one
 */
record RuntimeChoice(Optional<RuntimeLibrary> library, RuntimeAbi abi, String reason) {
    static final String AUTO = "auto";
    static final String EMBEDDED = "embedded";

    private static final RuntimeAbi STANDARD = RuntimeAbi.LLVM_22;

    /**
     * Chooses.
     *
     * @param option {@code auto}, {@code embedded}, the same with a colon and a version of libomptarget, or the path of a
     *     libomptarget or of its directory
     * @throws ArgumentException when a version is not known, or a path is given, here or in the environment, and there is no
     *     libomptarget that fits
     */
    static RuntimeChoice of(String option, RuntimeLocator locator) {
        if (option.equals(EMBEDDED) || option.startsWith(EMBEDDED + ":")) {
            return new RuntimeChoice(Optional.empty(), version(option), "it is asked for");
        }
        RuntimeSearch search = option.equals(AUTO) ? locator.search() : locator.search(Path.of(option));
        boolean named = !option.equals(AUTO)
                || System.getenv(RuntimeLocator.VARIABLE) != null
                || System.getProperty(RuntimeLocator.PROPERTY) != null;
        if (search.chosen().isEmpty() && named) {
            throw new ArgumentException(search.reason());
        }
        RuntimeAbi abi = search.chosen().map(RuntimeLibrary::abi).orElse(STANDARD);
        return new RuntimeChoice(search.chosen(), abi, search.reason());
    }

    private static RuntimeAbi version(String option) {
        if (option.equals(EMBEDDED)) {
            return STANDARD;
        }
        String version = option.substring(EMBEDDED.length() + 1);
        return RuntimeAbi.fromOptionName("llvm-" + version)
                .orElseThrow(() -> new ArgumentException("there are no devices like those of libomptarget '" + version
                        + "'; give a version from " + RuntimeAbi.OLDEST + " to " + RuntimeAbi.NEWEST));
    }

    /** Starts it. */
    OffloadRuntime open() {
        return library.map(OffloadRuntime::libomptarget)
                .orElseGet(() -> OffloadRuntime.embedded(
                        EmbeddedOptions.fromEnvironment().as(abi)));
    }
}
