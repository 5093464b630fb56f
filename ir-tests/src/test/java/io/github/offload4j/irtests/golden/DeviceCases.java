package io.github.offload4j.irtests.golden;

import io.github.offload4j.codegen.image.DeviceTarget;
import io.github.offload4j.codegen.ir.OptimizationLevel;
import io.github.offload4j.irtests.fixture.KernelSource;
import java.util.ArrayList;
import java.util.List;

/** The device code that is pinned. Where nothing is said, only what cannot be left out is done to the user's code. */
final class DeviceCases {
    private static final List<DeviceTarget> GPUS =
            List.of(DeviceTarget.parse("nvptx64:sm_90"), DeviceTarget.parse("amdgcn:gfx90a"));
    private static final DeviceTarget HOST = DeviceTarget.parse("x86_64");

    private final List<DeviceCase> cases = new ArrayList<>();

    private DeviceCases() {}

    static List<DeviceCase> all() {
        DeviceCases cases = new DeviceCases();
        cases.add("nothing", "what does a kernel consist of?");
        cases.add("scalars", "is a scalar of any kind taken out of its slot?");
        cases.add("slice", "is a slice a pointer and a length?");
        cases.add("indices", "what answers in three dimensions where a thread is?");
        cases.add("saxpy", "are noalias, alignment and readonly seen by the optimiser?", OptimizationLevel.O2);
        cases.add("helpers", "are helper functions hidden, and unused ones gone?", OptimizationLevel.O1);
        cases.add("constants", "are variables kept, and hidden?");
        cases.add("atomics", "do atomic updates stay what they are?");
        cases.add("fences", "whom does a fence order memory for?");
        cases.add("shared-static", "do the threads of a block share memory, and wait for one another?");
        cases.addForGpus("shared-dynamic", "is shared memory possible whose size the launch decides?");
        cases.addForGpus("shared-function", "where does such memory begin?", OptimizationLevel.O2);
        cases.addForGpus("warp", "what do the lanes of a warp exchange values by?", OptimizationLevel.O2);
        cases.addForGpus(
                "barrier-in-helper", "does every thread come to the same call of a barrier?", OptimizationLevel.O2);
        cases.addForHost("early-return", "are threads that return before others waited for no more?");
        return cases.cases;
    }

    private void add(String kernels, String question) {
        add(kernels, question, OptimizationLevel.O0);
    }

    private void add(String kernels, String question, OptimizationLevel level) {
        addForGpus(kernels, question, level);
        cases.add(new DeviceCase(new KernelSource(kernels), question, HOST, level));
    }

    private void addForHost(String kernels, String question) {
        cases.add(new DeviceCase(new KernelSource(kernels), question, HOST, OptimizationLevel.O0));
    }

    private void addForGpus(String kernels, String question) {
        addForGpus(kernels, question, OptimizationLevel.O0);
    }

    private void addForGpus(String kernels, String question, OptimizationLevel level) {
        GPUS.forEach(gpu -> cases.add(new DeviceCase(new KernelSource(kernels), question, gpu, level)));
    }
}
