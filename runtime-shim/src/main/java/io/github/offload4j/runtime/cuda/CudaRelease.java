package io.github.offload4j.runtime.cuda;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** The releases of the CUDA binding that are known to work here, one for each major version of CUDA. */
enum CudaRelease {
    CUDA_12(12, "12.9-9.10-1.5.12"),
    CUDA_13(13, "13.1-9.19-1.5.13");

    private final int major;
    private final String version;

    CudaRelease(int major, String version) {
        this.major = major;
        this.version = version;
    }

    /** Returns the major version of the CUDA libraries that it binds. */
    int major() {
        return major;
    }

    /** Returns the dependency to declare. */
    String dependency() {
        return "org.bytedeco:cuda:" + version;
    }

    static Optional<CudaRelease> of(int major) {
        return Arrays.stream(values()).filter(release -> release.major == major).findFirst();
    }

    /** Returns every dependency, with what it is for. */
    static String choice() {
        return Arrays.stream(values())
                .map(release -> release.dependency() + " for CUDA " + release.major)
                .collect(Collectors.joining(" or "));
    }
}
