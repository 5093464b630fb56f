package io.github.offload4j.irtests.golden;

import io.github.offload4j.codegen.device.DeviceCode;
import io.github.offload4j.codegen.device.DeviceCompiler;
import io.github.offload4j.codegen.image.DeviceTarget;
import io.github.offload4j.codegen.ir.OptimizationLevel;
import io.github.offload4j.irtests.fixture.KernelSource;

/**
 * A kernel module as it is compiled for one target.
 *
 * @param source the kernels
 * @param question what the code answers
 * @param target the target
 * @param level how far the code is optimised
 */
record DeviceCase(KernelSource source, String question, DeviceTarget target, OptimizationLevel level)
        implements GoldenText {
    @Override
    public String id() {
        return source.name() + "/" + target.architecture().optionName();
    }

    @Override
    public String text() {
        try (DeviceCode code = DeviceCompiler.create().withLevel(level).lower(source.bytes(), source.name(), target)) {
            return code.ir();
        }
    }

    @Override
    public String toString() {
        return id();
    }
}
