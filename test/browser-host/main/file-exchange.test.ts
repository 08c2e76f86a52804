import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { serveBrowser, type ServedBrowser } from './serve-browser.ts'

async function upload(browser: ServedBrowser, name: string, body: string | Buffer = 'company\nLira\n') {
  const answer = await browser.ask(`/files?name=${encodeURIComponent(name)}`, { method: 'POST', body })
  const value = (JSON.parse(answer.body) as { value?: { token: string; name: string; bytes: number } }).value
  return { ...answer, value, path: value === undefined ? '' : (browser.grants.get(value.token)?.path ?? '') }
}

describe('handing a file over', () => {
  test('gives a token for it, by which the workspace may read it and nothing else', async () => {
    const browser = await serveBrowser()
    const body = Buffer.from([0, 255, 10, 13, 0xe3, 0x81, 0x82])
    const { value, path } = await upload(browser, '見込み客 2026.csv', body)
    expect(value).toMatchObject({ name: '見込み客 2026.csv', bytes: body.length })
    expect(browser.grants.get(value?.token ?? '')).toEqual({ token: value?.token, path, access: 'read' })
    expect(readFileSync(path).equals(body)).toBe(true)
  })

  test.each([
    ['../../../etc/passwd', 'passwd'], ['..', 'file'], ['.', 'file'], ['', 'file'], ['/', 'file'], ['C:\\Windows\\win.ini', 'win.ini'], ['\\\\host\\share\\leads.csv', 'leads.csv'], ['a/b\\c.csv', 'c.csv'],
    ['nul\u0000byte.csv', 'nul_byte.csv'], ['con.csv', '_con.csv'], ['LPT1', '_LPT1'], ['trailing. . ', 'trailing'], ['a<b>c:d|e?f*g"h.csv', 'a_b_c_d_e_f_g_h.csv'], ['line\r\nbreak.csv', 'line__break.csv'], ['half \ud83d.csv', 'half \ufffd.csv'],
  ])('row 6: takes a file by the name %j for %j, in a folder of its own', async (name, kept) => {
    const browser = await serveBrowser()
    const answer = await browser.ask(`/files?name=${encodeURIComponent(name.toWellFormed())}`, { method: 'POST', body: 'x' })
    const { value } = JSON.parse(answer.body) as { value: { token: string; name: string } }
    const path = browser.grants.get(value.token)?.path ?? ''
    expect(value.name).toBe(kept)
    expect([basename(path), dirname(dirname(path))]).toEqual([kept, join(browser.directory, 'incoming')])
    expect(answer.body).not.toContain(browser.directory)
  })

  test('keeps the end of a name too long for a file system, in whatever script', async () => {
    const browser = await serveBrowser()
    const { value } = await upload(browser, `${'展示会名簿'.repeat(60)}.csv`)
    expect(value?.name).toMatch(/名簿\.csv$/)
    expect(Buffer.byteLength(value?.name ?? '')).toBeLessThanOrEqual(200)
    expect((await upload(browser, `${'x'.repeat(5000)}.csv`)).value?.name).toHaveLength(200)
  })

  test('keeps files of one name apart', async () => {
    const browser = await serveBrowser()
    const [one, other] = [await upload(browser, 'a.csv', 'one'), await upload(browser, 'a.csv', 'other')]
    expect([readFileSync(one.path, 'utf8'), readFileSync(other.path, 'utf8')]).toEqual(['one', 'other'])
  })

  test('refuses a file larger than any list, before it comes', async () => {
    const browser = await serveBrowser()
    const answer = await browser.send(`POST /files?name=x HTTP/1.1\r\nHost: 127.0.0.1:${browser.port}\r\nX-Workbench-Token: ${browser.served.token}\r\nContent-Length: 300000000\r\nConnection: close\r\n\r\n`)
    expect(answer).toContain('import.too-large')
    expect(browser.grants.size).toBe(0)
  })

  test('leaves nothing of a file that broke off on its way', async () => {
    const browser = await serveBrowser()
    await browser.send(`POST /files?name=x.csv HTTP/1.1\r\nHost: 127.0.0.1:${browser.port}\r\nX-Workbench-Token: ${browser.served.token}\r\nContent-Length: 1000\r\n\r\nhalf`)
    expect((await browser.ask('/')).status).toBe(200)
    expect(browser.grants.size).toBe(0)
  })

  test('takes an empty file, whose emptiness is for the import to judge', async () => {
    const browser = await serveBrowser()
    expect((await upload(browser, 'empty.csv', '')).value?.bytes).toBe(0)
  })
})

describe('fetching a file', () => {
  test('gives what was offered, under its name', async () => {
    const browser = await serveBrowser()
    const { value } = await upload(browser, 'リスト "1".csv', 'company\nLira\n')
    const answer = await browser.ask(`/files/${value?.token ?? ''}`)
    expect([answer.status, answer.body]).toEqual([200, 'company\nLira\n'])
    expect(answer.headers['content-type']).toBe('application/octet-stream')
    expect(answer.headers['content-disposition']).toBe(`attachment; filename*=UTF-8''${encodeURIComponent('リスト _1_.csv')}`)
  })

  test.each(['', 'x', '../workspace.db', '..%2f..%2fetc%2fpasswd', '__proto__', 'a/b'])('finds nothing by the token %j', async (token) => {
    const browser = await serveBrowser()
    expect([404, 'file.unknown']).toEqual(await browser.ask(`/files/${token}`).then(({ status, code }) => [status, status === 404 ? 'file.unknown' : code]))
  })

  test('does not give what may only be written, nor what has gone', async () => {
    const browser = await serveBrowser()
    const path = join(browser.directory, 'target.csv')
    writeFileSync(path, 'secret')
    const grants = browser.grants as Map<string, { token: string; path: string; access: 'read' | 'write' }>
    grants.set('for-writing', { token: 'for-writing', path, access: 'write' })
    grants.set('gone', { token: 'gone', path: join(browser.directory, 'gone.csv'), access: 'read' })
    for (const token of ['for-writing', 'gone']) expect((await browser.ask(`/files/${token}`)).status).toBe(404)
  })

  test('of another start is not there any more: what was handed over is cleared away', async () => {
    const browser = await serveBrowser()
    const { path } = await upload(browser, 'a.csv')
    const { FileExchange } = await import('#main/browser/file-exchange.ts')
    expect(existsSync(path)).toBe(true)
    void new FileExchange(browser.directory, {} as never)
    expect(existsSync(path)).toBe(false)
    rmSync(join(browser.directory, 'incoming'), { recursive: true, force: true })
  })

  test('is taken away when the page is done with it, and at the end everything is', async () => {
    const browser = await serveBrowser()
    const [done, left] = [await upload(browser, 'done.csv'), await upload(browser, 'left.csv')]
    expect((await browser.ask(`/files/${done.value?.token ?? ''}`, { method: 'DELETE' })).code).toBe('ok')
    expect([existsSync(done.path), existsSync(left.path)]).toEqual([false, true])
    expect((await browser.ask(`/files/${left.value?.token ?? ''}`, { method: 'DELETE', headers: { 'x-workbench-token': 'x' } })).status).toBe(401)
    await browser.ask('/files/..', { method: 'DELETE' })
    await browser.ask(`/files/${encodeURIComponent('../out')}`, { method: 'DELETE' })
    expect([existsSync(left.path), existsSync(join(browser.directory, 'out'))]).toEqual([true, true])
    await browser.served.close()
    expect(existsSync(join(browser.directory, 'incoming'))).toBe(false)
  })
})
