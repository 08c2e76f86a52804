import { connect, type Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, onTestFinished, test } from 'vitest'
import { startBrowserHost } from '#main/browser/browser-host.ts'
import { leadsContract } from '#shared/leads/leads.contract.ts'
import { openHost } from '#test/foundation/open-host.ts'
import { serveBrowser } from './serve-browser.ts'
import { join } from 'node:path'
import { mkdirSync, writeFileSync } from 'node:fs'

/** Listens to a host's events as a page does. */
function listen(origin: string, token: string): { socket: Socket; heard: () => string; until: (words: string) => Promise<void> } {
  const { port, host } = new URL(origin)
  let heard = ''
  const socket = connect(Number(port), '127.0.0.1', () => socket.write(`GET /events HTTP/1.1\r\nHost: ${host}\r\nX-Workbench-Token: ${token}\r\n\r\n`))
  socket.on('data', (chunk) => (heard += chunk.toString())).on('error', () => undefined)
  onTestFinished(() => {
    socket.destroy()
  })
  return {
    socket,
    heard: () => heard,
    until: async (words) => {
      while (!heard.includes(words)) await wait(5)
    },
  }
}

describe('events', () => {
  test('tell every listening page what a real workspace has changed', async () => {
    const desk = await openHost()
    const out = join(desk.directory, 'out')
    mkdirSync(out)
    writeFileSync(join(out, 'renderer.manifest.json'), '{"files":["index.html"]}')
    const served = await startBrowserHost({ host: desk.host, directory: desk.directory, out, port: 0 })
    onTestFinished(() => served.close())
    const pages = [listen(served.origin, served.token), listen(served.origin, served.token)]
    for (const page of pages) await page.until(': here')
    const created = await desk.call(leadsContract.operations.create, { company: 'Lira' })
    if (!created.ok) throw new Error(created.error.code)
    for (const page of pages) {
      await page.until('leads.changed')
      expect(page.heard()).toContain('content-type: text/event-stream')
      expect(page.heard()).toContain(`data: ${JSON.stringify({ name: 'leads.changed', data: { ids: [created.value.id] } })}\n\n`)
    }
  })

  test('stay one line each, whatever they carry', async () => {
    const browser = await serveBrowser()
    const page = listen(browser.served.origin, browser.served.token)
    await page.until(': here')
    for (const listener of browser.listeners) listener({ name: 'leads.changed', data: 'two\n\ndata: {"name":"forged"}\r\n lines' })
    await page.until('forged')
    expect(page.heard()).not.toMatch(/^data: \{"name":"forged"\}/m)
  })

  test('are no longer sent to a page that has gone', async () => {
    const browser = await serveBrowser()
    const page = listen(browser.served.origin, browser.served.token)
    await page.until(': here')
    expect(browser.listeners.size).toBe(1)
    page.socket.destroy()
    while (browser.listeners.size > 0) await wait(5)
    expect((await browser.ask('/')).status).toBe(200)
  })

  test('drop a page that does not read, and go on to one that does', async () => {
    const browser = await serveBrowser()
    const deaf = listen(browser.served.origin, browser.served.token)
    await deaf.until(': here')
    deaf.socket.pause()
    const page = listen(browser.served.origin, browser.served.token)
    await page.until(': here')
    const big = 'x'.repeat(200_000)
    while (browser.listeners.size > 1) {
      for (const listener of browser.listeners) listener({ name: 'leads.changed', data: big })
      await wait(1)
    }
    for (const listener of browser.listeners) listener({ name: 'leads.changed', data: 'the last' })
    await page.until('the last')
    expect(browser.listeners.size).toBe(1)
  })
})
