package io.github.offload4j.tools.explain;

/** The style sheet of a page. Its classes are none of the timeline's, whose own style sheet holds for the whole page. */
final class PageStyle {
    static final String CSS = """
            :root {
              --text: #1f2328; --soft: #59636e; --page: #ffffff; --code: #f6f8fa; --line: #d1d9e0;
              --link: #0550ae; --mark: #fff1c2; --error: #b3261e; --error-page: #fff0ee;
              --warning: #7d4e00; --warning-page: #fff8e0; --inward: #9ecbff; --outward: #ffc680;
            }
            @media (prefers-color-scheme: dark) {
              :root {
                --text: #f0f6fc; --soft: #9aa4af; --page: #0d1117; --code: #151b23; --line: #3d444d;
                --link: #79b8ff; --mark: #3a2f0b; --error: #ff8f86; --error-page: #2d1214;
                --warning: #e3b341; --warning-page: #272008; --inward: #1f5fae; --outward: #8a5200;
              }
            }
            * { box-sizing: border-box; }
            body {
              margin: 0 auto; padding: 1rem clamp(0.75rem, 2vw, 2rem) 3rem; max-width: 80rem;
              color: var(--text); background: var(--page);
              font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", "DejaVu Sans", sans-serif; overflow-wrap: anywhere;
            }
            a { color: var(--link); }
            :focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
            .skip { position: absolute; left: -100rem; }
            .skip:focus { left: 1rem; top: 0.5rem; padding: 0.5rem 1rem; background: var(--page); }
            header p, .place, caption, figcaption, dt, nav span, footer { color: var(--soft); }
            header p { margin: 0.25rem 0; }
            h1 { margin: 0.5rem 0; font-size: 1.75rem; line-height: 1.2; }
            h2 { margin: 2.5rem 0 0.75rem; font-size: 1.375rem; }
            h3 { margin: 0; font-size: 1.125rem; line-height: 1.35; }
            nav ul { display: flex; flex-wrap: wrap; gap: 0.25rem 1.5rem; margin: 1rem 0 0; padding: 0; list-style: none; }
            nav a { display: inline-block; padding: 0.25rem 0; }
            article { margin-top: 1.5rem; padding-top: 1.25rem; border-top: 1px solid var(--line); scroll-margin-top: 0.5rem; }
            .count { color: var(--soft); font-weight: normal; }
            .place { margin: 0.125rem 0; font-size: 0.875rem; }
            .pair { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 1rem 1.5rem; margin-top: 0.75rem; }
            figure { margin: 0; min-width: 0; }
            figcaption, caption { padding: 0.25rem 0; font-size: 0.875rem; text-align: left; }
            pre, code { font: 0.8125rem/1.55 ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace; }
            pre {
              margin: 0; padding: 0.5rem 0; border: 1px solid var(--line); border-radius: 0.375rem;
              background: var(--code); white-space: pre-wrap; tab-size: 4;
            }
            pre > span, pre > mark { display: block; position: relative; padding: 0 0.75rem 0 1.5rem; color: inherit; background: none; }
            pre > :has(> i) { padding-left: 4.25rem; }
            pre > mark { background: var(--mark); }
            pre b { position: absolute; left: 0.375rem; font-weight: normal; }
            pre i { position: absolute; left: 1rem; width: 2.5rem; color: var(--soft); font-style: normal; text-align: right; }
            pre > .gap { color: var(--soft); }
            pre > .found { margin: 0.25rem 0; padding: 0.375rem 0.75rem; font-family: system-ui, -apple-system, "Segoe UI", "DejaVu Sans", sans-serif; }
            .found { white-space: normal; }
            .found .badge { position: static; font-weight: bold; }
            .found.error, .findings > .error { border-left: 0.25rem solid var(--error); background: var(--error-page); }
            .found.warning, .findings > .warning { border-left: 0.25rem solid var(--warning); background: var(--warning-page); }
            .badge { white-space: nowrap; }
            .badge.error { color: var(--error); }
            .badge.warning { color: var(--warning); }
            .findings { padding: 0; list-style: none; }
            .findings > li { margin: 0.75rem 0; padding: 0.625rem 1rem; border-radius: 0 0.375rem 0.375rem 0; }
            .findings p { margin: 0.125rem 0; }
            .steps { margin: 0.25rem 0; padding-left: 1.5rem; }
            dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 0.125rem 1rem; margin: 0.25rem 0 0.75rem; font-size: 0.9375rem; }
            dd { margin: 0; }
            table { width: 100%; margin: 0.5rem 0 1rem; border-collapse: collapse; font-size: 0.9375rem; }
            th, td { padding: 0.3125rem 0.75rem 0.3125rem 0; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
            thead th { overflow-wrap: normal; color: var(--soft); font-weight: normal; font-size: 0.875rem; }
            tbody th { font-weight: 600; }
            .way { padding: 0.0625rem 0.375rem; border-radius: 0.25rem; font-size: 0.8125rem; white-space: nowrap; }
            .inward { background: var(--inward); }
            .outward { background: var(--outward); }
            summary { padding: 0.25rem 0; color: var(--link); font-size: 0.9375rem; cursor: pointer; }
            .wide { overflow-x: auto; border: 1px solid var(--line); border-radius: 0.375rem; }
            .wide svg { display: block; }
            footer { margin-top: 3rem; padding-top: 1rem; border-top: 1px solid var(--line); font-size: 0.875rem; }
            @media (max-width: 60rem) { .pair { grid-template-columns: minmax(0, 1fr); } }
            @media (max-width: 32rem) {
              th, td { padding-right: 0.5rem; }
              .stacked, .stacked caption, .stacked thead, .stacked tbody { display: block; }
              .stacked tr { display: flex; flex-wrap: wrap; border-bottom: 1px solid var(--line); }
              .stacked th, .stacked td { flex: 1 1 0; border: 0; }
              .stacked th:first-child { flex: 0 0 100%; padding-bottom: 0; }
              .stacked :nth-child(2):nth-last-child(4) { flex-grow: 1.1; }
              .stacked :last-child { padding-right: 0; }
            }
            """;

    private PageStyle() {}
}
