package io.github.offload4j.codegen.device;

import static io.github.offload4j.codegen.device.Kernels.assertRefused;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Memory that no device has. */
class MemoryRulesTest {
    private static final String HUGE = "[9223372036854775807 x i32]";
    private static final String TOO_LARGE = " of more than 62 bits of bytes, for which no device has room";

    @ParameterizedTest
    @ValueSource(strings = {"x86_64", "nvptx64:sm_90", "amdgcn:gfx90a"})
    void isRefusedInSharedAndOtherVariablesAndOnTheStack(String target) {
        assertRefused(
                target,
                Kernels.kernel(
                        "@a = internal addrspace(3) global " + HUGE + " poison",
                        "store i32 1, ptr addrspace(3) @a\nret void"),
                "k",
                "its variable 'a' is one" + TOO_LARGE);
        assertRefused(
                target,
                Kernels.kernel("@a = global " + HUGE + " zeroinitializer", "store i32 1, ptr @a\nret void"),
                "k",
                "its variable 'a' is one" + TOO_LARGE);
        assertRefused(
                target,
                Kernels.kernel("", "%s = alloca " + HUGE + "\nstore i32 1, ptr %s\nret void"),
                "k",
                "it has a stack slot" + TOO_LARGE);
        assertRefused(
                target,
                Kernels.kernel("", "%s = alloca i64, i64 1152921504606846976\nstore i32 1, ptr %s\nret void"),
                "k",
                "it has a stack slot" + TOO_LARGE);
    }
}
