package io.github.offload4j.codegen.device.processor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What Linux says of a machine in the auxiliary vector, which the C library hands out. */
final class Aarch64Words implements MachineWords {
    /** Numbers of the two words in the vector. */
    private static final int CAPABILITIES = 16;

    private static final int MORE_CAPABILITIES = 26;

    /** Linux's names of the bits, those of the second word after the 32 of the first. */
    private static final List<String> BITS = List.of(("fp asimd evtstrm aes pmull sha1 sha2 crc32 atomics fphp asimdhp"
                    + " cpuid asimdrdm jscvt fcma lrcpc dcpop sha3 sm3 sm4 asimddp sha512 sve asimdfhm dit uscat ilrcpc"
                    + " flagm ssbs sb paca pacg dcpodp sve2 sveaes svepmull svebitperm svesha3 svesm4 flagm2 frint"
                    + " svei8mm svef32mm svef64mm svebf16 i8mm bf16 dgh rng")
            .split(" ", -1));

    private static final String N1 =
            "fp asimd aes pmull sha1 sha2 crc32 atomics fphp asimdhp asimdrdm lrcpc dcpop asimddp";
    private static final String N1_AND_V8_4 = N1 + " jscvt fcma asimdfhm ilrcpc flagm";
    private static final String V1 = N1_AND_V8_4 + " sve svei8mm svebf16 i8mm bf16 rng";
    private static final String N2 =
            N1_AND_V8_4 + " sve svei8mm svebf16 i8mm bf16 sb dcpodp sve2 svebitperm flagm2 frint";
    private static final String V2 = N2 + " rng";
    private static final String GRACE = V2 + " sveaes svepmull svesha3";

    /** Accesses of 16 bytes at once: not every version of Linux tells of them, and few kernels for devices have any. */
    private static final String NOT_ASKED_FOR = "-lse2";

    private static final Map<String, String> PROCESSORS = processors();

    private static Map<String, String> processors() {
        Map<String, String> processors = new LinkedHashMap<>();
        processors.put("generic", "");
        processors.put("neoverse-n1", N1);
        processors.put("neoverse-v1", V1);
        processors.put("neoverse-n2", N2);
        processors.put("neoverse-v2", V2);
        processors.put("grace", GRACE);
        return processors;
    }

    /** Leaves out what a machine says of itself: it is taken for what its name says. */
    @Override
    public Optional<Requirement> of(Processor processor) {
        return Optional.ofNullable(PROCESSORS.get(processor.name()))
                .map(bits -> new Requirement(
                        new Processor(processor.name(), bits.isEmpty() ? "" : NOT_ASKED_FOR), masks(bits)));
    }

    private static List<Long> masks(String bits) {
        long[] masks = new long[2];
        for (String bit : bits.split(" ", -1)) {
            int index = BITS.indexOf(bit);
            if (index >= 0) {
                masks[index / Integer.SIZE] |= 1L << (index % Integer.SIZE);
            }
        }
        return List.of(masks[0], masks[1]);
    }

    @Override
    public List<String> levels() {
        return known();
    }

    @Override
    public List<String> known() {
        return List.copyOf(PROCESSORS.keySet());
    }

    @Override
    public String declarations() {
        return "declare i64 @getauxval(i64)\n";
    }

    @Override
    public String reading() {
        return "  %w0 = call i64 @getauxval(i64 " + CAPABILITIES + ")\n  %w1 = call i64 @getauxval(i64 "
                + MORE_CAPABILITIES + ")\n  br label %words\nwords:\n";
    }
}
