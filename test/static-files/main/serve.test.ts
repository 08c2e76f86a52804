import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { SECURITY_HEADERS } from '#main/static-files/content-security-policy.ts'
import { describeManifest, parseManifest } from '#main/static-files/manifest.ts'
import { createStaticFileHandler } from '#main/static-files/serve.ts'

const FILES = ['index.html', 'assets/index-ChWMAGz_.js', 'assets/style.css', 'assets/inter-Dx4kXJAl.woff2']
const read: string[] = []

function site(origin: string) {
  const handle = createStaticFileHandler({
    origin,
    manifest: parseManifest(describeManifest(FILES)),
    read: async (file) => {
      read.push(file)
      return new TextEncoder().encode(`content of ${file}`)
    },
  })
  return (url: string, method = 'GET') => handle({ url, method } as Request)
}

const desktop = site('app://app')
const browser = site('http://127.0.0.1:52011')

describe('createStaticFileHandler', () => {
  test.each([
    ['', 'index.html', 'text/html; charset=utf-8', 'no-cache'],
    ['index.html', 'index.html', 'text/html; charset=utf-8', 'no-cache'],
    ['assets/style.css', 'assets/style.css', 'text/css; charset=utf-8', 'no-cache'],
    ['assets/index-ChWMAGz_.js', 'assets/index-ChWMAGz_.js', 'text/javascript; charset=utf-8', 'public, max-age=31536000, immutable'],
    ['assets/inter-Dx4kXJAl.woff2', 'assets/inter-Dx4kXJAl.woff2', 'font/woff2', 'public, max-age=31536000, immutable'],
  ])('serves /%s to both hosts', async (path, file, type, cache) => {
    for (const response of [await desktop(`app://app/${path}`), await browser(`http://127.0.0.1:52011/${path}`)]) {
      expect(response.status).toBe(200)
      expect(await response.text()).toBe(`content of ${file}`)
      expect([response.headers.get('content-type'), response.headers.get('cache-control')]).toEqual([type, cache])
    }
  })

  test.each([
    'app://app/../etc/passwd',
    'app://app/assets/../../package.json',
    'app://app/%2e%2e/%2e%2e/etc/passwd',
    'app://app/..%2f..%2fetc/passwd',
    'app://app/..\\..\\windows\\system.ini',
    'app://app/%5c..%5cwindows',
    'app://app/assets%2fstyle.css',
    'app://app//assets/style.css',
    'app://app/assets//style.css',
    'app://app/assets/style.css/',
    'app://app/assets/style.css%00.html',
    'app://app/assets/STYLE.CSS',
    'app://app/assets',
    'app://app/assets/',
    'app://app/style.css',
    'app://app/renderer.manifest.json',
    'app://app/index.html?x=1',
    'app://app/?token=1',
    'app://app/__proto__',
    'app://app/constructor',
    'app://app/C:/Windows/system.ini',
    'app://app/file:///etc/passwd',
    'app://user@app/',
    'app://user:pw@app/',
    'app://app:80/',
    'app://APP/',
    'app://other/',
    'app://app.evil/',
    'app:///',
    'app:index.html',
    'http://app/',
    'https://app/index.html',
    'file:///index.html',
    'not an address',
    '',
  ])('has nothing at %j', async (url) => {
    expect((await desktop(url)).status).toBe(404)
  })

  test.each(['http://127.0.0.1/', 'http://localhost:52011/', 'https://127.0.0.1:52011/', 'http://u@127.0.0.1:52011/', 'http://127.0.0.1:52012/', 'http://0.0.0.0:52011/'])(
    'does not answer in another host’s place: %s',
    async (url) => {
      expect((await browser(url)).status).toBe(404)
    },
  )

  test.each(['POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS', 'PATCH', 'get'])('takes GET only, not %s', async (method) => {
    const response = await desktop('app://app/', method)
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET'])
  })

  test('puts the policy on every answer, refusals included', async () => {
    for (const response of [await desktop('app://app/'), await desktop('app://app/nothing'), await desktop('app://app/', 'POST')]) {
      expect(Object.fromEntries(response.headers)).toMatchObject(SECURITY_HEADERS)
    }
  })

  test('never reads a file that the manifest does not name, whatever the address', async () => {
    const piece = fc.oneof(fc.constantFrom('/', '..', '%2e', '\\', 'assets', 'index.html', '?', '#', '@', ':', '%00'), fc.string({ maxLength: 6 }))
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 8 }), async (pieces) => {
        read.length = 0
        const response = await desktop(`app://app/${pieces.join('')}`)
        expect(read.filter((file) => !FILES.includes(file))).toEqual([])
        expect(response.status).toBe(read.length === 1 ? 200 : 404)
      }),
    )
  })
})

test('the policy says exactly this', () => {
  expect(SECURITY_HEADERS['content-security-policy']).toBe(
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data: blob:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types vue",
  )
})
