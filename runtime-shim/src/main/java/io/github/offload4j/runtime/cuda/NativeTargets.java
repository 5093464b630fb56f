package io.github.offload4j.runtime.cuda;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import io.github.offload4j.codegen.image.DeviceTarget;
import io.github.offload4j.runtime.probe.GpuSource;
import java.util.List;

/** What {@code nvptx64:native} stands for: the NVIDIA GPUs of this machine. */
public final class NativeTargets {
    private NativeTargets() {}

    /**
     * Returns the targets that fit the GPUs which this process sees, each once, in the order of the GPUs. Where the CUDA
     * binding cannot be used, the driver's own tool is asked.
     *
     * @throws OffloadException when there is no GPU, with the reason
     */
    public static List<DeviceTarget> onThisMachine() {
        List<DeviceTarget> targets;
        String reason;
        try {
            targets =
                    CudaDevice.all().stream().map(CudaDevice::target).distinct().toList();
            reason = "the CUDA driver sees none (CUDA_VISIBLE_DEVICES may hide them)";
        } catch (OffloadException unusable) {
            targets = ofTools();
            reason = String.valueOf(unusable.getMessage());
        }
        if (targets.isEmpty()) {
            throw new OffloadException(
                    Reason.TOOL,
                    "nvptx64:native needs an NVIDIA GPU on this machine: " + reason
                            + "; or name the processor of the GPU that the kernels will run on, such as nvptx64:sm_90");
        }
        return targets;
    }

    private static List<DeviceTarget> ofTools() {
        return GpuSource.ofSystem().stream()
                .flatMap(source -> source.gpus().stream())
                .flatMap(gpu -> gpu.target().stream())
                .map(DeviceTarget::parse)
                .distinct()
                .toList();
    }
}
