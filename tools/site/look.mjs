/**
 * Shows every page of a site in a real browser, in windows as of a phone and a desktop, in light and dark colours, and
 * fails with the pages that are wider than the window, have texts that are hard to see, or complain:
 *
 * look.mjs FOLDER [--pictures FOLDER [PAGE...]]
 *
 * With pictures, only the named pages are shown, or all, and what the windows show is written as PNGs.
 */
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { Browser } from './browser.mjs'
import { serve } from './server.mjs'

const [root, option, pictures, ...named] = process.argv.slice(2)
const base = process.env.SITE_BASE ?? '/'
const layout = readFileSync(new URL('layout.js', import.meta.url), 'utf8')
const WINDOWS = [
  { window: 'phone', width: 390, height: 844, scale: 2 },
  { window: 'desktop', width: 1280, height: 900, scale: 1 },
]

if (option !== undefined && option !== '--pictures') throw new Error(`what is '${option}'?`)

function pages(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap(entry => {
    const path = join(folder, entry.name)
    // the Javadoc tool lays out its own pages
    if (entry.isDirectory()) return relative(root, path) === 'api' ? [] : pages(path)
    return entry.name.endsWith('.html') ? [relative(root, path).replace(/\.html$/, '')] : []
  })
}

/** True once the program of a page has taken over what the server sent; a page without one is whole as it is. */
const STARTED = `new Promise(done => {
  const app = document.querySelector('#app')
  const look = tries => (!app || '__vue_app__' in app ? done(true) : tries ? setTimeout(look, 20, tries - 1) : done(false))
  look(500)
})`

/** The window and the colours that a page is in, once it is in those that are asked for, or after a while. */
const shown = asked => `new Promise(done => {
  const look = tries => {
    const dark = document.querySelector('#app')
      ? document.documentElement.classList.contains('dark')
      : matchMedia('(prefers-color-scheme: dark)').matches
    const now = innerWidth + (dark ? ' dark' : ' light')
    if (now === '${asked}' || tries === 0) done(now)
    else setTimeout(look, 20, tries - 1)
  }
  look(500)
})`

let layouts = 0
const faults = new Set()

async function lookAt(tab, address, page) {
  const { complaints, stop } = await tab.open(address + encodeURI(page))
  if (!(await tab.evaluate(STARTED))) faults.add(`${page}: its program does not start`)
  // what moves or fades would be seen on its way
  await tab.evaluate("document.head.append(Object.assign(document.createElement('style'), {textContent: '*{transition:none!important}'}))")
  for (const colours of ['light', 'dark']) {
    await tab.colours(colours)
    for (const { window, width, height, scale } of WINDOWS) {
      await tab.resize(width, height, pictures === undefined ? 1 : scale)
      const asked = `${width} ${colours}`
      const now = await tab.evaluate(shown(asked))
      if (now !== asked) faults.add(`${page}: is ${now} and not ${asked}`)
      const found = await tab.evaluate(layout)
      found.forEach(fault => faults.add(`${page}, ${window}, ${colours}: ${fault}`))
      layouts++
      if (pictures !== undefined) {
        writeFileSync(join(pictures, `${page.replaceAll('/', '-')}-${window}-${colours}.png`), await tab.picture())
      }
    }
  }
  stop()
  complaints.forEach(complaint => faults.add(`${page}: ${complaint}`))
}

if (pictures !== undefined) mkdirSync(pictures, { recursive: true })
const { server, address } = await serve(root, 0)
const browser = new Browser()
try {
  const waiting = named.length > 0 ? named : pages(root)
  const work = async () => {
    const tab = await browser.tab()
    while (waiting.length > 0) await lookAt(tab, address + base.slice(1), waiting.pop())
  }
  await Promise.all([work(), work()])
} finally {
  await browser.close()
  server.closeAllConnections?.()
  server.close()
}
faults.forEach(fault => console.error(fault))
console.log(`${layouts} layouts looked at, ${faults.size} faults`)
process.exit(faults.size > 0 || layouts === 0 ? 1 : 0)
