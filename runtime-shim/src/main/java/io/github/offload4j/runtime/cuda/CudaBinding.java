package io.github.offload4j.runtime.cuda;

import static org.bytedeco.cuda.global.cudart.cuDriverGetVersion;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import io.github.offload4j.runtime.nativecode.NativeLibrary;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bytedeco.javacpp.Loader;

/**
 * Loads the parts of the CUDA binding. The system's libraries that a part needs are loaded before it: a class whose native
 * code fails to load is lost for the whole process, and says too little about why.
 */
final class CudaBinding {
    private static final String PACKAGE = "org.bytedeco.cuda.";
    private static final String DRIVER = "cudart";
    private static final String CUBLAS = "cublas";
    private static final int THOUSAND = 1000;
    private static final int TEN = 10;

    private static final Set<String> LOADED = new HashSet<>();

    private CudaBinding() {}

    /**
     * Loads the driver's functions and initialises nothing.
     *
     * @throws OffloadException with what is missing, or does not fit, and what to do
     */
    static synchronized void requireDriver() {
        if (!LOADED.contains(DRIVER)) {
            int major = load(DRIVER);
            requireNewDriver(major);
            LOADED.add(DRIVER);
        }
    }

    /**
     * Loads cuBLAS, and what it needs.
     *
     * @throws OffloadException with what is missing, or does not fit, and what to do
     */
    static synchronized void requireCublas() {
        requireDriver();
        if (!LOADED.contains(CUBLAS)) {
            load(CUBLAS);
            LOADED.add(CUBLAS);
        }
    }

    /** Returns the major version of CUDA that the part binds. */
    private static int load(String part) {
        List<SharedObject> needed = new ArrayList<>(needs(part));
        needed.sort(Comparator.comparing((SharedObject library) -> !library.isDriver()));
        needed.forEach(CudaBinding::open);
        int major = needed.get(needed.size() - 1).major();
        try {
            QuietLoading.of(PACKAGE + "global." + part);
        } catch (ClassNotFoundException | LinkageError e) {
            throw new OffloadException(
                    Reason.RUNTIME_LIBRARY,
                    "the CUDA binding's native part cannot be loaded: " + nativeReason(e, major));
        }
        return major;
    }

    /** The binding itself says which libraries it was built for. */
    private static List<SharedObject> needs(String part) {
        try {
            Class<?> preset = QuietLoading.of(PACKAGE + "presets." + part);
            return Loader.loadProperties(preset, Loader.loadProperties(), true).get("platform.link").stream()
                    .map(SharedObject::parse)
                    .toList();
        } catch (ClassNotFoundException | LinkageError e) {
            throw new OffloadException(
                    Reason.RUNTIME_LIBRARY,
                    "the CUDA binding is not on the class path; add " + CudaRelease.choice()
                            + ", each also with the classifier " + Loader.getPlatform());
        }
    }

    private static String nativeReason(Throwable failure, int major) {
        String message = String.valueOf(failure.getMessage());
        return message.startsWith("no jni") || failure instanceof NoClassDefFoundError
                ? "add " + CudaRelease.of(major).map(CudaRelease::dependency).orElse("org.bytedeco:cuda")
                        + " with the classifier " + Loader.getPlatform() + " to the class path"
                : message;
    }

    /** Loads a library of the system for the rest of the process; the binding then finds it by its name. */
    private static void open(SharedObject library) {
        if (comesWithTheBinding(library) || tryOpen(Path.of(library.fileName()))) {
            return;
        }
        List<Path> files = CudaPlaces.ofThisProcess().find(library);
        if (files.isEmpty()) {
            throw new OffloadException(Reason.RUNTIME_LIBRARY, missing(library));
        }
        // the loader's own words when it refuses the file
        NativeLibrary ignored = NativeLibrary.open(files.get(0));
    }

    private static boolean comesWithTheBinding(SharedObject library) {
        return Loader.class.getResource("/org/bytedeco/cuda/" + Loader.getPlatform() + "/" + library.fileName())
                != null;
    }

    private static boolean tryOpen(Path library) {
        try {
            NativeLibrary ignored = NativeLibrary.open(library);
            return true;
        } catch (OffloadException notThere) {
            return false;
        }
    }

    private static String missing(SharedObject library) {
        if (library.isDriver()) {
            return "there is no NVIDIA driver: " + library.fileName()
                    + " is not found; install the driver, or add its library's directory to LD_LIBRARY_PATH";
        }
        for (CudaRelease other : CudaRelease.values()) {
            SharedObject same = library.ofMajor(other.major());
            if (other.major() != library.major()
                    && (tryOpen(Path.of(same.fileName()))
                            || !CudaPlaces.ofThisProcess().find(same).isEmpty())) {
                return "the CUDA binding on the class path needs CUDA " + library.major() + " (" + library.fileName()
                        + "), and this machine has CUDA " + other.major() + "; use " + other.dependency()
                        + " in its place, or install CUDA " + library.major();
            }
        }
        return library.fileName() + " is not found; install the CUDA " + library.major()
                + " toolkit, or name its directory with CUDA_HOME or LD_LIBRARY_PATH";
    }

    private static void requireNewDriver(int major) {
        int[] version = new int[1];
        DriverStatus.check(cuDriverGetVersion(version), "cuDriverGetVersion");
        if (version[0] < major * THOUSAND) {
            String older = CudaRelease.of(version[0] / THOUSAND)
                    .map(release -> ", or use " + release.dependency() + " and CUDA " + release.major())
                    .orElse("");
            throw new OffloadException(
                    Reason.RUNTIME_LIBRARY,
                    "the NVIDIA driver is too old: it supports CUDA " + version[0] / THOUSAND + "."
                            + version[0] % THOUSAND / TEN + ", and the CUDA binding on the class path needs " + major
                            + ".0; update the driver" + older);
        }
    }
}
