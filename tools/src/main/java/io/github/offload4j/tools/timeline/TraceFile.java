package io.github.offload4j.tools.timeline;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.offload4j.runtime.trace.OffloadEvent;
import io.github.offload4j.runtime.trace.TraceData;
import io.github.offload4j.runtime.trace.TraceException;
import io.github.offload4j.runtime.trace.TraceReader;
import io.github.offload4j.runtime.trace.TraceWriter;
import io.github.offload4j.tools.cli.InputFile;
import io.github.offload4j.tools.diagnostic.Diagnostic;
import io.github.offload4j.tools.diagnostic.InputException;
import io.github.offload4j.tools.diagnostic.Position;
import io.github.offload4j.tools.diagnostic.SourceText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** Traces as files that the command line names. */
public final class TraceFile {
    private static final int LARGEST = 1 << 30;

    private TraceFile() {}

    /**
     * Reads a trace.
     *
     * @throws InputException when it cannot be read, or is no trace
     */
    public static TraceData read(InputFile file) {
        byte[] content = file.readBytes(LARGEST);
        try (Reader in = new InputStreamReader(new ByteArrayInputStream(content), UTF_8)) {
            return TraceReader.read(in);
        } catch (TraceException e) {
            String problem = e.problem();
            throw e.line() == 0
                    ? new InputException(file.name(), problem)
                    : new InputException(
                            new SourceText(file.name(), new String(content, UTF_8)),
                            List.of(Diagnostic.at(new Position(e.line(), e.column()), problem)));
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory failed", e);
        }
    }

    /** Returns events in Chrome's trace event format. */
    public static byte[] content(List<OffloadEvent> events) {
        StringWriter out = new StringWriter();
        try {
            TraceWriter.write(events, out);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return out.toString().getBytes(UTF_8);
    }
}
