package io.github.offload4j.runtime.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.offload4j.runtime.Events;
import io.github.offload4j.runtime.trace.OffloadEvent;
import io.github.offload4j.runtime.trace.TraceData;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What holds for a picture that nobody can check by eye. */
class ManyEventsTest {
    /** Numbers in the file have two decimals. */
    private static final double ROUNDING = 0.011;

    private final List<OffloadEvent> events = Events.many(1000);
    private final String svg = Timeline.svg("many", new TraceData(events, List.of()));
    private final Picture picture = Picture.of(svg);

    @Test
    void everyEventIsDrawn() {
        assertThat(picture.bars().stream().mapToInt(Picture.Bar::events).sum()).isEqualTo(1000);
    }

    @Test
    void barsOfARowDoNotOverlap() {
        for (List<Picture.Bar> row : rows().values()) {
            for (int i = 1; i < row.size(); i++) {
                assertThat(row.get(i - 1).right())
                        .isLessThanOrEqualTo(row.get(i).x() + ROUNDING);
            }
        }
    }

    @Test
    void labelsOfARowOverlapNeitherEachOtherNorTheNextBar() {
        Map<Double, List<Picture.Text>> labels = picture.texts().stream()
                .filter(text -> text.styleClass().isEmpty() || text.styleClass().equals("behind"))
                .sorted(Comparator.comparingDouble(Picture.Text::left))
                .collect(Collectors.groupingBy(Picture.Text::y, TreeMap::new, Collectors.toList()));
        assertThat(labels).isNotEmpty();
        Map<Double, List<Picture.Bar>> rows = rows();
        labels.forEach((y, row) -> {
            for (int i = 1; i < row.size(); i++) {
                assertThat(row.get(i - 1).right())
                        .isLessThanOrEqualTo(row.get(i).left());
            }
            // a row's text stands twelve pixels below the top of its bars
            for (Picture.Bar bar : rows.get(y - 12)) {
                assertThat(row)
                        .allSatisfy(label -> assertThat(label.right() <= bar.x() + ROUNDING || label.left() >= bar.x())
                                .as("%s and %s", label, bar)
                                .isTrue());
            }
        });
    }

    @Test
    void widthsAreToScale() {
        long nanos = events.stream().mapToLong(OffloadEvent::endNanos).max().orElseThrow();
        TimeAxis axis = new TimeAxis(nanos, 150, 1010);
        List<Double> wide = picture.bars().stream()
                .filter(bar -> bar.events() == 1 && bar.width() > 1.02)
                .map(Picture.Bar::width)
                .sorted()
                .toList();
        List<Double> expected = events.stream()
                .map(event -> axis.length(event.durationNanos()))
                .filter(width -> width > 1.02)
                .sorted()
                .toList();
        assertThat(wide).hasSameSizeAs(expected).hasSizeGreaterThan(50);
        for (int i = 0; i < wide.size(); i++) {
            assertThat(wide.get(i)).isCloseTo(expected.get(i), within(ROUNDING));
        }
    }

    @Test
    void nothingIsCutOff() {
        assertThat(picture.texts()).allSatisfy(text -> {
            assertThat(text.left()).isGreaterThanOrEqualTo(0);
            assertThat(text.right()).isLessThanOrEqualTo(picture.width());
            assertThat(text.y()).isBetween(11.0, picture.height() - 3.0);
        });
    }

    @Test
    void theFileGrowsWithThePixelsAndNotWithTheEvents() {
        List<OffloadEvent> tiny = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            tiny.add(Events.launch("k", i * 100L, 90));
        }
        assertThat(Timeline.svg("short", new TraceData(tiny, List.of()))).hasSizeLessThan(400_000);
    }

    private Map<Double, List<Picture.Bar>> rows() {
        return picture.bars().stream()
                .sorted(Comparator.comparingDouble(Picture.Bar::x))
                .collect(Collectors.groupingBy(Picture.Bar::y, TreeMap::new, Collectors.toList()));
    }
}
