package io.github.offload4j.runtime.timeline;

/** The style sheet of a picture. Plain rules, not variables: some viewers do not know those. */
final class TimelineStyle {
    static final String CSS = """
            text { font: 11px ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace; fill: #1f2328; }
            .title { font-size: 14px; font-weight: bold; }
            .note, .tick { fill: #59636e; }
            .background { fill: #ffffff; }
            .stripe { fill: #f6f8fa; }
            .grid { stroke: #d1d9e0; stroke-width: 1; }
            .behind { paint-order: stroke; stroke: #f6f8fa; stroke-width: 3px; stroke-linejoin: round; }
            .edged { stroke: #f6f8fa; stroke-width: 1; }
            .host { fill: #c8d1da; }
            .in { fill: #9ecbff; }
            .out { fill: #ffc680; }
            .across { fill: #d8b9ff; }
            .kernel { fill: #8ddb9b; }
            .bar:hover { opacity: 0.7; }
            @media (prefers-color-scheme: dark) {
              text { fill: #f0f6fc; }
              .note, .tick { fill: #9198a1; }
              .background { fill: #0d1117; }
              .stripe { fill: #151b23; }
              .grid { stroke: #3d444d; }
              .behind { stroke: #151b23; }
              .edged { stroke: #151b23; }
              .host { fill: #4a535e; }
              .in { fill: #1f5fae; }
              .out { fill: #9a5b00; }
              .across { fill: #6e40aa; }
              .kernel { fill: #1f7a3d; }
            }
            """;

    private TimelineStyle() {}
}
