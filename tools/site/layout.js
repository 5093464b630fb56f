// Runs in a page of the site, and returns what is wrong with how it is laid out.
;(() => {
  const faults = []
  const width = document.documentElement.clientWidth
  const name = e => e.tagName.toLowerCase() + (e.id ? `#${e.id}` : '') + (e.classList[0] ? `.${e.classList[0]}` : '')

  if (document.documentElement.scrollWidth > width) {
    faults.push(`wider than the window: ${document.documentElement.scrollWidth} > ${width}`)
  }
  // what is cut off does not make the page wider, and is not seen either
  const scrolled = e => {
    for (let at = e; at !== document.body; at = at.parentElement) {
      if (['auto', 'scroll'].includes(getComputedStyle(at).overflowX)) return true
    }
    return false
  }
  for (const e of document.querySelectorAll('main *')) {
    const box = e.getBoundingClientRect()
    const hidden = box.width <= 1 || getComputedStyle(e).visibility === 'hidden'
    if (!hidden && (box.right > width + 1 || box.left < -1) && !scrolled(e)) faults.push(`sticks out: ${name(e)}`)
  }

  // a text that cannot be told from what is behind it, after WCAG 2 (large text needs less, and gets no rule of its own)
  const numbers = colour => colour.match(/[\d.]+/g).map(Number)
  const behind = e => {
    const layers = []
    for (let at = e; at; at = at.parentElement) {
      const [r, g, b, a = 1] = numbers(getComputedStyle(at).backgroundColor)
      if (a > 0) layers.push([r, g, b, a])
      if (a === 1) break
    }
    return layers.reduceRight((under, [r, g, b, a]) => [r, g, b].map((c, i) => c * a + under[i] * (1 - a)), [255, 255, 255])
  }
  const channel = c => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
  const light = ([r, g, b]) => 0.2126 * channel(r / 255) + 0.7152 * channel(g / 255) + 0.0722 * channel(b / 255)
  const seen = new Set()
  const walker = document.createTreeWalker(document.querySelector('main') ?? document.body, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const e = walker.currentNode.parentElement
    if (!walker.currentNode.data.trim() || !e.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue
    const [r, g, b, a = 1] = numbers(getComputedStyle(e).color)
    const under = behind(e)
    const over = [r, g, b].map((c, i) => c * a + under[i] * (1 - a))
    const key = `${over.map(Math.round)} on ${under.map(Math.round)}`
    if (seen.has(key)) continue
    seen.add(key)
    const [most, least] = [light(over), light(under)].sort((x, y) => y - x)
    const ratio = (most + 0.05) / (least + 0.05)
    if (ratio < 4.5) faults.push(`contrast ${ratio.toFixed(2)}: ${name(e)}, ${key}`)
  }
  return faults
})()
