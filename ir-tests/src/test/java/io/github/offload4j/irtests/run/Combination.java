package io.github.offload4j.irtests.run;

import io.github.offload4j.codegen.OffloadOptions;
import io.github.offload4j.codegen.abi.RuntimeAbi;
import io.github.offload4j.codegen.ir.OptimizationLevel;
import io.github.offload4j.codegen.option.DevicePointers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One way to emit and build a program.
 *
 * @param runtime LLVM's major version of the runtime that it is linked with
 * @param abi the runtime that it is emitted for
 * @param pointers how host mode learns device addresses
 * @param level how far the emitted code is optimised
 */
record Combination(int runtime, RuntimeAbi abi, DevicePointers pointers, OptimizationLevel level) {
    /** What is emitted for 20 and 21 runs on 22 too: all three read the same entries. */
    static List<Combination> all() {
        List<Combination> all = new ArrayList<>();
        for (RuntimeAbi abi : RuntimeAbi.values()) {
            if (abi != RuntimeAbi.LLVM_19) {
                addBothPointers(all, 22, abi);
            }
        }
        addBothPointers(all, 19, RuntimeAbi.LLVM_19);
        addBothPointers(all, 19, RuntimeAbi.PORTABLE);
        all.add(new Combination(22, RuntimeAbi.LLVM_22, DevicePointers.RETURN_PARAM, OptimizationLevel.O0));
        return all;
    }

    private static void addBothPointers(List<Combination> all, int runtime, RuntimeAbi abi) {
        for (DevicePointers pointers : DevicePointers.values()) {
            all.add(new Combination(runtime, abi, pointers, OptimizationLevel.O2));
        }
    }

    OffloadOptions options() {
        return OffloadOptions.builder().runtime(abi).devicePointers(pointers).build();
    }

    Path build(Path directory, List<SiteFamily> families) {
        RuntimeInstallation installation = RuntimeInstallation.require(runtime);
        Program program = new Program(directory, toString().replace(' ', '-'));
        for (SiteFamily family : families) {
            try (EmittedModule module = new EmittedModule(family.text(), options())) {
                family.emit(module);
                program.module(module.object(level)).driver(family.driver());
            }
        }
        return program.link(installation);
    }

    @Override
    public String toString() {
        return "runtime " + runtime + " abi " + abi.optionName() + " " + pointers + " " + level;
    }
}
