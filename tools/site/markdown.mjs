/** What staging has to know of Markdown. */

const FENCE = /^ *(`{3,}|~{3,})/

/** Hands every line outside of blocks of code to a function, and returns the page with what that makes of them. */
function outsideOfCode(page, change) {
  let fence = null
  return page
    .split('\n')
    .map(line => {
      const mark = FENCE.exec(line)?.[1]
      if (fence !== null) {
        if (mark?.startsWith(fence)) fence = null
        return line
      }
      if (mark !== undefined) fence = mark
      return mark === undefined ? change(line) : line
    })
    .join('\n')
}

/** Rewrites the target of every link, and leaves code, in blocks and in lines, as it is. */
export function rewriteLinks(page, rewrite) {
  return outsideOfCode(page, line =>
    line
      .split(/(`[^`]*`)/)
      .map(part => (part.startsWith('`') ? part : part.replaceAll('{{', '&#123;&#123;')))
      .join('')
      .replace(/\]\(([^()\s]+)\)/g, (all, link) => `](${rewrite(link)})`),
  )
}
