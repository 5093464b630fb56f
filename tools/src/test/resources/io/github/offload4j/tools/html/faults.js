// Looks for faults in the page that it stands at the end of, and writes them into the frame's page, one a line.
(() => {
  const faults = [];
  const all = [...document.querySelectorAll("*")];
  const own = document.currentScript;
  const name = (e) => e.tagName.toLowerCase() + (e.id ? "#" + e.id : e.className ? "." + e.className : "");

  // nothing runs, and nothing is fetched
  for (const e of all) {
    if (["SCRIPT", "IFRAME", "OBJECT", "EMBED", "LINK", "IMG", "FORM", "BASE"].includes(e.tagName) && e !== own) {
      faults.push("element " + name(e));
    }
    for (const a of e.attributes) {
      if (a.name.startsWith("on")) faults.push("handler " + a.name + " of " + name(e));
      if (["src", "href", "action", "srcset", "data"].includes(a.name) && !a.value.startsWith("#")) {
        faults.push("address " + a.value + " of " + name(e));
      }
    }
  }
  if (performance.getEntriesByType("resource").length > 0) faults.push("something was fetched");

  // ids, and what refers to them
  const ids = new Set();
  for (const e of all.filter((e) => e.hasAttribute("id"))) {
    if (ids.has(e.id)) faults.push("second id " + e.id);
    ids.add(e.id);
  }
  for (const a of document.querySelectorAll("a")) {
    if (!ids.has(a.getAttribute("href").slice(1))) faults.push("link to nowhere " + a.getAttribute("href"));
    if (!a.textContent.trim()) faults.push("link without a text");
  }
  for (const e of document.querySelectorAll("[aria-labelledby]")) {
    if (!ids.has(e.getAttribute("aria-labelledby"))) faults.push("no label for " + name(e));
  }

  // what screen readers go by
  if (!document.documentElement.lang) faults.push("no language");
  if (!document.title) faults.push("no title");
  for (const landmark of ["body > header", "nav[aria-label]", "main", "footer", "h1"]) {
    if (document.querySelectorAll(landmark).length !== 1) faults.push("not one " + landmark);
  }
  let level = 0;
  for (const heading of document.querySelectorAll("h1, h2, h3, h4, h5, h6")) {
    const next = Number(heading.tagName[1]);
    if (next > level + 1) faults.push("heading skips a level: " + heading.textContent);
    if (!heading.textContent.trim()) faults.push("empty heading");
    level = next;
  }
  for (const cell of document.querySelectorAll("th")) {
    if (!["row", "col"].includes(cell.scope)) faults.push("header cell without scope: " + cell.textContent);
  }
  for (const e of document.querySelectorAll("section, article, [role=region], [role=img]")) {
    const labelled = e.hasAttribute("aria-labelledby") || e.hasAttribute("aria-label");
    if (!labelled && !e.querySelector(":scope > title")) faults.push("no name for " + name(e));
  }

  // the keyboard
  for (const e of document.querySelectorAll("[tabindex]")) {
    if (e.tabIndex !== 0) faults.push("focus order set by " + name(e));
  }
  const focusable = [...document.querySelectorAll("a, summary, [tabindex='0']")];
  if (!focusable.length || focusable[0].className !== "skip") faults.push("the first focus is no way to the content");
  for (const e of all) {
    const style = getComputedStyle(e);
    const scrolls = ["auto", "scroll"].includes(style.overflowX) && e.scrollWidth > e.clientWidth + 1;
    if (scrolls && e.tabIndex !== 0 && e !== document.documentElement && e !== document.body) {
      faults.push("only a mouse can scroll " + name(e));
    }
  }

  // layout
  if (document.documentElement.scrollWidth > window.innerWidth) {
    faults.push("wider than the window: " + document.documentElement.scrollWidth + " > " + window.innerWidth);
  }
  for (const e of document.querySelectorAll("main *")) {
    const box = e.getBoundingClientRect();
    if (!e.closest(".wide") && box.width > 0 && box.right > window.innerWidth + 1) faults.push("sticks out: " + name(e));
  }

  for (const cell of document.querySelectorAll("td, th")) {
    const text = cell.childNodes.length === 1 ? cell.firstChild : null;
    if (!cell.checkVisibility() || text?.nodeType !== Node.TEXT_NODE) continue;
    if (!/^[\p{L}\d]+$/u.test(text.data)) continue;
    const range = document.createRange();
    range.selectNode(text);
    if (range.getClientRects().length > 1) faults.push("breaks the word " + text.data);
  }

  // contrast, after WCAG 2
  const channel = (c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
  const light = (rgb) => {
    const [r, g, b] = rgb.map((c) => channel(c / 255));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const numbers = (colour) => colour.match(/[\d.]+/g).map(Number);
  const behind = (e) => {
    for (let at = e; at; at = at.parentElement) {
      const c = numbers(getComputedStyle(at).backgroundColor);
      if (c.length === 3 || c[3] === 1) return c.slice(0, 3);
      if (c[3] !== 0) faults.push("half transparent: " + name(at));
    }
    return [255, 255, 255];
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const seen = new Set();
  while (walker.nextNode()) {
    const e = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || e.closest("svg, script, .skip")) continue;
    const [one, other] = [numbers(getComputedStyle(e).color).slice(0, 3), behind(e)];
    const [a, b] = [light(one), light(other)].sort((x, y) => y - x);
    const ratio = (a + 0.05) / (b + 0.05);
    const key = one + "/" + other;
    if (ratio < 4.5 && !seen.has(key)) faults.push("contrast " + ratio.toFixed(2) + " of " + name(e) + " " + key);
    seen.add(key);
  }
  const report = document.createElement("pre");
  // that the window and the colours are those that were asked for
  report.id = window.innerWidth + (matchMedia("(prefers-color-scheme: dark)").matches ? " dark" : " light");
  report.textContent = faults.join("\n");
  parent.document.body.append(report);
})();
