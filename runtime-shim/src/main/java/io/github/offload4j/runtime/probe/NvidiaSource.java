package io.github.offload4j.runtime.probe;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** NVIDIA's GPUs: by {@code nvidia-smi}, or by what its kernel module shows where that tool is missing. */
final class NvidiaSource implements GpuSource {
    private static final Path KERNEL_MODULE = Path.of("/proc/driver/nvidia/gpus");
    private static final List<String> TOOL =
            List.of("nvidia-smi", "--query-gpu=name,memory.total,compute_cap", "--format=csv,noheader,nounits");
    private static final int PATIENCE_SECONDS = 10;
    private static final long MEBIBYTE = 1 << 20;

    @Override
    public String name() {
        return "the NVIDIA driver";
    }

    @Override
    public List<Gpu> gpus() {
        List<Gpu> byTool = ofTool(askTool());
        return byTool.isEmpty() ? ofKernelModule(KERNEL_MODULE) : byTool;
    }

    private static String askTool() {
        try {
            Process tool = new ProcessBuilder(TOOL)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try {
                // a few lines, which the pipe holds
                boolean ended = tool.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
                return ended && tool.exitValue() == 0
                        ? new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                        : "";
            } finally {
                tool.destroyForcibly();
            }
        } catch (IOException notInstalled) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    /** Reads lines such as {@code NVIDIA H200, 143771, 9.0}. */
    static List<Gpu> ofTool(String printed) {
        return printed.lines()
                .map(line -> line.split("\\s*,\\s*"))
                .filter(parts -> parts.length == 3)
                .map(parts -> new Gpu(
                        parts[0].strip(),
                        Optional.of(parts[1])
                                .filter(memory -> memory.matches("\\d{1,12}"))
                                .map(memory -> Long.parseLong(memory) * MEBIBYTE),
                        Optional.of(parts[2].strip())
                                .filter(capability -> capability.matches("\\d+\\.\\d+"))
                                .map(capability -> "nvptx64:sm_" + capability.replace(".", ""))))
                .toList();
    }

    /** Reads the files {@code information}, with lines such as {@code Model: NVIDIA H200}. */
    static List<Gpu> ofKernelModule(Path directory) {
        List<Gpu> gpus = new ArrayList<>();
        if (!Files.isDirectory(directory)) {
            return gpus;
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
            for (Path entry : entries) {
                Files.readString(entry.resolve("information"), StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> line.startsWith("Model:"))
                        .map(line -> line.substring("Model:".length()).strip())
                        .forEach(model -> gpus.add(new Gpu(model, Optional.empty(), Optional.empty())));
            }
        } catch (IOException unreadable) {
            return gpus;
        }
        return gpus;
    }
}
