/**
 * Lays out target/pages for the generator: the README as the first page, everything in docs/, the other pages of the
 * repository, and a page for each file or folder that they link to, so that the site needs nothing but itself.
 */
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, extname, join, normalize, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { rewriteLinks } from './markdown.mjs'

const site = dirname(fileURLToPath(import.meta.url))
const root = join(site, '../..')
const pages = join(site, 'target/pages')
const LANGUAGES = { '.h': 'c', '.cc': 'cpp', '.f90': 'fortran', '.rs': 'rust', '.ll': 'llvm', '.txt': 'cmake' }
const KNOWN = new Set(['.c', '.cpp', '.java', '.json', '.yaml', '.toml', '.xml'])

const staged = new Map() // path in the repository -> path of its page
const waiting = []

/** Returns the page of a path in the repository, which is made later. */
function pageOf(path) {
  if (!staged.has(path)) {
    staged.set(path, pageName(path))
    waiting.push(path)
  }
  return staged.get(path)
}

function pageName(path) {
  if (path === 'README.md') return 'index.md'
  // the generator passes over what begins with a dot
  if (!path.endsWith('.md')) return `files/${path.replaceAll('/.', '/dot')}.md`
  const folder = dirname(path)
  if (folder === 'docs') return basename(path)
  return folder === '.' ? basename(path).toLowerCase() : `files/${path}`
}

/** Returns the link to write in a page for a link that its source has. */
function target(source, link) {
  if (/^([a-z]+:|#)/.test(link)) return link
  const [file, anchor] = link.split('#')
  const path = normalize(join(dirname(source), file)).replace(/\/$/, '')
  if (!existsSync(join(root, path))) throw new Error(`${source}: there is no '${link}'`)
  const to = relative(dirname(pageOf(source)), pageOf(path))
  return (to.startsWith('.') ? to : `./${to}`) + (anchor === undefined ? '' : `#${anchor}`)
}

/** Shows a file as it is. A fence is longer than any in the file. */
function filePage(path, text) {
  const extension = extname(path)
  const language = LANGUAGES[extension] ?? (KNOWN.has(extension) ? extension.slice(1) : '')
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(match => match[0].length))
  const fence = '`'.repeat(longest + 1)
  return `# ${basename(path)}\n\n\`${path}\`\n\n${fence}${language}\n${text.trimEnd()}\n${fence}\n`
}

function folderPage(path) {
  const lines = readdirSync(join(root, path), { withFileTypes: true })
    .filter(entry => !['target', 'node_modules'].includes(entry.name))
    .map(entry => `- [${entry.name}${entry.isDirectory() ? '/' : ''}](${basename(path)}/${entry.name})`)
  return `# ${basename(path)}\n\n\`${path}\`\n\n${lines.join('\n')}\n`
}

function make(path) {
  const full = join(root, path)
  if (statSync(full).isDirectory()) {
    return rewriteLinks(folderPage(path), link => target(path, link))
  }
  const text = readFileSync(full, 'utf8')
  return path.endsWith('.md') ? rewriteLinks(text, link => target(path, link)) : filePage(path, text)
}

rmSync(pages, { recursive: true, force: true })
const groups = JSON.parse(readFileSync(join(root, 'docs/sidebar.json'), 'utf8'))
readdirSync(root)
  .filter(name => name.endsWith('.md'))
  .forEach(name => pageOf(name))
readdirSync(join(root, 'docs'))
  .filter(name => name.endsWith('.md'))
  .forEach(name => pageOf(`docs/${name}`))
while (waiting.length > 0) {
  const path = waiting.pop()
  const out = join(pages, pageOf(path))
  mkdirSync(dirname(out), { recursive: true })
  // what is no page of ours is not found by the search, and stands in no order
  const head = path.endsWith('.md') ? '' : '---\nsearch: false\nprev: false\nnext: false\noutline: false\n---\n\n'
  writeFileSync(out, head + make(path))
}
const sidebar = groups.map(group => ({
  text: group.text,
  items: Object.entries(group.pages).map(([page, text]) => ({ text, link: `/${page}` })),
}))
const version = /<version>([^<]+)/.exec(readFileSync(join(root, 'pom.xml'), 'utf8'))[1]
writeFileSync(join(site, 'target/staged.json'), JSON.stringify({ sidebar, version }, null, 2))
