package io.github.offload4j.tools.run;

import io.github.offload4j.codegen.abi.RuntimeAbi;
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
 * @param reason why this one
 */
record RuntimeChoice(Optional<RuntimeLibrary> library, String reason) {
    static final String AUTO = "auto";
    static final String EMBEDDED = "embedded";

    /**
     * Chooses.
     *
     * @param option {@code auto}, {@code embedded}, or the path of a libomptarget or of its directory
     * @throws ArgumentException when a path is given, here or in the environment, and there is no libomptarget that fits
     */
    static RuntimeChoice of(String option, RuntimeLocator locator) {
        if (option.equals(EMBEDDED)) {
            return new RuntimeChoice(Optional.empty(), "it is asked for");
        }
        RuntimeSearch search = option.equals(AUTO) ? locator.search() : locator.search(Path.of(option));
        boolean named = !option.equals(AUTO)
                || System.getenv(RuntimeLocator.VARIABLE) != null
                || System.getProperty(RuntimeLocator.PROPERTY) != null;
        if (search.chosen().isEmpty() && named) {
            throw new ArgumentException(search.reason());
        }
        return new RuntimeChoice(search.chosen(), search.reason());
    }

    /** Returns the ABI that code for it has. */
    RuntimeAbi abi() {
        return library.map(RuntimeLibrary::abi).orElse(RuntimeAbi.LLVM_22);
    }

    /** Starts it. */
    OffloadRuntime open() {
        return library.map(OffloadRuntime::libomptarget).orElseGet(OffloadRuntime::embedded);
    }
}
