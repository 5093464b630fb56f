/** Serves target/site on this machine, for a look at it: node serve.mjs [PORT]. */
import { fileURLToPath } from 'node:url'
import { serve } from './server.mjs'

const folder = fileURLToPath(new URL('target/site', import.meta.url))
console.log((await serve(folder, Number(process.argv[2] ?? 8000))).address)
