/** A headless Chromium, spoken to by its own protocol over two pipes, so that nothing has to be installed for it. */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export class Browser {
  #process
  #profile
  #next = 1
  #answers = new Map() // number of a message -> what waits for its answer
  #listeners = new Set()

  constructor(program = 'chromium') {
    this.#profile = mkdtempSync(join(tmpdir(), 'site-browser-'))
    const options = ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-background-networking', '--hide-scrollbars']
    this.#process = spawn(program, [...options, '--remote-debugging-pipe', `--user-data-dir=${this.#profile}`], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
    })
    this.#process.on('error', error => this.#fail(error))
    this.#process.on('exit', () => this.#fail(new Error(`${program} ended`)))
    let rest = ''
    this.#process.stdio[4].setEncoding('utf8').on('data', data => {
      const messages = (rest + data).split('\0')
      rest = messages.pop()
      messages.forEach(message => this.#receive(JSON.parse(message)))
    })
    this.#process.stdio[3].on('error', () => {})
  }

  #fail(error) {
    this.#answers.forEach(({ reject }) => reject(error))
    this.#answers.clear()
  }

  #receive({ id, result, error, method, params, sessionId }) {
    if (id === undefined) {
      this.#listeners.forEach(listener => listener({ method, params, sessionId }))
      return
    }
    const { resolve, reject, call } = this.#answers.get(id)
    this.#answers.delete(id)
    if (error) reject(new Error(`${call}: ${error.message}`))
    else resolve(result)
  }

  send(call, params = {}, sessionId = undefined) {
    const id = this.#next++
    return new Promise((resolve, reject) => {
      this.#answers.set(id, { resolve, reject, call })
      this.#process.stdio[3].write(`${JSON.stringify({ id, method: call, params, sessionId })}\0`)
    })
  }

  /** Calls a function with each event, until the function returned is called. */
  listen(listener) {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Opens a window of its own, since only what is in front is drawn. */
  async tab() {
    const { targetId } = await this.send('Target.createTarget', { url: 'about:blank', newWindow: true })
    const { sessionId } = await this.send('Target.attachToTarget', { targetId, flatten: true })
    const tab = new Tab(this, sessionId)
    await Promise.all(['Page', 'Runtime', 'Network', 'Log'].map(domain => tab.send(`${domain}.enable`)))
    return tab
  }

  async close() {
    this.#process.removeAllListeners('exit')
    const ended = new Promise(resolve => this.#process.on('exit', resolve))
    await this.send('Browser.close')
    await ended
    rmSync(this.#profile, { recursive: true, force: true, maxRetries: 5 })
  }
}

export class Tab {
  #browser
  #session

  constructor(browser, session) {
    this.#browser = browser
    this.#session = session
  }

  send(call, params = {}) {
    return this.#browser.send(call, params, this.#session)
  }

  /** Shows a page, and returns what it complained of: exceptions, errors it logged, files that it did not get. */
  async open(address) {
    const complaints = []
    let loaded
    let committed = false // what is loaded before is the page that was there
    const load = new Promise(resolve => (loaded = resolve))
    const stop = this.#browser.listen(({ method, params, sessionId }) => {
      if (sessionId !== this.#session) return
      if (method === 'Page.frameNavigated' && params.frame.parentId === undefined) committed = true
      if (method === 'Page.loadEventFired' && committed) loaded()
      if (method === 'Runtime.exceptionThrown') {
        const { text, exception } = params.exceptionDetails
        complaints.push(`exception: ${exception?.description ?? text}`)
      }
      if (method === 'Runtime.consoleAPICalled' && params.type === 'error') {
        complaints.push(`error: ${params.args.map(arg => arg.value ?? arg.description).join(' ')}`)
      }
      if (method === 'Log.entryAdded' && params.entry.level === 'error') {
        complaints.push(`error: ${params.entry.text} ${params.entry.url ?? ''}`)
      }
    })
    await this.send('Page.navigate', { url: address })
    await load
    return { complaints, stop }
  }

  /** A window of that many points. It is no phone's, since those make themselves wider for a page that is too wide. */
  async resize(width, height, scale = 1) {
    await this.send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: scale, mobile: false })
  }

  async colours(scheme) {
    await this.send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value: scheme }] })
  }

  async evaluate(expression) {
    const { result, exceptionDetails } = await this.send('Runtime.evaluate', {
      expression,
      returnByValue: true,
      awaitPromise: true,
    })
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
    return result.value
  }

  /** Returns a picture of what is in the window, as the bytes of a PNG. */
  async picture() {
    return Buffer.from((await this.send('Page.captureScreenshot', { format: 'png' })).data, 'base64')
  }
}
