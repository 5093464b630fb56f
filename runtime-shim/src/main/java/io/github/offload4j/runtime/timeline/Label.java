package io.github.offload4j.runtime.timeline;

import io.github.offload4j.runtime.trace.OffloadEvent;
import io.github.offload4j.runtime.trace.Quantities;
import java.util.List;
import java.util.Optional;

/**
 * The text at a mark.
 *
 * @param text the text
 * @param x its left edge, in pixels
 * @param inside whether it stands on the mark, not behind it
 */
record Label(String text, double x, boolean inside) {
    /** Of a monospaced font, in ems; the usual ones have 0.6 or a little more. */
    private static final double CHARACTER = 0.62;

    static final double FONT_SIZE = 11;
    private static final double PADDING = 4;
    private static final int LONGEST = 60;

    /** Where scripts begin whose characters are as wide as high. */
    private static final int WIDE = 0x1100;

    static double width(String text) {
        return text.codePoints().mapToDouble(c -> c < WIDE ? CHARACTER : 1.1).sum() * FONT_SIZE;
    }

    /** Returns the text without its end, so that it fits. */
    static String fit(String text, double room) {
        String fitting = text;
        while (width(fitting) > room && fitting.length() > 1) {
            int end = fitting.offsetByCodePoints(fitting.length(), fitting.endsWith("…") ? -2 : -1);
            fitting = fitting.substring(0, end) + "…";
        }
        return fitting;
    }

    /**
     * Returns the longest text that fits onto the mark, or into the free space behind it.
     *
     * @param limit where the free space ends, in pixels
     */
    static Optional<Label> of(Mark mark, double limit) {
        List<String> texts = texts(mark);
        for (String text : texts) {
            if (width(text) + 2 * PADDING <= mark.width()) {
                return Optional.of(new Label(text, mark.x() + PADDING, true));
            }
            if (mark.right() + width(text) + 2 * PADDING <= limit) {
                return Optional.of(new Label(text, mark.right() + PADDING, false));
            }
        }
        return Optional.empty();
    }

    private static List<String> texts(Mark mark) {
        if (!mark.isSingle()) {
            return List.of(mark.events().size() + " events");
        }
        OffloadEvent event = mark.first();
        String name = cut(event.name());
        String bytes = Quantities.bytes(event.bytes());
        return switch (event.kind()) {
            case COPY_IN, COPY_OUT, COPY_ACROSS -> name.isEmpty() ? List.of(bytes) : List.of(name + " " + bytes, name);
            case ALLOCATE, FREE -> {
                String what = event.kind() == OffloadEvent.Kind.ALLOCATE ? "allocate" : "free";
                yield List.of((what + " " + name).strip() + " " + bytes, what);
            }
            case DATA_BEGIN -> List.of("begin " + bytes, "begin");
            case DATA_END -> List.of("end " + bytes, "end");
            case DATA_UPDATE -> List.of("update " + bytes, "update");
            case REGISTER -> List.of("register");
            case UNREGISTER -> List.of("unregister");
            case HOST_CALL -> List.of(name.isEmpty() ? "call" : name);
            case LAUNCH -> {
                String kernel = name.isEmpty() ? "kernel" : name;
                yield event.shape().isEmpty()
                        ? List.of(kernel)
                        : List.of(kernel + " " + Tooltip.shape(event.shape().get()), kernel);
            }
        };
    }

    private static String cut(String name) {
        return name.codePointCount(0, name.length()) <= LONGEST
                ? name
                : name.substring(0, name.offsetByCodePoints(0, LONGEST)) + "…";
    }
}
