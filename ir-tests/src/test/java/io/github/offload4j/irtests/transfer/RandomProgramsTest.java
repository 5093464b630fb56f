package io.github.offload4j.irtests.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.offload4j.codegen.OffloadOptions;
import io.github.offload4j.codegen.image.DeviceImage;
import io.github.offload4j.codegen.lower.Lowering;
import io.github.offload4j.codegen.option.Transfers;
import io.github.offload4j.irtests.fixture.KernelSource;
import io.github.offload4j.irtests.fixture.TestModule;
import io.github.offload4j.runtime.testing.OffloadTestRun;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Programs made by chance give the same memory whatever stays on the device, and never move more bytes. */
class RandomProgramsTest {
    private static final int PROGRAMS = Integer.getInteger("offload4j.random.programs", 120);
    private static final long SEED = Long.getLong("offload4j.random.seed", 1);

    private static DeviceImage kernels;

    @BeforeAll
    static void compile() {
        kernels = new KernelSource("random").image("x86_64");
    }

    /** What a program leaves behind. */
    private record Outcome(int result, String arrays, long bytes) {}

    private static Outcome run(String text, Transfers transfers) {
        OffloadOptions options = OffloadOptions.builder().transfers(transfers).build();
        try (TestModule module = TestModule.parse(options, text)) {
            Lowering.with(options).embedding(kernels).lower(module.raw());
            try (OffloadTestRun run = OffloadTestRun.of(module.raw())) {
                int[][] arrays = new int[3][];
                for (int i = 0; i < arrays.length; i++) {
                    int first = i * 100;
                    arrays[i] =
                            IntStream.range(first, first + RandomProgram.LENGTH).toArray();
                }
                int result = run.call("run", arrays[0], arrays[1], arrays[2], (long) RandomProgram.LENGTH, (int) SEED)
                        .asInt();
                long bytes = run.trace().bytesIn() + run.trace().bytesOut();
                return new Outcome(result, Arrays.deepToString(arrays), bytes);
            }
        }
    }

    @Test
    void residentProgramsGiveTheSameMemoryAndMoveNoMoreBytes() {
        long split = 0;
        long resident = 0;
        for (long seed = SEED; seed < SEED + PROGRAMS; seed++) {
            String text = RandomProgram.of(seed);
            Outcome expected = run(text, Transfers.SPLIT);
            Outcome found = run(text, Transfers.RESIDENT);
            assertThat(found.result()).as("result of program %d", seed).isEqualTo(expected.result());
            assertThat(found.arrays()).as("arrays of program %d", seed).isEqualTo(expected.arrays());
            assertThat(found.bytes()).as("bytes of program %d", seed).isLessThanOrEqualTo(expected.bytes());
            split += expected.bytes();
            resident += found.bytes();
        }
        assertThat(resident).as("bytes in all, of %d", split).isLessThan(split * 9 / 10);
    }
}
