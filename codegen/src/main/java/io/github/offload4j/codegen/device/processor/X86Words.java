package io.github.offload4j.codegen.device.processor;

import io.github.offload4j.codegen.image.DeviceTarget;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What {@code cpuid} says, and which registers the operating system saves. */
final class X86Words implements MachineWords {
    private static final int WORDS = 9;

    /** The word with the registers that are saved. */
    private static final int SAVED = 8;

    private static final long SAVED_FOR_AVX = 0x6;
    private static final long SAVED_FOR_AVX512 = 0xE6;

    /** What every x86-64 machine has, what only operating systems use, and what comes with a bit that is asked for. */
    private static final Set<String> NOT_ASKED_FOR =
            Set.of("64bit", "cmov", "crc32", "cx8", "fxsr", "mmx", "sse", "sse2", "x87");

    /** The names of each word's bits, which LLVM gives them. */
    private static final Map<String, Bit> BITS = new LinkedHashMap<>();

    static {
        word(
                0,
                "sse3 0 pclmul 1 ssse3 9 fma 12 cx16 13 sse4.1 19 sse4.2 20 movbe 22 popcnt 23 aes 25 xsave 27 avx 28"
                        + " f16c 29 rdrnd 30");
        word(
                1,
                "fsgsbase 0 bmi 3 avx2 5 bmi2 8 invpcid 10 rtm 11 avx512f 16 avx512dq 17 rdseed 18 adx 19"
                        + " avx512ifma 21 clflushopt 23 clwb 24 avx512cd 28 sha 29 avx512bw 30 avx512vl 31");
        word(
                2,
                "avx512vbmi 1 waitpkg 5 avx512vbmi2 6 gfni 8 vaes 9 vpclmulqdq 10 avx512vnni 11 avx512bitalg 12"
                        + " avx512vpopcntdq 14 rdpid 22 cldemote 25 movdiri 27 movdir64b 28");
        word(3, "avx512vp2intersect 8 serialize 14 tsxldtrk 16 avx512fp16 23");
        word(4, "sha512 0 sm3 1 sm4 2 avxvnni 4 avx512bf16 5 cmpccxadd 7 avxifma 23");
        word(5, "avxvnniint8 4 avxneconvert 5 avxvnniint16 10");
        word(6, "sahf 0 lzcnt 5 sse4a 6 prfchw 8 xop 11 fma4 16 tbm 21");
        word(7, "xsaveopt 0 xsavec 1 xsaves 3");
    }

    private static final String V2 = "sse3 ssse3 cx16 sse4.1 sse4.2 popcnt sahf";
    private static final String V3 = V2 + " fma movbe avx f16c bmi avx2 bmi2 lzcnt xsave";
    private static final String V4 = V3 + " avx512f avx512dq avx512cd avx512bw avx512vl";

    /** What the levels are that System V's ABI defines. */
    private static final Map<String, String> LEVELS =
            Map.of("x86-64", "", "x86-64-v2", V2, "x86-64-v3", V3, "x86-64-v4", V4);

    /** The levels that named processors have, and most of them more. */
    private static final Map<String, String> LEVEL_OF = new HashMap<>();

    static {
        levelOf(
                "x86-64-v2",
                "bdver1 bdver2 bdver3 btver2 core-avx-i corei7 corei7-avx goldmont goldmont-plus ivybridge nehalem"
                        + " sandybridge silvermont slm tremont westmere");
        levelOf(
                "x86-64-v3",
                "alderlake arrowlake arrowlake-s bdver4 broadwell clearwaterforest core-avx2 gracemont grandridge haswell"
                        + " knl knm lunarlake meteorlake pantherlake raptorlake sierraforest skylake znver1 znver2 znver3");
        levelOf(
                "x86-64-v4",
                "cannonlake cascadelake cooperlake diamondrapids emeraldrapids graniterapids graniterapids-d"
                        + " icelake-client icelake-server rocketlake sapphirerapids skx skylake-avx512 tigerlake znver4"
                        + " znver5");
    }

    private static void levelOf(String level, String names) {
        for (String name : names.split(" ", -1)) {
            LEVEL_OF.put(name, level);
        }
    }

    private record Bit(int word, int number) {}

    private static void word(int index, String names) {
        String[] words = names.split(" ", -1);
        for (int i = 0; i < words.length; i += 2) {
            BITS.put(words[i], new Bit(index, Integer.parseInt(words[i + 1])));
        }
    }

    @Override
    public Optional<Requirement> of(Processor processor) {
        if (!processor.features().isEmpty()) {
            return Optional.of(described(processor));
        }
        return Optional.ofNullable(LEVELS.get(processor.name()))
                .map(features -> new Requirement(
                        processor, masks(Stream.of(features.split(" ", -1)).filter(name -> !name.isEmpty()))));
    }

    @Override
    public Optional<Requirement> atLeast(Processor processor) {
        return of(processor)
                .or(() -> Optional.ofNullable(LEVEL_OF.get(processor.name()))
                        .flatMap(level -> of(Processor.named(level))));
    }

    @Override
    public List<String> levels() {
        return List.of("x86-64", "x86-64-v2", "x86-64-v3", "x86-64-v4");
    }

    /** Leaves out of a machine's description what another machine could not be asked for. */
    private static Requirement described(Processor processor) {
        List<String> asked = new ArrayList<>();
        String features = Arrays.stream(processor.features().split(",", -1))
                .map(feature -> {
                    String name = feature.substring(1);
                    if (BITS.containsKey(name) && feature.startsWith("+")) {
                        asked.add(name);
                    }
                    return BITS.containsKey(name) || NOT_ASKED_FOR.contains(name) ? feature : "-" + name;
                })
                .collect(Collectors.joining(","));
        return new Requirement(new Processor(processor.name(), features), masks(asked.stream()));
    }

    private static List<Long> masks(Stream<String> features) {
        Long[] masks = new Long[WORDS];
        Arrays.fill(masks, 0L);
        features.forEach(feature -> {
            Bit bit = Objects.requireNonNull(BITS.get(feature), feature);
            masks[bit.word()] |= 1L << bit.number();
            if (feature.equals("avx")) {
                masks[SAVED] |= SAVED_FOR_AVX;
            }
            if (feature.equals("avx512f")) {
                masks[SAVED] |= SAVED_FOR_AVX512;
            }
        });
        return List.of(masks);
    }

    @Override
    public List<String> known() {
        return List.of("x86-64", "x86-64-v2", "x86-64-v3", "x86-64-v4", DeviceTarget.NATIVE);
    }

    @Override
    public String declarations() {
        return """
                define internal { i32, i32, i32, i32 } @.offload.cpuid(i32 %most, i32 %leaf, i32 %part) {
                  %there = icmp ule i32 %leaf, %most
                  br i1 %there, label %ask, label %none
                ask:
                  %answer = call { i32, i32, i32, i32 } asm sideeffect "cpuid", "={ax},={bx},={cx},={dx},{ax},{cx},~{dirflag},~{fpsr},~{flags}"(i32 %leaf, i32 %part)
                  ret { i32, i32, i32, i32 } %answer
                none:
                  ret { i32, i32, i32, i32 } zeroinitializer
                }
                """;
    }

    @Override
    public String reading() {
        StringBuilder text = new StringBuilder();
        ask(text, "basic", "-1", "0", "0");
        take(text, "most", "basic", 0);
        ask(text, "leaf1", "%most", "1", "0");
        ask(text, "leaf7", "%most", "7", "0");
        take(text, "parts", "leaf7", 0);
        text.append("  %more = icmp uge i32 %parts, 1\n  %most7 = select i1 %more, i32 %most, i32 0\n");
        ask(text, "part7", "%most7", "7", "1");
        ask(text, "leafd", "%most", "13", "1");
        ask(text, "extended", "-1", "-2147483648", "0");
        take(text, "mostx", "extended", 0);
        ask(text, "leafx", "%mostx", "-2147483647", "0");
        word(text, 0, "leaf1", 2);
        word(text, 1, "leaf7", 1);
        word(text, 2, "leaf7", 2);
        word(text, 3, "leaf7", 3);
        word(text, 4, "part7", 0);
        word(text, 5, "part7", 3);
        word(text, 6, "leafx", 2);
        word(text, 7, "leafd", 0);
        return text + """
                  %saving = and i32 %r0, 134217728
                  %saves = icmp ne i32 %saving, 0
                  br i1 %saves, label %saved, label %words
                saved:
                  %xcr0 = call { i32, i32 } asm sideeffect "xgetbv", "={ax},={dx},{cx},~{dirflag},~{fpsr},~{flags}"(i32 0)
                  %low = extractvalue { i32, i32 } %xcr0, 0
                  %low64 = zext i32 %low to i64
                  br label %words
                words:
                  %w8 = phi i64 [ 0, %look ], [ %low64, %saved ]
                """;
    }

    private static void ask(StringBuilder text, String name, String most, String leaf, String part) {
        text.append("  %")
                .append(name)
                .append(" = call { i32, i32, i32, i32 } @.offload.cpuid(i32 ")
                .append(most);
        text.append(", i32 ").append(leaf).append(", i32 ").append(part).append(")\n");
    }

    private static void take(StringBuilder text, String name, String from, int register) {
        text.append("  %")
                .append(name)
                .append(" = extractvalue { i32, i32, i32, i32 } %")
                .append(from);
        text.append(", ").append(register).append('\n');
    }

    private static void word(StringBuilder text, int index, String from, int register) {
        take(text, "r" + index, from, register);
        text.append("  %w").append(index).append(" = zext i32 %r").append(index).append(" to i64\n");
    }
}
