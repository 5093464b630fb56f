package io.github.offload4j.tools.doctor;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.offload4j.runtime.locate.RuntimeLocator;
import io.github.offload4j.runtime.locate.RuntimeSearch;
import io.github.offload4j.runtime.probe.Gpu;
import io.github.offload4j.runtime.probe.GpuSource;
import io.github.offload4j.runtime.probe.ProbeResult;
import io.github.offload4j.runtime.probe.RuntimeProbe;
import io.github.offload4j.tools.ExitCode;
import io.github.offload4j.tools.cli.OutputFile;
import io.github.offload4j.tools.cli.StandardStreams;
import io.github.offload4j.tools.run.ChildProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code irgen doctor}. */
@Command(
        name = "doctor",
        header = "Says what emitted programs can run on here.",
        description =
                "Which libomptarget is found, its version and devices, which options fit them, what is missing and"
                        + " how to install it.",
        exitCodeList = {
            "0:emitted programs can run",
            "1:something is missing",
            "2:the command line is wrong",
            "70:irgen itself is at fault; please report it"
        })
public final class DoctorCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final StandardStreams streams;

    @Option(
            names = "--runtime",
            paramLabel = "PATH",
            description = "A libomptarget or its directory, instead of a search.")
    private @Nullable Path runtime;

    @Option(names = "--verbose", description = "Tell every place that was looked at.")
    private boolean verbose;

    /** Creates the command. */
    public DoctorCommand(StandardStreams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        RuntimeLocator locator = RuntimeLocator.ofThisProcess();
        RuntimeSearch search = runtime == null ? locator.search() : locator.search(runtime);
        Optional<ProbeResult> probe =
                search.chosen().map(library -> new RuntimeProbe(ChildProcess.java(), PATIENCE).ask(library.path()));
        List<Gpu> gpus = GpuSource.ofSystem().stream()
                .flatMap(source -> source.gpus().stream())
                .toList();
        Findings findings = new Findings(search, probe, gpus);
        new OutputFile("-", streams)
                .write(Report.of(findings, Distribution.ofThisMachine(), verbose)
                        .getBytes(UTF_8));
        return findings.canRun() ? ExitCode.DONE : ExitCode.BAD_INPUT;
    }
}
