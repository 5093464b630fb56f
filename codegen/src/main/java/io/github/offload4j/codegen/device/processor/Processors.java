package io.github.offload4j.codegen.device.processor;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import io.github.offload4j.codegen.image.Architecture;
import io.github.offload4j.codegen.image.DeviceTarget;
import io.github.offload4j.codegen.ir.TargetMachine;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The processors that the bundled LLVM makes code for. LLVM itself only warns about a name that it does not know, and
 * then takes another processor or ends the process.
 */
public final class Processors {
    private static final Set<String> NVIDIA = words("""
            sm_20 sm_21 sm_30 sm_32 sm_35 sm_37 sm_50 sm_52 sm_53 sm_60 sm_61 sm_62 sm_70 sm_72 sm_75 sm_80 sm_86
            sm_87 sm_89 sm_90 sm_90a sm_100 sm_100a sm_101 sm_101a sm_120 sm_120a""");

    /** Those before {@code gfx700} cannot address memory without knowing which kind it is. */
    private static final Set<String> AMD = words("""
            gfx700 gfx701 gfx702 gfx703 gfx704 gfx705 gfx801 gfx802 gfx803 gfx805 gfx810 gfx900 gfx902 gfx904 gfx906
            gfx908 gfx909 gfx90a gfx90c gfx940 gfx941 gfx942 gfx950 gfx1010 gfx1011 gfx1012 gfx1013 gfx1030 gfx1031
            gfx1032 gfx1033 gfx1034 gfx1035 gfx1036 gfx1100 gfx1101 gfx1102 gfx1103 gfx1150 gfx1151 gfx1152 gfx1153
            gfx1200 gfx1201""");

    private static final Set<String> ARM = words("""
            a64fx ampere1 ampere1a ampere1b apple-a10 apple-a11 apple-a12 apple-a13 apple-a14 apple-a15 apple-a16
            apple-a17 apple-a7 apple-a8 apple-a9 apple-m1 apple-m2 apple-m3 apple-m4 apple-s4 apple-s5 carmel
            cobalt-100 cortex-a34 cortex-a35 cortex-a510 cortex-a520 cortex-a520ae cortex-a53 cortex-a55 cortex-a57
            cortex-a65 cortex-a65ae cortex-a710 cortex-a715 cortex-a72 cortex-a720 cortex-a720ae cortex-a725
            cortex-a73 cortex-a75 cortex-a76 cortex-a76ae cortex-a77 cortex-a78 cortex-a78ae cortex-a78c cortex-r82
            cortex-r82ae cortex-x1 cortex-x1c cortex-x2 cortex-x3 cortex-x4 cortex-x925 cyclone exynos-m3 exynos-m4
            exynos-m5 falkor fujitsu-monaka generic grace kryo neoverse-512tvb neoverse-e1 neoverse-n1 neoverse-n2
            neoverse-n3 neoverse-v1 neoverse-v2 neoverse-v3 neoverse-v3ae oryon-1 saphira thunderx thunderx2t99
            thunderx3t110 thunderxt81 thunderxt83 thunderxt88 tsv110""");

    private static final Set<String> HOST = words("""
            alderlake amdfam10 arrowlake arrowlake-s athlon64 athlon64-sse3 atom barcelona bdver1 bdver2 bdver3
            bdver4 bonnell broadwell btver1 btver2 cannonlake cascadelake clearwaterforest cooperlake core-avx-i
            core-avx2 core2 corei7 corei7-avx diamondrapids emeraldrapids goldmont goldmont-plus gracemont
            grandridge graniterapids graniterapids-d haswell icelake-client icelake-server ivybridge k8 k8-sse3 knl
            knm lunarlake meteorlake nehalem nocona opteron opteron-sse3 pantherlake penryn raptorlake rocketlake
            sandybridge sapphirerapids sierraforest silvermont skx skylake skylake-avx512 slm tigerlake tremont
            westmere x86-64 x86-64-v2 x86-64-v3 x86-64-v4 znver1 znver2 znver3 znver4 znver5""");

    private Processors() {}

    private static Set<String> words(String text) {
        return Set.of(text.split("\\s+"));
    }

    /**
     * Returns a target's processor.
     *
     * @throws OffloadException when LLVM makes no code for it, or it is that of this machine, which is of another family
     */
    public static Processor of(DeviceTarget target) {
        Architecture architecture = target.architecture();
        Set<String> known = names(architecture);
        if (isNative(target)) {
            String name = TargetMachine.hostProcessor();
            // LLVM may not have heard of the machine's name yet; what it has and lacks is known all the same
            return new Processor(
                    known.contains(name) ? name : architecture.plainProcessor().orElseThrow(),
                    TargetMachine.hostFeatures());
        }
        if (!known.contains(target.processor())) {
            throw new OffloadException(
                    Reason.ARGUMENT,
                    "the bundled LLVM makes no code for processor '" + target.processor() + "' of "
                            + architecture.optionName() + "; it does for "
                            + (architecture.isHost() ? DeviceTarget.NATIVE + ", " : "")
                            + known.stream().sorted(Comparator.naturalOrder()).collect(Collectors.joining(", ")));
        }
        return Processor.named(target.processor());
    }

    private static boolean isNative(DeviceTarget target) {
        if (!target.architecture().isHost() || !target.processor().equals(DeviceTarget.NATIVE)) {
            return false;
        }
        String machine = TargetMachine.hostTriple();
        if (!Architecture.of(machine).equals(Optional.of(target.architecture()))) {
            throw new OffloadException(
                    Reason.ARGUMENT,
                    "'" + target + "' is the processor of the machine that compiles, and this one is '" + machine
                            + "'; name the processor");
        }
        return true;
    }

    /** Returns the number in the name of one of NVIDIA's processors, for example 90 of {@code sm_90a}. */
    public static int number(String processor) {
        return Integer.parseInt(processor.replaceAll("\\D", ""));
    }

    private static Set<String> names(Architecture architecture) {
        return switch (architecture) {
            case NVPTX64 -> NVIDIA;
            case AMDGCN -> AMD;
            case AARCH64 -> ARM;
            case X86_64 -> HOST;
        };
    }
}
