package io.github.offload4j.runtime.timeline;

import static io.github.offload4j.runtime.timeline.SvgText.escape;
import static io.github.offload4j.runtime.timeline.SvgText.number;

import io.github.offload4j.runtime.trace.OffloadEvent;
import io.github.offload4j.runtime.trace.Quantities;
import io.github.offload4j.runtime.trace.TraceData;
import io.github.offload4j.runtime.trace.TraceSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Draws a trace as one self-contained SVG, without script: lanes for the host, for copies and for kernels, widths to
 * scale, names and bytes where there is room and everything else in tooltips. It is readable on a light and on a dark page.
 */
public final class Timeline {
    private static final int WIDTH = 1200;
    private static final int MARGIN = 20;
    private static final int PLOT_LEFT = 150;
    /** Room for half of the last tick's label. */
    private static final int PLOT_RIGHT = WIDTH - 40;

    private static final int TITLE_BASELINE = 28;
    private static final int HEADLINE_BASELINE = 48;
    private static final int TICK_BASELINE = 76;
    private static final int LANES_TOP = 84;
    private static final int ROW_HEIGHT = 22;
    private static final int BAR_HEIGHT = 16;
    /** From this width on, bars have an edge that keeps neighbours apart. */
    private static final int EDGED = 4;

    private static final int LANE_PADDING = 4;
    private static final int LANE_GAP = 6;
    private static final int NOTE_HEIGHT = 16;

    private final StringBuilder svg = new StringBuilder();
    private final long origin;
    private final TimeAxis axis;
    private boolean gathered;

    private Timeline(List<OffloadEvent> events) {
        origin = events.stream().mapToLong(OffloadEvent::startNanos).min().orElse(0);
        long end = events.stream().mapToLong(OffloadEvent::endNanos).max().orElse(0);
        axis = new TimeAxis(Math.max(1, end - origin), PLOT_LEFT, (double) PLOT_RIGHT - PLOT_LEFT);
    }

    /**
     * Returns the picture. Registrations are left out where there is anything else: they happen once, and take so long
     * that nothing else could be seen.
     *
     * @param title what stands above it
     * @param trace the events, and notes that stand below it
     */
    public static String svg(String title, TraceData trace) {
        Objects.requireNonNull(trace, "trace is null");
        Objects.requireNonNull(title, "title is null");
        List<OffloadEvent> drawn =
                trace.events().stream().filter(event -> !isRegistration(event)).toList();
        if (drawn.isEmpty() || drawn.size() == trace.events().size()) {
            return new Timeline(trace.events()).draw(title, trace);
        }
        long nanos = trace.events().stream()
                .filter(Timeline::isRegistration)
                .mapToLong(OffloadEvent::durationNanos)
                .sum();
        List<String> notes = new ArrayList<>(trace.notes());
        notes.add("registration of the images is not drawn; it took " + Quantities.duration(nanos));
        return new Timeline(drawn).draw(title, new TraceData(drawn, notes));
    }

    private static boolean isRegistration(OffloadEvent event) {
        return event.kind() == OffloadEvent.Kind.REGISTER || event.kind() == OffloadEvent.Kind.UNREGISTER;
    }

    private String draw(String title, TraceData trace) {
        List<Lane> lanes = Lane.of(trace.events());
        int bottom = LANES_TOP;
        for (Lane lane : lanes) {
            bottom += height(lane) + LANE_GAP;
        }
        StringBuilder content = new StringBuilder();
        int top = LANES_TOP;
        for (Lane lane : lanes) {
            lane(content, lane, top);
            top += height(lane) + LANE_GAP;
        }
        StringBuilder notes = new StringBuilder();
        int noteBaseline = bottom + NOTE_HEIGHT;
        for (String note : trace.notes()) {
            text(notes, "note", MARGIN, noteBaseline, Label.fit(note, WIDTH - 2.0 * MARGIN));
            noteBaseline += NOTE_HEIGHT;
        }
        if (gathered) {
            text(notes, "note", MARGIN, noteBaseline, "events too short to be told apart share one mark");
            noteBaseline += NOTE_HEIGHT;
        }
        int height = noteBaseline - NOTE_HEIGHT + MARGIN;
        head(title, TraceSummary.of(trace.events()).headline(), height);
        ticks();
        return svg.append(content).append(notes).append("</svg>\n").toString();
    }

    private void head(String title, String headline, int height) {
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + WIDTH + " " + height + "\" width=\""
                + WIDTH + "\" height=\"" + height + "\" role=\"img\">\n");
        svg.append("<title>").append(escape(title)).append("</title>\n");
        svg.append("<desc>").append(escape(headline)).append("</desc>\n");
        svg.append("<style>\n").append(TimelineStyle.CSS).append("</style>\n");
        svg.append("<rect class=\"background\" width=\"" + WIDTH + "\" height=\"" + height + "\"/>\n");
        // a bold letter of 14 pixels needs more room than the labels' letters of 11
        text(svg, "title", MARGIN, TITLE_BASELINE, Label.fit(title, (WIDTH - 2.0 * MARGIN) * Label.FONT_SIZE / 14));
        text(svg, "note", MARGIN, HEADLINE_BASELINE, headline);
    }

    private void ticks() {
        for (TimeAxis.Tick tick : axis.ticks()) {
            svg.append("<text class=\"tick\" text-anchor=\"middle\" x=\"" + number(tick.x()) + "\" y=\"" + TICK_BASELINE
                    + "\">" + escape(tick.label()) + "</text>\n");
        }
    }

    private void lane(StringBuilder out, Lane lane, int top) {
        out.append("<g>\n<rect class=\"stripe\" x=\"0\" y=\"" + top + "\" width=\"" + WIDTH + "\" height=\""
                + height(lane) + "\"/>\n");
        for (TimeAxis.Tick tick : axis.ticks()) {
            String x = number(tick.x());
            out.append("<line class=\"grid\" x1=\"" + x + "\" y1=\"" + top + "\" x2=\"" + x + "\" y2=\""
                    + (top + height(lane)) + "\"/>\n");
        }
        int rowTop = top + LANE_PADDING;
        String title = Label.fit(lane.title(), PLOT_LEFT - 2.0 * MARGIN);
        text(out, "lane", MARGIN, baseline(rowTop), title);
        for (List<OffloadEvent> row : lane.rows()) {
            List<Mark> marks = Mark.of(row, axis, origin);
            for (int i = 0; i < marks.size(); i++) {
                double limit = i + 1 < marks.size() ? marks.get(i + 1).x() : axis.right();
                mark(out, lane.kind(), marks.get(i), limit, rowTop);
            }
            rowTop += ROW_HEIGHT;
        }
        out.append("</g>\n");
    }

    private void mark(StringBuilder out, LaneKind kind, Mark mark, double limit, int rowTop) {
        gathered |= !mark.isSingle();
        int top = rowTop + (ROW_HEIGHT - BAR_HEIGHT) / 2;
        out.append("<g class=\"bar\"><title>" + escape(Tooltip.text(mark, origin)) + "</title><rect class=\""
                + kind.styleClass() + (mark.width() < EDGED ? "" : " edged") + "\" x=\"" + number(mark.x()) + "\" y=\""
                + top + "\" width=\""
                + number(mark.width()) + "\" height=\"" + BAR_HEIGHT + "\"/>");
        Optional<Label> label = Label.of(mark, limit);
        label.ifPresent(l -> out.append("<text" + (l.inside() ? "" : " class=\"behind\"") + " x=\"" + number(l.x())
                + "\" y=\"" + baseline(rowTop) + "\">" + escape(l.text()) + "</text>"));
        out.append("</g>\n");
    }

    private static int height(Lane lane) {
        return lane.rows().size() * ROW_HEIGHT + 2 * LANE_PADDING;
    }

    private static int baseline(int rowTop) {
        return rowTop + ROW_HEIGHT / 2 + 4;
    }

    private static void text(StringBuilder out, String styleClass, int x, int y, String text) {
        out.append("<text class=\"" + styleClass + "\" x=\"" + x + "\" y=\"" + y + "\">" + escape(text) + "</text>\n");
    }
}
