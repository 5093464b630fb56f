package io.github.offload4j.runtime.locate;

import io.github.offload4j.codegen.abi.RuntimeAbi;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The directories in which a libomptarget is usually installed, the more deliberate ones first. */
final class SearchPlaces {
    static final int NEWEST = RuntimeAbi.NEWEST;
    static final int OLDEST = RuntimeAbi.OLDEST;

    /** How many versions that are not known yet are looked for, to say so. */
    private static final int UNKNOWN = 9;

    private SearchPlaces() {}

    /** A directory and who puts libraries there. */
    record Place(String name, Path directory) {}

    /**
     * Returns the places.
     *
     * @param root what absolute conventional paths start from
     */
    static List<Place> of(Map<String, String> environment, SystemRoot root) {
        List<Place> places = new ArrayList<>();
        for (String directory : environment.getOrDefault("LD_LIBRARY_PATH", "").split(":", -1)) {
            if (!directory.isEmpty()) {
                places.add(new Place("LD_LIBRARY_PATH", Path.of(directory)));
            }
        }
        String conda = environment.getOrDefault("CONDA_PREFIX", "");
        if (!conda.isEmpty()) {
            places.add(new Place("conda (CONDA_PREFIX)", Path.of(conda, "lib")));
        }
        String rocm = environment.getOrDefault("ROCM_PATH", "");
        if (!rocm.isEmpty()) {
            places.add(new Place("ROCm (ROCM_PATH)", Path.of(rocm, "llvm", "lib")));
        }
        for (int version = NEWEST; version >= OLDEST; version--) {
            places.add(new Place("Debian's LLVM " + version, root.resolve("usr/lib/llvm-" + version + "/lib")));
        }
        places.add(new Place("Debian", root.resolve("usr/lib/" + root.system().libraryFolder())));
        places.add(new Place("Fedora", root.resolve("usr/lib64")));
        for (int version = NEWEST; version >= OLDEST; version--) {
            places.add(new Place("Fedora's LLVM " + version, root.resolve("usr/lib64/llvm" + version + "/lib64")));
        }
        places.add(new Place("LLVM's own installation", root.resolve("usr/local/lib")));
        places.add(new Place(
                "LLVM's own installation",
                root.resolve("usr/local/lib/" + root.system().architecture().triple())));
        places.add(new Place("ROCm", root.resolve("opt/rocm/llvm/lib")));
        for (int version = NEWEST + 1; version <= NEWEST + UNKNOWN; version++) {
            Path newer = root.resolve("usr/lib/llvm-" + version + "/lib");
            if (Files.isDirectory(newer)) {
                places.add(new Place("Debian's LLVM " + version, newer));
            }
        }
        return places;
    }
}
