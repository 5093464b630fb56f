package io.github.offload4j.codegen.device;

import static io.github.offload4j.codegen.device.Kernels.NVIDIA;
import static io.github.offload4j.codegen.device.Kernels.assembly;
import static io.github.offload4j.codegen.device.Kernels.kernel;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Accesses of 128 bits in PTX. */
class WideAtomicsTest {
    private static String ptx(String body) {
        return assembly(NVIDIA, kernel("", body + "\nret void"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "load atomic i128, ptr %p monotonic, align 16|ld.relaxed.sys.b128",
                "load atomic i128, ptr %p syncscope(\"agent\") acquire, align 16|ld.acquire.gpu.b128",
                "atomicrmw xchg ptr %p, i128 1 syncscope(\"workgroup\") release|atom.release.cta.exch.b128",
                "cmpxchg ptr %p, i128 1, i128 2 syncscope(\"cluster\") acq_rel monotonic|atom.acq_rel.cluster.cas.b128",
                "cmpxchg weak ptr %p, i128 1, i128 2 release acquire|atom.acq_rel.sys.cas.b128",
                "cmpxchg ptr %p, i128 1, i128 2 monotonic acquire|atom.acquire.sys.cas.b128",
                "atomicrmw add ptr %p, i128 1 monotonic|atom.relaxed.sys.cas.b128",
            })
    void haveTheirOrderAndScope(String access, String instruction) {
        assertThat(ptx("%r = " + access)).contains(instruction).contains(".version 8.4");
    }

    @Test
    void aStoreHasThemToo() {
        assertThat(ptx("store atomic i128 1, ptr %p syncscope(\"agent\") release, align 16"))
                .contains("st.release.gpu.b128");
    }

    @Test
    void oneOrderForAllTakesAFenceInFront() {
        assertThat(ptx("%r = cmpxchg ptr %p, i128 1, i128 2 monotonic seq_cst"))
                .containsPattern("fence\\.sc\\.sys;\\s[^;]*(?:;\\s[^;]*)*atom\\.acq_rel\\.sys\\.cas\\.b128");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "add",
                "sub",
                "and",
                "nand",
                "or",
                "xor",
                "max",
                "min",
                "umax",
                "umin",
                "uinc_wrap",
                "udec_wrap",
                "usub_cond",
                "usub_sat"
            })
    void whatIsComputedIsALoop(String operation) {
        assertThat(ptx("%r = atomicrmw " + operation + " ptr %p, i128 3 syncscope(\"agent\") acq_rel"))
                .contains("ld.relaxed.gpu.b128", "atom.acq_rel.gpu.cas.b128", "bra")
                .doesNotContain(".local");
    }

    @Test
    void otherCodeIsOfTheVersionThatItWas() {
        assertThat(ptx("store i128 1, ptr %p")).contains(".version 7.8");
    }
}
