package io.github.offload4j.runtime.locate;

import io.github.offload4j.codegen.abi.RuntimeConstants;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The version of a libomptarget and what gave it away: the name that it gives itself, its file name, the LLVM that it is
 * linked with, or, where all three are silent as in ROCm's builds, the functions that it has.
 *
 * @param major LLVM's version
 * @param evidence what gave it away
 */
record RuntimeVersion(int major, String evidence) {
    private static final Pattern IN_NAME = Pattern.compile("libomptarget\\.so\\.(\\d+)(\\..*)?");
    private static final Pattern IN_LLVM = Pattern.compile("libLLVM(?:\\.so\\.|-)(\\d+)(\\..*)?");

    /** Returns the version, or nothing when the file is no libomptarget or of an age that cannot be told. */
    static Optional<RuntimeVersion> of(Path path, ElfFile file) {
        if (!file.exports().contains("__tgt_target_kernel")) {
            return Optional.empty();
        }
        return file.soname()
                .flatMap(name -> match(IN_NAME, name, "its name "))
                .or(() -> match(IN_NAME, path.getFileName().toString(), "its file name "))
                .or(() -> ofLlvm(file.needed()))
                .or(() -> ofExports(file));
    }

    private static Optional<RuntimeVersion> match(Pattern pattern, String name, String what) {
        Matcher matcher = pattern.matcher(name);
        return matcher.matches()
                ? Optional.of(new RuntimeVersion(Integer.parseInt(matcher.group(1)), what + name))
                : Optional.empty();
    }

    private static Optional<RuntimeVersion> ofLlvm(List<String> needed) {
        return needed.stream()
                .flatMap(name -> match(IN_LLVM, name, "it needs ").stream())
                .findFirst();
    }

    private static Optional<RuntimeVersion> ofExports(ElfFile file) {
        if (file.exports().contains(RuntimeConstants.SINCE_23)) {
            return Optional.of(new RuntimeVersion(23, "it has " + RuntimeConstants.SINCE_23));
        }
        if (file.exports().contains("__tgt_interop_use60")) {
            return Optional.of(new RuntimeVersion(22, "it has __tgt_interop_use60"));
        }
        if (file.exports().contains("llvmLaunchKernel")) {
            return Optional.of(new RuntimeVersion(21, "it has llvmLaunchKernel"));
        }
        // 19 and 20 export the same functions of C; 19 lets functions of C++ out as well.
        if (file.exports().contains("__tgt_rtl_init")) {
            boolean old = file.exports().stream().anyMatch(symbol -> symbol.startsWith("_Z"));
            return Optional.of(
                    old
                            ? new RuntimeVersion(19, "it exports functions of C++")
                            : new RuntimeVersion(20, "it has __tgt_rtl_init, and not what 21 has"));
        }
        return Optional.empty();
    }
}
