package io.github.offload4j.runtime.locate;

import io.github.offload4j.codegen.image.HostSystem;
import java.nio.file.Path;
import java.util.Objects;

/**
 * An installation of Linux: this machine's, or one for other machines that is unpacked below a folder.
 *
 * @param folder what its absolute paths start from
 * @param system the machines that it is for
 */
public record SystemRoot(Path folder, HostSystem system) {
    private static final Path THIS_MACHINE = Path.of("/");

    /** Checks the values. */
    public SystemRoot {
        Objects.requireNonNull(folder, "folder is null");
        Objects.requireNonNull(system, "system is null");
    }

    /** Returns the installation that this process runs in. */
    public static SystemRoot ofThisMachine() {
        return installed(HostSystem.ofThisProcess().orElse(HostSystem.X86_64));
    }

    /** Returns what this machine has installed for programs of a system. */
    public static SystemRoot installed(HostSystem system) {
        return new SystemRoot(THIS_MACHINE, system);
    }

    /** Returns whether this process runs in it. */
    public boolean isThisMachine() {
        return equals(ofThisMachine());
    }

    /** Returns where an absolute path of the installation is on this machine. */
    public Path resolve(String path) {
        Objects.requireNonNull(path, "path is null");
        return folder.resolve(path.startsWith("/") ? path.substring(1) : path);
    }

    /** Returns the absolute path that programs see of a file, when the installation is where they run. */
    public Path inside(Path file) {
        Objects.requireNonNull(file, "file is null");
        Path base = folder.toAbsolutePath().normalize();
        Path absolute = file.toAbsolutePath().normalize();
        return absolute.startsWith(base) ? THIS_MACHINE.resolve(base.relativize(absolute)) : absolute;
    }
}
