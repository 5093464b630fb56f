/** Serves the files of a folder on this machine, as the usual hosts of sites do: a page is found without its ending. */
import { existsSync, readFileSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join, normalize } from 'node:path'

const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml' }

/** Returns the file that a path means, if there is one. */
export function fileOf(path) {
  return [path, `${path}.html`, join(path, 'index.html')].find(name => existsSync(name) && statSync(name).isFile())
}

/** Starts to serve, and returns the server and its address. Port 0 takes one that is free. */
export function serve(folder, port) {
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url, 'http://localhost').pathname))
    const file = fileOf(join(folder, path))
    const shown = file ?? join(folder, '404.html')
    response.writeHead(file === undefined ? 404 : 200, {
      'Content-Type': TYPES[extname(shown)] ?? 'application/octet-stream',
    })
    response.end(existsSync(shown) ? readFileSync(shown) : '')
  })
  return new Promise((resolve, reject) => {
    server.on('error', reject)
    server.listen(port, 'localhost', () => resolve({ server, address: `http://localhost:${server.address().port}/` }))
  })
}
