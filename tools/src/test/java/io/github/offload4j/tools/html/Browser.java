package io.github.offload4j.tools.html;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A real browser, which lays pages out and runs a script of ours that looks for faults in them. */
public final class Browser {
    private static final String END = "</body>";

    private final Path program;
    private final Path folder;

    private Browser(Path program, Path folder) {
        this.program = program;
        this.folder = folder;
    }

    /**
     * Returns the browser of this machine; skips the test when there is none, or fails it where it is required.
     *
     * @param folder where it may put files
     */
    public static Browser require(Path folder) {
        Optional<Path> program = Arrays.stream(System.getenv("PATH").split(":"))
                .map(directory -> Path.of(directory, "chromium"))
                .filter(Files::isExecutable)
                .findFirst();
        if (System.getProperty("offload4j.runtimes", "auto").equals("required")) {
            assertThat(program).as("chromium is installed").isPresent();
        }
        assumeTrue(program.isPresent(), "no chromium to show pages");
        return new Browser(program.orElseThrow(), folder);
    }

    /** Returns the faults of a page, one a line, as it is laid out in a window and a scheme of colours. */
    public List<String> faults(String page, int width, int height, boolean dark) throws Exception {
        Path file = folder.resolve("page.html");
        String watched = page.replaceFirst("<meta [^>]*http-equiv=\"Content-Security-Policy\"[^>]*>", "");
        assertThat(watched).as("page without its policy").isNotEqualTo(page).contains(END);
        int end = watched.lastIndexOf(END);
        String content = watched.substring(0, end) + "<script>" + script() + "</script>" + watched.substring(end);
        Files.writeString(file, framed(content, width, height));
        String shown = dump(file, dark);
        String window = width + (dark ? " dark" : " light");
        int begin = shown.indexOf("<pre id=\"" + window + "\">");
        assertThat(begin)
                .as("report of a browser that is %s in: %s", window, shown)
                .isPositive();
        String report = shown.substring(shown.indexOf('>', begin) + 1, shown.indexOf("</pre>", begin));
        return report.lines().filter(line -> !line.isBlank()).toList();
    }

    /** A window is never as narrow as a phone, but a frame in it is. */
    private static String framed(String page, int width, int height) {
        return "<!DOCTYPE html><meta name=\"color-scheme\" content=\"light dark\"><body><iframe width=\"" + width
                + "\" height=\"" + height + "\" style=\"border: 0\" srcdoc=\""
                + page.replace("&", "&amp;").replace("\"", "&quot;") + "\"></iframe></body>";
    }

    /** Opens a page in a window as of a desktop. */
    public OpenPage open(String page) throws Exception {
        Path file = Files.writeString(folder.resolve("open.html"), page);
        Path profile = folder.resolve("open-profile");
        Process process = new ProcessBuilder(
                        program.toString(),
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-background-networking",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        "--window-size=1280,900",
                        "about:blank")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            return OpenPage.of(process, profile, file.toUri());
        } catch (Exception | AssertionError e) {
            process.destroyForcibly();
            throw e;
        }
    }

    private String dump(Path page, boolean dark) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                program.toString(),
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-background-networking",
                "--user-data-dir=" + folder.resolve("profile"),
                "--window-size=1600,1200",
                "--blink-settings=preferredColorScheme=" + (dark ? 0 : 1),
                "--dump-dom",
                page.toUri().toString()));
        Path out = folder.resolve("dom.html");
        Process process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        boolean ended = process.waitFor(120, TimeUnit.SECONDS);
        process.destroyForcibly();
        assertThat(ended).as("chromium ends").isTrue();
        return Files.readString(out);
    }

    private static String script() throws IOException {
        try (InputStream in = Browser.class.getResourceAsStream("faults.js")) {
            return new String(Objects.requireNonNull(in, "faults.js").readAllBytes(), UTF_8);
        }
    }
}
