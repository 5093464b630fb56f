/** Follows every link of a site that stays in it, anchors too, and fails with those that lead nowhere: links.mjs FOLDER. */
import { readFileSync, readdirSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileOf } from './server.mjs'

const root = process.argv[2]
const base = process.env.SITE_BASE ?? '/'

function htmlFiles(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap(entry => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return htmlFiles(path)
    return entry.name.endsWith('.html') ? [path] : []
  })
}

const anchors = new Map() // file -> its anchors

function anchorsOf(file) {
  if (!anchors.has(file)) {
    const found = readFileSync(file, 'utf8').matchAll(/\b(?:id|name)="([^"]+)"/g)
    anchors.set(file, new Set([...found].map(match => match[1])))
  }
  return anchors.get(file)
}

const broken = []
let followed = 0
for (const page of htmlFiles(root)) {
  if (page.endsWith('/404.html')) continue
  // the Javadoc tool checks its own links
  if (relative(root, page).startsWith('api/')) continue
  for (const [, href] of readFileSync(page, 'utf8').matchAll(/<a\b[^>]*?\bhref="([^"]*)"/g)) {
    if (/^[a-z]+:/.test(href)) continue
    const [path, anchor] = href.replaceAll('&amp;', '&').split('#')
    const whole = path.startsWith(base) ? join(root, path.slice(base.length)) : join(dirname(page), path)
    const file = path === '' ? page : fileOf(decodeURIComponent(whole))
    followed++
    if (file === undefined || (anchor && !anchorsOf(file).has(decodeURIComponent(anchor)))) {
      broken.push(`${relative(root, page)}: ${href}`)
    }
  }
}
broken.forEach(link => console.error(`broken link: ${link}`))
console.log(`${followed} links followed, ${broken.length} broken`)
// with none, nothing was checked
process.exit(broken.length > 0 || followed === 0 ? 1 : 0)
