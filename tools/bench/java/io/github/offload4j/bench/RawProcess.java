package io.github.offload4j.bench;

import io.github.offload4j.codegen.ir.ModuleWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A whole process that reads functions, gives each a site by the raw calls, and writes the module: the least that a program
 * on the JVM does for what {@code irgen lower} does, with nothing read from marks and nothing checked.
 */
public final class RawProcess {
    private static final int POINTERS = 2;

    private RawProcess() {}

    /**
     * Runs.
     *
     * @param arguments the file to read, and the one to write; or the number of functions, and the file to write them to
     * @throws IOException when a file cannot be read or written
     */
    public static void main(String[] arguments) throws IOException {
        Path out = Path.of(arguments[1]);
        if (arguments[0].matches("\\d+")) {
            Files.writeString(out, HostFunctions.text(Integer.parseInt(arguments[0]), POINTERS));
            return;
        }
        try (HostFunctions host = new HostFunctions(Files.readString(Path.of(arguments[0])))) {
            RawEmitter.emit(host, POINTERS);
            ModuleWriter.print(host.module, out);
        }
    }
}
