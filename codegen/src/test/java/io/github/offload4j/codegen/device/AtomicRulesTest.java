package io.github.offload4j.codegen.device;

import static io.github.offload4j.codegen.device.Kernels.AMD;
import static io.github.offload4j.codegen.device.Kernels.HOST;
import static io.github.offload4j.codegen.device.Kernels.NVIDIA;
import static io.github.offload4j.codegen.device.Kernels.assertCompiles;
import static io.github.offload4j.codegen.device.Kernels.assertCompilesEverywhere;
import static io.github.offload4j.codegen.device.Kernels.assertRefused;
import static io.github.offload4j.codegen.device.Kernels.assertRefusedEverywhere;
import static io.github.offload4j.codegen.device.Kernels.kernel;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.offload4j.codegen.image.DeviceTarget;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Atomic accesses and fences that LLVM would end the process at, or call a library for. */
class AtomicRulesTest {
    private static final String WIDE = "it accesses 128 bits atomically; the processor can 64";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%r = cmpxchg ptr %p, i128 0, i128 1 seq_cst seq_cst",
                "%r = atomicrmw add ptr %p, i128 1 seq_cst",
                "%r = load atomic i128, ptr %p monotonic, align 16",
                "store atomic i128 1, ptr %p monotonic, align 16",
            })
    void anAccessOf16Bytes(String access) {
        String module = kernel("", access + "\nret void");
        assertRefused("nvptx64:sm_89", module, "k", WIDE);
        assertCompiles(NVIDIA, module);
        assertRefused(AMD, module, "k", WIDE);
        assertRefused(HOST, module, "k", WIDE);
        assertCompiles("x86_64:x86-64-v2", module);
    }

    @Test
    void thePlaceIsToldWhereItIsKnown() {
        assertRefused(AMD, """
            define void @k(ptr %p) "offload-kernel" !dbg !4 {
              %r = cmpxchg ptr %p, i128 0, i128 1 seq_cst seq_cst, !dbg !6
              ret void
            }
            !llvm.dbg.cu = !{!0}
            !llvm.module.flags = !{!2}
            !0 = distinct !DICompileUnit(language: DW_LANG_C, file: !1, emissionKind: FullDebug)
            !1 = !DIFile(filename: "k.c", directory: "")
            !2 = !{i32 2, !"Debug Info Version", i32 3}
            !4 = distinct !DISubprogram(name: "k", file: !1, line: 3, type: !5, unit: !0, spFlags: DISPFlagDefinition)
            !5 = !DISubroutineType(types: !{})
            !6 = !DILocation(line: 4, column: 7, scope: !4)
            """, "k", "it accesses 128 bits atomically (k.c:4:7); the processor can 64");
    }

    @ParameterizedTest
    @ValueSource(strings = {"add", "sub", "and", "or", "xor", "max", "min", "umax", "umin"})
    void anAmdGpuComputesNothingWithBytes(String operation) {
        String module = kernel("", "%r = atomicrmw " + operation + " ptr %p, i8 1 seq_cst\nret void");
        assertRefused(
                AMD,
                module,
                "k",
                "it computes with 8 bits atomically, which LLVM has no code for; use 16 or 32, or compare and"
                        + " exchange");
        assertCompiles(NVIDIA, module);
        assertCompiles(HOST, module);
    }

    @ParameterizedTest
    @ValueSource(strings = {"xchg", "nand", "uinc_wrap", "udec_wrap"})
    void anAmdGpuExchangesBytes(String operation) {
        assertCompiles(AMD, kernel("", "%r = atomicrmw " + operation + " ptr %p, i8 1 seq_cst\nret void"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"%r = load atomic i32, ptr %p acquire, align 4", "store atomic i32 1, ptr %p seq_cst, align 4"})
    void anOldGpuOrdersByFencesOnly(String access) {
        String module = kernel("", access + "\nret void");
        assertRefused(
                "nvptx64:sm_60",
                module,
                "k",
                "it orders memory by an atomic load or store, which processors before sm_70 cannot; make it monotonic,"
                        + " and put a fence beside it");
        assertCompiles("nvptx64:sm_70", module);
        assertCompiles("nvptx64:sm_60", kernel("", "%r = load atomic i32, ptr %p monotonic, align 4\nret void"));
    }

    @Test
    void anAccessThatMayNotBeAligned() {
        assertRefusedEverywhere(
                kernel("", "store atomic i64 1, ptr %p monotonic, align 4\nret void"),
                "k",
                "it accesses 64 bits atomically at an address that is a multiple of 4 bytes only; align it to 8");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "agent",
                "workgroup",
                "wavefront",
                "singlethread",
                "block",
                "cluster",
                "device",
                "one-as",
                "agent-one-as",
                "workgroup-one-as",
                "wavefront-one-as",
                "singlethread-one-as",
                "system-one-as",
            })
    void everyDevicesScopesAreKnownToAll(String scope) {
        String name = "syncscope(\"" + scope + "\")";
        assertCompilesEverywhere(kernel(
                "",
                "fence " + name + " seq_cst\n%o = atomicrmw add ptr %p, i32 1 " + name + " monotonic\n"
                        + "%c = cmpxchg ptr %p, i32 0, i32 1 " + name + " monotonic monotonic\n"
                        + "%l = load atomic i32, ptr %p " + name + " acquire, align 4\n"
                        + "store atomic i32 1, ptr %p " + name + " release, align 4\nret void"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"galaxy", "-one-as", "one-as-one-as", "agentone-as"})
    void aScopeThatNobodyHas(String scope) {
        assertRefusedEverywhere(
                kernel("", "fence syncscope(\"" + scope + "\") seq_cst\nret void"),
                "k",
                "it orders memory for the scope '" + scope
                        + "'; devices have singlethread, wavefront, workgroup (or block),"
                        + " cluster, and agent (or device)");
    }

    @ParameterizedTest
    @CsvSource({
        "singlethread, nvptx64:sm_90, block",
        "wavefront, nvptx64:sm_90, block",
        "workgroup, nvptx64:sm_90, block",
        "cluster, nvptx64:sm_90, cluster",
        "cluster, nvptx64:sm_80, device",
        "agent-one-as, nvptx64:sm_90, device",
        "block, amdgcn:gfx90a, workgroup",
        "cluster, amdgcn:gfx90a, agent",
        "device, amdgcn:gfx90a, agent",
        "agent-one-as, amdgcn:gfx90a, agent-one-as",
        "one-as, amdgcn:gfx90a, one-as",
        "device-one-as, amdgcn:gfx90a, agent",
        "system-one-as, amdgcn:gfx90a, ''",
        "singlethread, x86_64, singlethread",
        "wavefront, x86_64, workgroup",
        "agent-one-as, x86_64, agent",
        "system, x86_64, ''",
    })
    void aScopeBecomesTheTargetsNarrowestThatIsWideEnough(String scope, String target, String expected) {
        assertThat(SyncScope.translate(scope, DeviceTarget.parse(target))).isEqualTo(expected);
    }
}
