package io.github.offload4j.tools.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The Linux distribution, as far as it matters for the command that installs a runtime. */
enum Distribution {
    DEBIAN("apt-get install liboffload-22 libomp-22-dev"),
    FEDORA("dnf install libomp libomp-devel"),
    OTHER("install LLVM 19 to 23 with its runtimes 'openmp' and 'offload'");

    private final String installation;

    Distribution(String installation) {
        this.installation = installation;
    }

    /** Returns the command that installs libomptarget and libomp. */
    String installation() {
        return installation;
    }

    static Distribution ofThisMachine() {
        try {
            return of(Files.readString(Path.of("/etc/os-release")));
        } catch (IOException notLinux) {
            return OTHER;
        }
    }

    /** Reads the file {@code os-release}. */
    static Distribution of(String release) {
        Optional<String> like = release.lines()
                .filter(line -> line.startsWith("ID=") || line.startsWith("ID_LIKE="))
                .map(line -> line.replaceFirst("^[^=]*=", "").replace("\"", ""))
                .reduce((first, second) -> first + " " + second);
        String names = " " + like.orElse("") + " ";
        if (names.contains(" debian ")) {
            return DEBIAN;
        }
        return names.contains(" fedora ") ? FEDORA : OTHER;
    }
}
