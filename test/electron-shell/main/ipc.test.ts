import { beforeEach, describe, expect, test } from 'vitest'
import { refused, succeeded, type Outcome } from '#shared/foundation/outcome.ts'
import { CALL_CHANNEL } from '#main/electron/channels.ts'
import { registerIpc } from '#main/electron/ipc.ts'
import type { Caller } from '#main/operations/data-host.ts'
import { StandInIpcMain } from '../electron-stand-in.ts'

const WINDOW = 7
const ID = '0198c7a0-1b2c-7d3e-8f40-5a6b7c8d9e0f'
const page = { origin: 'app://app', parent: null }
const fromPage = { senderFrame: page, sender: { id: WINDOW } }

let ipcMain: StandInIpcMain
let calls: [name: string, input: unknown, caller: Caller, id: string | undefined][]
let hostAnswer: () => Promise<Outcome<unknown>>
let faults: unknown[]
let close: () => void

const call = (event: unknown, ...values: unknown[]) => ipcMain.invoke(event, CALL_CHANNEL, ...values)

beforeEach(() => {
  ipcMain = new StandInIpcMain()
  calls = []
  faults = []
  hostAnswer = async () => succeeded('done')
  close = registerIpc({
    ipcMain,
    isOurWindow: (id) => id === WINDOW,
    shellOperations: new Map([
      ['shell.echo', async (input: unknown) => succeeded(input)],
      ['shell.broken', () => Promise.reject(new Error('the stack is secret'))],
    ]),
    dataHost: {
      call: (name, input, caller, id) => {
        calls.push([name, input, caller, id])
        return hostAnswer()
      },
    },
    reportFault: (fault) => {
      faults.push(fault)
      return 'bug-1'
    },
  })
})

describe('a call from our page', () => {
  test('reaches the data host with its input, its id and the window as caller, and brings the outcome back', async () => {
    expect(await call(fromPage, 'leads.list', { page: 1 }, ID)).toEqual(succeeded('done'))
    expect(calls).toEqual([['leads.list', { page: 1 }, { kind: 'window' }, ID]])
  })

  test('brings a refusal back as it is', async () => {
    hostAnswer = async () => refused('lead.not-there', 'gone')
    expect(await call(fromPage, 'leads.show', {})).toEqual(refused('lead.not-there', 'gone'))
  })

  test('is answered by the shell where the operation is the shell’s own', async () => {
    expect(await call(fromPage, 'shell.echo', { a: 1 })).toEqual(succeeded({ a: 1 }))
    expect(calls).toEqual([])
  })

  test.each([
    ['the shell', () => call(fromPage, 'shell.broken')],
    ['the data host', () => call(fromPage, 'leads.list')],
  ])('is answered with an id and without a stack when %s breaks', async (_name, broken) => {
    hostAnswer = () => Promise.reject(new Error('the stack is secret'))
    const outcome = await broken()
    expect(outcome).toEqual(refused('internal', 'something went wrong in the program', { id: 'bug-1' }))
    expect(faults).toHaveLength(1)
  })
})

describe('a call from elsewhere', () => {
  const disposed = {
    get parent(): never {
      throw new Error('Render frame was disposed before WebFrameMain could be accessed')
    },
  }
  test.each([
    ['a frame that is gone', { ...fromPage, senderFrame: null }],
    ['a frame that has been disposed of', { ...fromPage, senderFrame: disposed }],
    ['a frame within our page', { ...fromPage, senderFrame: { origin: 'app://app', parent: page } }],
    ['about:blank', { ...fromPage, senderFrame: { origin: 'null', parent: null } }],
    ['another origin', { ...fromPage, senderFrame: { origin: 'https://example.com', parent: null } }],
    ['an origin that begins like ours', { ...fromPage, senderFrame: { origin: 'app://app.example.com', parent: null } }],
    ['a page that is not in our window', { ...fromPage, sender: { id: WINDOW + 1 } }],
    ['nobody', {}],
  ])('is refused: %s', async (_name, event) => {
    expect(await call(event, 'shell.echo', 1)).toMatchObject({ ok: false, error: { code: 'ipc.sender' } })
    expect(await call(event, 'leads.list', 1)).toMatchObject({ ok: false, error: { code: 'ipc.sender' } })
    expect(calls).toEqual([])
  })

  test('is judged by the frame as it was when the call came, not after anything was awaited', async () => {
    let gone = false
    const event = {
      sender: { id: WINDOW },
      get senderFrame() {
        return gone ? null : page
      },
    }
    const answer = call(event, 'leads.list')
    gone = true
    expect(await answer).toEqual(succeeded('done'))
  })
})

describe('a malformed call', () => {
  test.each([[undefined], [null], [42], [{}], [['leads.list']], ['x'.repeat(101)]])('has no operation: %j', async (name) => {
    expect(await call(fromPage, name)).toMatchObject({ ok: false, error: { code: 'operation.unknown' } })
    expect(calls).toEqual([])
  })

  test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])('finds nothing of the shell’s under the name %s', async (name) => {
    hostAnswer = async () => refused('operation.unknown', 'there is no such operation')
    expect(await call(fromPage, name)).toMatchObject({ error: { code: 'operation.unknown' } })
  })

  test.each([[42], ['1'], [{}], ['0198c7a0-1b2c-4d3e-8f40-5a6b7c8d9e0f'], ['x'.repeat(10_000)]])('is refused for its id: %j', async (id) => {
    expect(await call(fromPage, 'leads.list', {}, id)).toMatchObject({ ok: false, error: { code: 'input.invalid' } })
    expect(calls).toEqual([])
  })

  const cyclic: Record<string, unknown> = {}
  cyclic['self'] = cyclic
  test.each([
    ['what is too large', 'x'.repeat(50_000_000), 'payload.too-large'],
    ['what holds itself', cyclic, 'payload.too-deep'],
    ['a BigInt', 1n, 'payload.not-json'],
    ['bytes', new Uint8Array(8), 'payload.not-json'],
    ['a key __proto__', JSON.parse('{"__proto__":{"x":1}}'), 'payload.forbidden-key'],
  ])('never brings on %s', async (_name, input, code) => {
    expect(await call(fromPage, 'leads.list', input)).toMatchObject({ ok: false, error: { code } })
    expect(await call(fromPage, 'shell.echo', input)).toMatchObject({ ok: false, error: { code } })
    expect(calls).toEqual([])
  })
})

test('refuses the five hundred and first call that would wait, and takes calls again when one is answered', async () => {
  const answers: (() => void)[] = []
  hostAnswer = () => new Promise((resolve) => answers.push(() => resolve(succeeded('late'))))
  const waiting = Array.from({ length: 500 }, () => call(fromPage, 'leads.list'))
  expect(await call(fromPage, 'leads.list')).toMatchObject({ ok: false, error: { code: 'ipc.busy' } })
  for (const answer of answers.splice(0)) answer()
  await Promise.all(waiting)
  const next = call(fromPage, 'leads.list')
  for (const answer of answers) answer()
  expect(await next).toEqual(succeeded('late'))
})

test('leaves no handler behind when it is closed', () => {
  close()
  expect([...ipcMain.handlers]).toEqual([])
})
