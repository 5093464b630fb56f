package io.github.offload4j.runtime.timeline;

import io.github.offload4j.runtime.trace.OffloadEvent;

/** What a lane shows, from top to bottom. */
enum LaneKind {
    HOST("host", "host"),
    COPIES_IN("copies in", "in"),
    COPIES_OUT("copies out", "out"),
    COPIES_ACROSS("copies across", "across"),
    KERNELS("kernels", "kernel");

    private final String title;
    private final String styleClass;

    LaneKind(String title, String styleClass) {
        this.title = title;
        this.styleClass = styleClass;
    }

    String title() {
        return title;
    }

    /** Returns the class that its bars have in the style sheet. */
    String styleClass() {
        return styleClass;
    }

    static LaneKind of(OffloadEvent event) {
        return switch (event.kind()) {
            case COPY_IN -> COPIES_IN;
            case COPY_OUT -> COPIES_OUT;
            case COPY_ACROSS -> COPIES_ACROSS;
            case LAUNCH -> KERNELS;
            case DATA_BEGIN, DATA_END, DATA_UPDATE, ALLOCATE, FREE, REGISTER, UNREGISTER, HOST_CALL -> HOST;
        };
    }
}
