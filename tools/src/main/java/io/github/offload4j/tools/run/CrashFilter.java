package io.github.offload4j.tools.run;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Passes on what a process writes, but for what a dying Java virtual machine says about itself: it begins so that it can
 * be told, and nothing follows it.
 */
final class CrashFilter extends OutputStream {
    private static final byte[] BANNER = "#\n# A fatal error has been detected by the Java".getBytes(US_ASCII);

    private final OutputStream out;
    private final ByteArrayOutputStream held = new ByteArrayOutputStream();

    CrashFilter(OutputStream out) {
        this.out = out;
    }

    @Override
    public void write(int b) throws IOException {
        if (held.size() < BANNER.length && b != BANNER[held.size()]) {
            release();
            if (b != BANNER[0]) {
                out.write(b);
                return;
            }
        }
        held.write(b);
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }

    /**
     * Passes on what was held back.
     *
     * @throws IOException when that fails
     */
    void release() throws IOException {
        held.writeTo(out);
        out.flush();
        held.reset();
    }
}
