package io.github.offload4j.runtime.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.offload4j.runtime.Events;
import io.github.offload4j.runtime.trace.OffloadEvent;
import io.github.offload4j.runtime.trace.OffloadEvent.Kind;
import io.github.offload4j.runtime.trace.TraceData;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class TimelineTest {
    @Test
    void oneLaunch() throws IOException {
        assertPicture("one-launch.svg", Timeline.svg("one launch", data(Events.launch("saxpy", 5, 12_345))));
    }

    @Test
    void saxpy() throws IOException {
        assertPicture("saxpy.svg", Timeline.svg("saxpy.yaml", new TraceData(Events.saxpy(), List.of("a note"))));
    }

    @Test
    void nothingHappened() {
        assertThat(Picture.of(Timeline.svg("nothing", data())).bars()).isEmpty();
    }

    @Test
    void anEventThatTookNoTimeIsSeen() {
        Picture picture = Picture.of(
                Timeline.svg("a", data(Events.launch("first", 0, 0), Events.launch("second", 1_000_000, 10))));
        assertThat(picture.bars())
                .hasSize(2)
                .allSatisfy(bar -> assertThat(bar.width()).isGreaterThanOrEqualTo(0.01));
    }

    @Test
    void namesCannotBreakOutOfTheText() {
        String name = "<script>&\"']]>\u0000\u001b[31m\uD800";
        String svg = Timeline.svg(name, data(Events.launch(name, 0, 10)));
        assertThat(svg).doesNotContain("<script>");
        assertThat(Picture.of(svg).title()).isEqualTo("<script>&\"']]>\uFFFD\uFFFD[31m\uFFFD");
    }

    @Test
    void aLongTitleIsCut() {
        Picture picture = Picture.of(Timeline.svg("x".repeat(1000), data(Events.launch("k", 0, 10))));
        assertThat(picture.texts())
                .filteredOn(text -> text.content().startsWith("xxx"))
                .singleElement()
                .satisfies(text -> assertThat(text.content()).endsWith("…").hasSizeLessThan(150));
    }

    @Test
    void registrationsAreLeftOutBesideOtherEvents() {
        OffloadEvent registration = Events.event(Kind.REGISTER, OffloadEvent.NO_DEVICE, 0, "", 0, 5_000_000);
        Picture both = Picture.of(Timeline.svg("a", data(registration, Events.launch("k", 6_000_000, 10))));
        assertThat(both.bars()).hasSize(1);
        assertThat(both.texts())
                .extracting(Picture.Text::content)
                .contains("registration of the images is not drawn; it took 5 ms");
        assertThat(Picture.of(Timeline.svg("a", data(registration))).bars()).hasSize(1);
    }

    @Test
    void devicesAndThreadsHaveLanesOfTheirOwn() {
        Picture picture = Picture.of(Timeline.svg("a", new TraceData(Events.many(100), List.of())));
        assertThat(picture.lanes())
                .containsExactly(
                        "host worker-1",
                        "host worker-2",
                        "host worker-3",
                        "copies in 0",
                        "copies in 1",
                        "copies out 0",
                        "copies out 1",
                        "kernels 0",
                        "kernels 1");
    }

    private static TraceData data(OffloadEvent... events) {
        return new TraceData(List.of(events), new ArrayList<>());
    }

    private static void assertPicture(String name, String svg) throws IOException {
        Path actual = Path.of("target", "timeline", name);
        Files.createDirectories(actual.getParent());
        Files.writeString(actual, svg);
        String expected = "";
        try (InputStream in = TimelineTest.class.getResourceAsStream(name)) {
            expected = new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        }
        assertThat(svg)
                .as(
                        "look at %s; when it is right: cp runtime-shim/%s runtime-shim/src/test/resources/%s/%s",
                        actual, actual, TimelineTest.class.getPackageName().replace('.', '/'), name)
                .isEqualTo(expected);
    }
}
