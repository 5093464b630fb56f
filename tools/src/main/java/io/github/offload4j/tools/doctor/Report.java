package io.github.offload4j.tools.doctor;

import io.github.offload4j.codegen.image.HostSystem;
import io.github.offload4j.runtime.locate.RuntimeLibrary;
import io.github.offload4j.runtime.locate.RuntimeLocator;
import io.github.offload4j.runtime.locate.RuntimeSearch;
import io.github.offload4j.runtime.probe.Gpu;
import io.github.offload4j.runtime.probe.ProbeResult;
import io.github.offload4j.runtime.probe.RuntimeDevice;
import io.github.offload4j.runtime.trace.Quantities;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says what was found, and what to do about what was not. */
final class Report {
    private final Findings findings;
    private final Distribution distribution;
    private final StringBuilder text = new StringBuilder();
    private final List<String> missing = new ArrayList<>();

    private Report(Findings findings, Distribution distribution) {
        this.findings = findings;
        this.distribution = distribution;
    }

    /**
     * Returns the report.
     *
     * @param verbose whether every place that was looked at is told
     */
    static String of(Findings findings, Distribution distribution, boolean verbose) {
        Report report = new Report(findings, distribution);
        report.library();
        report.devices();
        report.gpus();
        report.fit();
        if (verbose || findings.search().chosen().isEmpty()) {
            report.places();
        }
        report.verdict();
        return report.text.toString();
    }

    private void library() {
        RuntimeSearch search = findings.search();
        if (search.chosen().isEmpty()) {
            line("library", "none: " + search.reason());
            missing.add("libomptarget and libomp: " + distribution.installation());
            return;
        }
        RuntimeLibrary library = search.chosen().get();
        line("library", library.toString());
        line("", "chosen because: " + search.reason());
        line("", "version known because: " + library.evidence());
        search.warnings().forEach(warning -> line("warning", warning));
        if (library.libomp().isPresent()) {
            line("libomp", library.libomp().get().toString());
        } else {
            line("libomp", "not found");
            missing.add("libomp: " + distribution.installation());
        }
    }

    private void devices() {
        if (findings.probe().isEmpty()) {
            return;
        }
        if (findings.probe().get() instanceof ProbeResult.Failed failed) {
            line("devices", "unknown: " + failed.reason());
            missing.add("a libomptarget that starts: this one does not; look at the reason above, or name another with "
                    + RuntimeLocator.VARIABLE);
            return;
        }
        List<RuntimeDevice> devices = answered();
        if (devices.isEmpty()) {
            line("devices", "none before a program registers an image");
            return;
        }
        String label = "devices";
        for (RuntimeDevice device : devices) {
            line(label, device.number() + ": " + describe(device));
            label = "";
        }
    }

    private List<RuntimeDevice> answered() {
        return findings.probe().orElse(null) instanceof ProbeResult.Answered answered ? answered.devices() : List.of();
    }

    private static String describe(RuntimeDevice device) {
        if (device.isHost()) {
            return "this machine's processor";
        }
        return describe(device.name().orElse("a device without a name"), device.memoryBytes(), device.target());
    }

    private static String describe(String name, Optional<Long> memory, Optional<String> target) {
        return name
                + memory.map(bytes -> ", " + Quantities.bytes(bytes)).orElse("")
                + target.map(fitting -> ", " + fitting).orElse("");
    }

    private void gpus() {
        String label = "GPUs";
        for (Gpu gpu : findings.gpus()) {
            line(label, describe(gpu.name(), gpu.memoryBytes(), gpu.target()));
            label = "";
        }
        if (findings.gpus().isEmpty()) {
            line(label, "no driver tells of any");
        } else if (findings.search().chosen().isPresent()
                && !answered().isEmpty()
                && answered().stream().allMatch(RuntimeDevice::isHost)) {
            line(
                    "",
                    "libomptarget does not see them: it opens libcuda.so, which may be there as libcuda.so.1 only;"
                            + " LD_LIBRARY_PATH must lead to it");
        }
    }

    private void fit() {
        findings.search().chosen().ifPresent(library -> {
            line("ABI", "--runtime-abi=" + library.abi().optionName() + ", or portable");
            String targets = Stream.concat(
                            answered().stream().flatMap(device -> device.target().stream()),
                            findings.gpus().stream().flatMap(gpu -> gpu.target().stream()))
                    .distinct()
                    .map(target -> "--target=" + target)
                    .collect(Collectors.joining(", "));
            line(
                    "targets",
                    targets.isEmpty()
                            ? "--target="
                                    + HostSystem.ofThisProcess()
                                            .orElse(HostSystem.X86_64)
                                            .optionName()
                            : targets);
            line("link with", link(library));
        });
    }

    /** Distributions give the library a name that -lomptarget does not find. */
    private static String link(RuntimeLibrary library) {
        Path directory = Objects.requireNonNull(library.path().getParent(), "a library lies in a directory");
        String omp = library.libomp().map(path -> " -l:" + path.getFileName()).orElse("");
        return "-L" + directory + " -l:" + library.path().getFileName() + omp + " -Wl,-rpath," + directory;
    }

    private void places() {
        String label = "looked at";
        for (RuntimeSearch.Finding finding : findings.search().lookedAt()) {
            line(label, finding.path() + ": " + finding.verdict());
            label = "";
        }
    }

    private void verdict() {
        String label = "missing";
        for (String what : missing) {
            line(label, what);
            label = "";
        }
        line(
                "verdict",
                findings.canRun()
                        ? "emitted programs can run here"
                        : "emitted programs cannot run here; 'irgen run' can, on devices of its own");
    }

    private void line(String label, String content) {
        text.append(String.format("%-12s%s\n", label, content));
    }
}
