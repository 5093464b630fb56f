/** Serves target/site on this machine, for a look at it: node serve.mjs [PORT]. */
import { createServer } from 'node:http'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { extname, join, normalize } from 'node:path'

const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml' }
const folder = join(import.meta.dirname, 'target/site')
const port = Number(process.argv[2] ?? 8000)

createServer((request, response) => {
  const path = normalize(decodeURIComponent(new URL(request.url, 'http://localhost').pathname))
  const candidates = [path, `${path}.html`, join(path, 'index.html')].map(name => join(folder, name))
  const file = candidates.find(name => existsSync(name) && statSync(name).isFile()) ?? join(folder, '404.html')
  response.writeHead(file.endsWith('404.html') ? 404 : 200, {
    'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream',
  })
  response.end(readFileSync(file))
}).listen(port, 'localhost', () => console.log(`http://localhost:${port}/`))
