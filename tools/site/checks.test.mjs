/** The checks of the site find what they look for. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'

const HEAD = '<!DOCTYPE html><link rel="icon" href="data:,"><meta name="viewport" content="width=device-width">'
const GOOD = `${HEAD}<body style="background: white; color: black; margin: 8px"><main><h2 id="here">Here</h2><a href="#here" style="color: black">there</a></main>`

/** Returns the exit code of a check of a site, and what it says. */
function check(script, pages) {
  const folder = mkdtempSync(join(tmpdir(), 'site-checks-'))
  try {
    Object.entries(pages).forEach(([name, text]) => writeFileSync(join(folder, name), text))
    const program = fileURLToPath(new URL(script, import.meta.url))
    const { status, stdout, stderr } = spawnSync(process.execPath, [program, folder], { encoding: 'utf8' })
    return { status, said: stdout + stderr }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function accepts(script, pages) {
  const { status, said } = check(script, pages)
  assert.equal(status, 0, said)
}

function refuses(script, pages, fault) {
  const { status, said } = check(script, pages)
  assert.equal(status, 1, said)
  assert.match(said, fault)
}

test('links that lead somewhere', () => {
  accepts('links.mjs', { 'a.html': `${GOOD}<a href="/b#here">b</a>`, 'b.html': GOOD })
})

test('a link to no page', () => {
  refuses('links.mjs', { 'a.html': `${GOOD}<a href="/b">b</a>` }, /broken link: a\.html: \/b/)
})

test('a link to no anchor of a page', () => {
  refuses('links.mjs', { 'a.html': `${GOOD}<a href="b#gone">b</a>`, 'b.html': GOOD }, /broken link: a\.html: b#gone/)
})

test('a folder without a link', () => {
  refuses('links.mjs', { 'a.html': HEAD }, /^0 links followed/m)
})

test('pages as they should be', () => {
  const wide = '<p style="width: 3000px">long</p>'
  accepts('look.mjs', {
    'plain.html': GOOD,
    'scrolled.html': `${GOOD}<main><div style="overflow-x: auto">${wide}</div></main>`,
  })
})

test('pages with a fault each', () => {
  const dark = '@media (prefers-color-scheme: dark) { body { background: black } }'
  const { status, said } = check('look.mjs', {
    'wide.html': `${GOOD}<div style="width: 600px">wide</div>`,
    'cut.html': `${GOOD}<main style="overflow-x: hidden"><p style="width: 3000px">long</p></main>`,
    'black.html': `${HEAD}<style>${dark}</style><body style="color: black"><main><p>text</p></main>`,
    'throws.html': `${GOOD}<script>throw new Error('oh')</script>`,
    'lacks.html': `${GOOD}<script src="gone.js"></script>`,
    'sleeps.html': `${GOOD}<div id="app"></div>`,
  })
  assert.equal(status, 1, said)
  const faults = page => said.split('\n').filter(line => line.startsWith(page))
  const windows = ['phone, light', 'desktop, light', 'phone, dark', 'desktop, dark']
  assert.deepEqual(faults('wide'), [
    'wide, phone, light: wider than the window: 608 > 390',
    'wide, phone, dark: wider than the window: 608 > 390',
  ])
  assert.deepEqual(faults('cut'), windows.map(window => `cut, ${window}: sticks out: p`))
  assert.deepEqual(
    faults('black'),
    windows.slice(2).map(window => `black, ${window}: contrast 1.00: p, 0,0,0 on 0,0,0`),
  )
  assert.match(faults('throws')[0], /^throws: exception: Error: oh/)
  assert.match(faults('lacks')[0], /^lacks: error: .*404.*gone\.js/)
  assert.equal(faults('sleeps')[0], 'sleeps: its program does not start')
})
