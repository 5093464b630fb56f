package io.github.offload4j.tools.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How irgen starts itself again, for what may crash or hang. */
public final class ChildProcess {
    /** The main class. */
    static final String IRGEN = "io.github.offload4j.tools.Irgen";

    private ChildProcess() {}

    /** Returns the command that starts this Java, with those of the launcher's options that matter to a child. */
    public static List<String> java() {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "--enable-native-access=ALL-UNNAMED",
                "-Dorg.bytedeco.javacpp.nopointergc=true"));
        // where the archive of irgen has LLVM
        String pathsFirst = "org.bytedeco.javacpp.pathsFirst";
        if (Boolean.getBoolean(pathsFirst)) {
            command.add("-D" + pathsFirst + "=true");
            command.add("-Djava.library.path=" + System.getProperty("java.library.path"));
        }
        return List.copyOf(command);
    }
}
