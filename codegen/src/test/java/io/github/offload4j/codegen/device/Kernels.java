package io.github.offload4j.codegen.device;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import io.github.offload4j.codegen.image.DeviceTarget;

/** Kernel modules that compile, or are refused. */
final class Kernels {
    static final String NVIDIA = "nvptx64:sm_90";
    static final String AMD = "amdgcn:gfx90a";
    static final String HOST = "x86_64";

    private Kernels() {}

    /** Returns a module with one kernel {@code k}, whose body the text is, below what else the module has. */
    static String kernel(String others, String body) {
        return others + "\ndefine void @k(ptr %p, i32 %n) \"offload-kernel\" {\n" + body + "\n}\n";
    }

    /** Asserts that a function of a module cannot be compiled for a target. */
    static void assertRefused(String target, String module, String function, String why) {
        assertRejected(
                target, module, Reason.KERNEL, "'" + function + "' cannot be compiled for " + target + ": " + why);
    }

    /** Asserts that a function cannot be compiled for any target, for the same reason. */
    static void assertRefusedEverywhere(String module, String function, String why) {
        assertRefused(NVIDIA, module, function, why);
        assertRefused(AMD, module, function, why);
        assertRefused(HOST, module, function, why);
    }

    /** Asserts that a function cannot be compiled for GPUs, and can for the host. */
    static void assertRefusedOnGpus(String module, String function, String why) {
        assertRefused(NVIDIA, module, function, why);
        assertRefused(AMD, module, function, why);
        assertCompiles(HOST, module);
    }

    static void assertRejected(String target, String module, Reason reason, String message) {
        assertThatThrownBy(() -> assembly(target, module))
                .isInstanceOfSatisfying(
                        OffloadException.class, e -> assertThat(e.reason()).isEqualTo(reason))
                .hasMessage(message);
    }

    static void assertCompiles(String target, String module) {
        assertThatCode(() -> assembly(target, module)).as(target).doesNotThrowAnyException();
    }

    static void assertCompilesEverywhere(String module) {
        assertCompiles(NVIDIA, module);
        assertCompiles(AMD, module);
        assertCompiles(HOST, module);
    }

    static String assembly(String target, String module) {
        return assembly(DeviceCompiler.create(), target, module);
    }

    static String assembly(DeviceCompiler compiler, String target, String module) {
        try (DeviceCode code = compiler.lower(module.getBytes(UTF_8), "kernels.ll", DeviceTarget.parse(target))) {
            return code.assembly();
        }
    }
}
