import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { WhyNotNow } from '#main/updates/updater.ts'
import { anUpdater, INSTALLER, realNetwork, signed, updateServer } from '#test/updates/update-server.ts'

const NAME = 'channel-workbench-1.1.0.exe'

describe('a new version', () => {
  test('is looked for, fetched, proven, and installed when asked', async () => {
    const { address, asked } = await updateServer()
    const { updater, folder, installed, told, seen } = anUpdater(address)
    await updater.check()
    expect(told.map(({ state }) => state)).toEqual(['checking', 'downloading', 'verified', 'ready'])
    expect(updater.status).toEqual({ state: 'ready', version: '1.1.0', note: null })
    expect(installed).toEqual([])
    await updater.install()
    expect(installed).toEqual([join(folder, NAME)])
    expect(readFileSync(join(folder, NAME)).equals(INSTALLER)).toBe(true)
    expect([asked, seen.get('stable')]).toEqual([['/stable.json', `/${NAME}`], 7])
  })

  test.each([
    [{ Updates: 'off' }, 'update.off'],
    [{ UpdateAddress: '' }, 'update.no-address'],
  ] as const)('is not looked for under %j: no traffic at all (row 80)', async (policies, note) => {
    const { address, asked } = await updateServer()
    const { updater } = anUpdater(address, { policies: () => ({ UpdateAddress: address, ...policies }) })
    await updater.check()
    expect([updater.status, asked]).toEqual([{ state: 'idle', version: null, note }, []])
  })

  test('is not looked for by a program that has no key to believe it by, and says so', async () => {
    const { address, asked } = await updateServer()
    const { updater } = anUpdater(address, { keys: [] })
    await updater.check()
    expect([updater.status, asked]).toEqual([{ state: 'idle', version: null, note: 'update.no-key' }, []])
  })

  test('is only announced where the company or the system has it installed by others', async () => {
    const { address, asked } = await updateServer()
    for (const changes of [{ policies: () => ({ UpdateAddress: address, Updates: 'notify' as const }) }, { install: undefined }]) {
      const { updater } = anUpdater(address, changes)
      await updater.check()
      expect(updater.status).toEqual({ state: 'idle', version: '1.1.0', note: null })
    }
    expect(asked).toEqual(['/stable.json', '/stable.json'])
  })

  test('of the beta ring comes only to who is in it', async () => {
    const server = await updateServer()
    server.paths.set('/beta.json', signed({ ring: 'beta', version: '1.2.0-beta.1', number: 3 }))
    const { updater, seen } = anUpdater(server.address, { policies: () => ({ UpdateAddress: `${server.address}/`, UpdateRing: 'beta' }) })
    await updater.check()
    expect([updater.status.version, seen.get('beta')]).toEqual(['1.2.0-beta.1', 3])
    server.paths.set('/stable.json', signed({ ring: 'beta', version: '1.2.0-beta.1' }))
    const stable = anUpdater(server.address)
    await stable.updater.check()
    expect(stable.updater.status.note).toBe('update.feed-other-ring')
  })

  test('of an old feed brought out again is refused, unless the company goes back', async () => {
    const server = await updateServer()
    server.paths.set('/stable.json', signed({ version: '0.9.0', number: 2 }))
    const tried = anUpdater(server.address)
    tried.seen.set('stable', 7)
    await tried.updater.check()
    expect(tried.updater.status.note).toBe('update.feed-older')
    const back = anUpdater(server.address, { policies: () => ({ UpdateAddress: server.address, UpdateVersion: '0.9.0', UpdateRollback: true }) })
    back.seen.set('stable', 7)
    await back.updater.check()
    expect([back.updater.status, back.seen.get('stable')]).toEqual([{ state: 'ready', version: '0.9.0', note: null }, 7])
  })
})

describe('a hostile or failing server', () => {
  const checked = async (path: string, answer: Parameters<Awaited<ReturnType<typeof updateServer>>['paths']['set']>[1], changes = {}) => {
    const server = await updateServer()
    server.paths.set(path, answer)
    const tried = anUpdater(server.address, changes)
    await tried.updater.check()
    return { ...tried, ...server, note: tried.updater.status.note }
  }

  test.each([
    ['another byte', Buffer.from(INSTALLER.toString().replace('an installer', 'an Installer')), 'update.damaged'],
    ['something appended', Buffer.concat([INSTALLER, Buffer.from('x')]), 'update.damaged'],
    ['an end too early', INSTALLER.subarray(0, 1000), 'update.offline'],
    ['nothing', Buffer.alloc(0), 'update.offline'],
  ])('whose installer has %s is not believed, and the program goes on (row 71)', async (_, answer, note) => {
    const tried = await checked(`/${NAME}`, answer)
    expect(tried.updater.status).toEqual({ state: 'idle', version: null, note })
    expect(existsSync(join(tried.folder, NAME))).toBe(false)
    await tried.updater.install()
    expect(tried.installed).toEqual([])
  })

  test.each([301, 302, 307, 308])('that sends elsewhere with %i is followed nowhere (row 75)', async (status) => {
    for (const path of ['/stable.json', `/${NAME}`]) {
      const { note, asked } = await checked(path, (_, response) => {
        response.writeHead(status, { location: path })
        response.end()
      })
      expect([note, asked.filter((each) => each === path)]).toEqual(['update.offline', [path]])
    }
  })

  test('whose feed is gone, huge or a page is told by what it is', async () => {
    expect((await checked('/stable.json', (_, response) => response.writeHead(404).end())).note).toBe('update.not-there')
    expect((await checked('/stable.json', ' '.repeat(200_000))).note).toBe('update.feed-unreadable')
    expect((await checked('/stable.json', '<html>Sign in</html>')).note).toBe('update.feed-unreadable')
    const nobody = anUpdater('http://127.0.0.1:1')
    await nobody.updater.check()
    expect(nobody.updater.status.note).toBe('update.offline')
  })

  test('that brings a byte now and then is cut off, for the feed and for the installer (row 76)', async () => {
    const hasten = { network: { ...realNetwork, after: (_: number, run: () => void) => realNetwork.after(200, run) } }
    const drip = (head: Buffer) => (_: unknown, response: { write(piece: Uint8Array): unknown; on(event: 'close', run: () => void): unknown }) => {
      response.write(head)
      const timer = setInterval(() => response.write(Buffer.from(' ')), 20)
      response.on('close', () => clearInterval(timer))
    }
    expect((await checked('/stable.json', drip(Buffer.from('{'))  as never, hasten)).note).toBe('update.too-slow')
    const slow = await checked(`/${NAME}`, drip(INSTALLER.subarray(0, 100)) as never, hasten)
    expect([slow.note, slow.asked.length]).toEqual(['update.too-slow', 2])
  })

  test('that breaks off is asked for the rest the next time', async () => {
    const { address, asked, paths } = await updateServer()
    const { updater, folder } = anUpdater(address)
    const part = join(folder, `${NAME}.part`)
    paths.set(`/${NAME}`, (request, response) => {
      const from = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? 0)
      if (from > 0) {
        response.writeHead(206, { 'content-range': `bytes ${from}-${INSTALLER.length - 1}/${INSTALLER.length}` })
        response.end(INSTALLER.subarray(from))
        return
      }
      response.writeHead(200, { 'content-length': INSTALLER.length }).write(INSTALLER.subarray(0, INSTALLER.length >> 1))
      const timer = setInterval(() => {
        if (statSync(part).size === 0) return
        clearInterval(timer)
        response.destroy()
      }, 5)
    })
    await updater.check()
    expect(updater.status.note).toBe('update.offline')
    await updater.check()
    expect(updater.status.state).toBe('ready')
    expect(asked.at(-1)).toMatch(/^\/channel-workbench-1\.1\.0\.exe bytes=\d+-$/)
  })

  test.each(['bytes 0-9/10', 'bytes 5-64999/65000', ''])('that lies about ranges (%j) is asked from the beginning, or not believed', async (range) => {
    const { address, paths } = await updateServer()
    const { updater, folder } = anUpdater(address)
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, `${NAME}.part`), INSTALLER.subarray(0, 100))
    paths.set(`/${NAME}`, (_, response) => {
      response.writeHead(206, { 'content-range': range })
      response.end(INSTALLER.subarray(100))
    })
    await updater.check()
    expect(updater.status).toMatchObject({ state: 'idle', note: 'update.not-there' })
    paths.set(`/${NAME}`, INSTALLER)
    await updater.check()
    expect(updater.status.state).toBe('ready')
  })

  test('is not asked for an installer that the disk has no room for, three times over (row 79)', async () => {
    const { address, asked } = await updateServer()
    const { updater } = anUpdater(address, { network: { ...realNetwork, room: async () => INSTALLER.length * 3 - 1 } })
    await updater.check()
    expect([updater.status, asked]).toEqual([{ state: 'idle', version: null, note: 'update.disk-full' }, ['/stable.json']])
  })
})

describe('what was fetched (row 77)', () => {
  const ready = async (changes = {}) => {
    const { address } = await updateServer()
    const tried = anUpdater(address, changes)
    await tried.updater.check()
    return { ...tried, file: join(tried.folder, NAME) }
  }

  test.each<[string, (file: string) => void]>([
    ['was put in its place', (file) => writeFileSync(file, INSTALLER.toString().replace('an installer', 'an Installer'))],
    ['was lengthened', (file) => appendFileSync(file, 'x')],
    ['became a link', (file) => { renameSync(file, `${file}.real`); symlinkSync(`${file}.real`, file) }],
    ['is gone', (file) => rmSync(file)],
  ])('is not installed when another %s', async (_, spoil) => {
    const { updater, file, installed } = await ready()
    expect(updater.status.state).toBe('ready')
    spoil(file)
    await updater.install()
    expect([updater.status, installed]).toEqual([{ state: 'idle', version: null, note: 'update.damaged' }, []])
  })

  test('is proven anew from the beginning, not believed because it lies there', async () => {
    const { address, asked } = await updateServer()
    const { updater, folder } = anUpdater(address)
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, NAME), 'evil')
    writeFileSync(join(folder, 'other.exe'), 'evil')
    await updater.check()
    expect(updater.status.state).toBe('ready')
    expect([asked.at(-1), readdirSync(folder)]).toEqual([`/${NAME}`, [NAME]])
  })

  test('is fetched nowhere through a link in the place of the folder', async () => {
    const { address } = await updateServer()
    const { updater, folder } = anUpdater(address)
    mkdirSync(`${folder}-elsewhere`)
    symlinkSync(`${folder}-elsewhere`, folder)
    await updater.check()
    expect([updater.status.note, readdirSync(`${folder}-elsewhere`)]).toEqual(['update.place-unsafe', []])
  })

  test('is not installed when the system does not believe it to be its publisher’s, then or by now (row 78)', async () => {
    const first = await ready({ isOurs: async () => false })
    expect(first.updater.status).toEqual({ state: 'idle', version: null, note: 'update.not-ours' })
    let asked = 0
    const second = await ready({ isOurs: async () => (asked += 1) === 1 })
    await second.updater.install()
    expect([second.updater.status.note, second.installed]).toEqual(['update.not-ours', []])
  })

  test.each<WhyNotNow>(['unsent', 'working', 'ending'])('waits while installing would disturb: %s (row 79)', async (why) => {
    let reason: WhyNotNow | undefined = why
    const { updater, installed } = await ready({ whyNotNow: async () => reason })
    expect(updater.status).toEqual({ state: 'verified', version: '1.1.0', note: why })
    await updater.install()
    expect(installed).toEqual([])
    reason = undefined
    await updater.consider()
    expect(updater.status).toEqual({ state: 'ready', version: '1.1.0', note: null })
    reason = why
    await updater.install()
    expect([updater.status.state, installed]).toEqual(['verified', []])
  })

  test('falls when it is pulled back or another is offered before it is installed, and stays when the feed cannot be had', async () => {
    const server = await updateServer()
    const { updater, installed } = anUpdater(server.address)
    await updater.check()
    server.paths.delete('/stable.json')
    await updater.check()
    expect(updater.status).toEqual({ state: 'ready', version: '1.1.0', note: null })
    server.paths.set('/stable.json', signed({ version: '1.2.0', number: 8 }))
    await updater.check()
    expect(updater.status).toEqual({ state: 'ready', version: '1.2.0', note: null })
    server.paths.set('/stable.json', signed({ version: '1.2.0', number: 9, rollout: 0 }))
    await updater.check()
    await updater.install()
    expect([updater.status, installed]).toEqual([{ state: 'idle', version: null, note: 'halted' }, []])
  })

  test('is not installed when the company has turned updates off meanwhile', async () => {
    let isOff = false
    const { address } = await updateServer()
    const { updater, installed } = anUpdater(address, { policies: () => ({ UpdateAddress: address, ...(isOff ? { Updates: 'off' as const } : {}) }) })
    await updater.check()
    isOff = true
    await updater.install()
    expect([updater.status.note, installed]).toEqual(['update.off', []])
  })
})

test('in whatever order things happen, only what was proven is installed, only when nothing speaks against it, and the states follow one another', async () => {
  const follows: Readonly<Record<string, readonly string[]>> = {
    idle: ['checking', 'idle'],
    checking: ['downloading', 'idle'],
    downloading: ['verified', 'idle'],
    verified: ['ready', 'verified', 'idle'],
    ready: ['installing', 'ready', 'verified', 'idle'],
    installing: ['idle'],
  }
  const server = await updateServer()
  const step = fc.constantFrom('check', 'consider', 'install', 'busy', 'free', 'swap', 'break', 'mend', 'disbelieve')
  await fc.assert(fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
    const world = { busy: false, broken: false, believed: true, swapped: false }
    const { updater, folder, told, installed } = anUpdater(server.address, {
      network: { ...realNetwork, fetch: async (address) => (world.broken ? Promise.reject(new TypeError('fetch failed')) : new Response(address.endsWith('.json') ? signed() : INSTALLER)) },
      whyNotNow: async () => (world.busy ? 'working' : undefined),
      isOurs: async () => world.believed,
      install: async (file) => {
        expect([world.busy, world.believed, readFileSync(file).equals(INSTALLER)]).toEqual([false, true, true])
        installed.push(file)
      },
    })
    for (const each of steps) {
      if (each === 'check') await updater.check()
      else if (each === 'consider') await updater.consider()
      else if (each === 'install') await updater.install()
      else if (each === 'swap' && existsSync(join(folder, NAME))) writeFileSync(join(folder, NAME), 'evil')
      else if (each === 'busy' || each === 'free') world.busy = each === 'busy'
      else if (each === 'break' || each === 'mend') world.broken = each === 'break'
      else if (each === 'disbelieve') world.believed = false
    }
    const states = ['idle', ...told.map(({ state }) => state)]
    for (const [at, state] of states.slice(1).entries()) expect(follows[states[at] ?? '']).toContain(state)
    expect(installed.length).toBeLessThanOrEqual(1)
  }), { numRuns: 60 })
})
