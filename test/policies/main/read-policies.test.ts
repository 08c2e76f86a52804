import { createServer } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { describe, expect, onTestFinished, test } from 'vitest'
import { followProxy } from '#main/policies/proxy.ts'
import { keepPolicies } from '#main/policies/read-policies.ts'
import type { PolicyLayer } from '#shared/policies/resolve-policies.ts'
import { givenPolicies } from '#test/policies/given-policies.ts'

test('what administrators change counts while the program runs, and is told once', async () => {
  let machine: PolicyLayer = { place: 'here', entries: { ExportAllowed: true } }
  const policies = await keepPolicies(async () => ({ machine }), 5)
  onTestFinished(() => policies.close())
  let told = 0
  policies.onChange(() => (told += 1))
  const changed = (): Promise<void> =>
    new Promise((resolve) => {
      const stop = policies.onChange(() => {
        stop()
        resolve()
      })
    })
  expect(policies.current().set).toEqual({ ExportAllowed: true })
  const first = changed()
  machine = { place: 'here', entries: { ExportAllowed: false } }
  await first
  expect(policies.current().set).toEqual({ ExportAllowed: false })
  const second = changed()
  machine = { place: 'here', problem: 'not-json' }
  await second
  expect(policies.current()).toMatchObject({ set: { ExportAllowed: false, SignIn: 'company' }, problems: [{ problem: 'not-json' }] })
  expect(told).toBe(2)
})

describe('the proxy that the company has set', () => {
  async function listening(answer: string): Promise<{ port: number; asked: string[] }> {
    const asked: string[] = []
    const server = createServer((request, response) => {
      asked.push(`${request.method} ${request.url}`)
      response.end(answer)
    })
    server.on('connect', (request, socket) => {
      asked.push(`CONNECT ${request.url}`)
      socket.end('HTTP/1.1 403 Forbidden\r\n\r\n')
    })
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    onTestFinished(() => {
      server.closeAllConnections()
      server.close()
    })
    return { port: (server.address() as AddressInfo).port, asked }
  }

  test('carries what leaves this computer, and nothing that stays on it', async () => {
    const [proxy, here] = [await listening('the proxy'), await listening('here')]
    onTestFinished(followProxy(givenPolicies({ ProxyServer: `http://127.0.0.1:${proxy.port}` })))
    await expect(fetch('https://central.lira.example/health')).rejects.toThrow()
    expect(proxy.asked).toEqual(['CONNECT central.lira.example:443'])
    expect(await (await fetch(`http://127.0.0.1:${here.port}/x`)).text()).toBe('here')
    expect(proxy.asked).toHaveLength(1)
  })

  test('is none where none is set', async () => {
    const here = await listening('here')
    onTestFinished(followProxy(givenPolicies({})))
    expect(await (await fetch(`http://127.0.0.1:${here.port}/`)).text()).toBe('here')
  })

  test('is another as soon as the company sets another, or none', async () => {
    const [first, second] = [await listening('first'), await listening('second')]
    const policies = givenPolicies({ ProxyServer: `http://127.0.0.1:${first.port}` })
    onTestFinished(followProxy(policies))
    policies.set({ ProxyServer: `http://127.0.0.1:${second.port}` })
    await expect(fetch('https://central.lira.example/health')).rejects.toThrow()
    expect([first.asked, second.asked]).toEqual([[], ['CONNECT central.lira.example:443']])
    policies.set({})
    await expect(fetch('https://central.lira.example/health')).rejects.toThrow()
    expect(second.asked).toHaveLength(1)
  })
})
