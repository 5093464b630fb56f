package io.github.offload4j.irtests.fuzz;

import io.github.offload4j.codegen.OffloadOptions;
import io.github.offload4j.codegen.abi.RuntimeAbi;
import io.github.offload4j.codegen.option.DevicePointers;
import io.github.offload4j.codegen.option.LaunchFailure;
import io.github.offload4j.codegen.option.Preset;
import io.github.offload4j.codegen.option.Registration;
import io.github.offload4j.codegen.option.Synchronization;
import io.github.offload4j.codegen.option.Transfers;
import java.util.Random;

/** Any of the options that a module can be emitted with. */
final class RandomOptions {
    private RandomOptions() {}

    static OffloadOptions from(Random random) {
        RuntimeAbi runtime = pick(RuntimeAbi.values(), random);
        OffloadOptions.Builder options = OffloadOptions.builder().runtime(runtime);
        // rustc's launches are none that 23 takes
        if (runtime != RuntimeAbi.LLVM_23 && random.nextInt(5) == 0) {
            return options.preset(Preset.RUSTC).build();
        }
        return options.transfers(pick(Transfers.values(), random))
                .devicePointers(pick(DevicePointers.values(), random))
                .launchFailure(pick(LaunchFailure.values(), random))
                .registration(pick(Registration.values(), random))
                .synchronization(pick(Synchronization.values(), random))
                .checkAliases(random.nextBoolean())
                .build();
    }

    private static <T> T pick(T[] values, Random random) {
        return values[random.nextInt(values.length)];
    }
}
