package io.github.offload4j.tools.timeline;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.offload4j.runtime.timeline.Timeline;
import io.github.offload4j.runtime.trace.TraceData;
import io.github.offload4j.runtime.trace.TraceSummary;
import io.github.offload4j.tools.ExitCode;
import io.github.offload4j.tools.cli.InputFile;
import io.github.offload4j.tools.cli.OutputFile;
import io.github.offload4j.tools.cli.StandardStreams;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code irgen timeline}. */
@Command(
        name = "timeline",
        header = "Draws a trace as an SVG.",
        description = "The trace is what 'irgen run --trace' wrote, or the file that libomptarget writes when"
                + " LIBOMPTARGET_PROFILE names one (set LIBOMPTARGET_PROFILE_GRANULARITY=0 too).")
public final class TimelineCommand implements Callable<Integer> {
    private final StandardStreams streams;

    @Parameters(paramLabel = "TRACE.json", description = "The trace; '-' is standard input.")
    @SuppressWarnings("NullAway.Init") // set by picocli before the command runs
    private String trace;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Output file; '-' is standard output (default: -).")
    private String output = InputFile.DASH;

    @Option(names = "--summary", description = "Write the sums in words instead of the picture.")
    private boolean summary;

    /** Creates the command. */
    public TimelineCommand(StandardStreams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        TraceData data = TraceFile.read(new InputFile(trace, streams));
        String content = summary ? summary(data) : Timeline.svg(trace.equals(InputFile.DASH) ? "trace" : trace, data);
        new OutputFile(output, streams).write(content.getBytes(UTF_8));
        return ExitCode.DONE;
    }

    private static String summary(TraceData data) {
        StringBuilder text = new StringBuilder(TraceSummary.of(data.events()).text());
        data.notes().forEach(note -> text.append("note: ").append(note).append('\n'));
        return text.toString();
    }
}
