import { toRaw } from 'vue'
import type { z } from 'zod'
import type { IdMaker } from '#shared/foundation/ids.ts'
import type { Contract, Operation } from '#shared/foundation/operation.ts'
import type { Outcome } from '#shared/foundation/outcome.ts'
import type { Bridge } from './bridge.ts'
import type { Contracts } from './contracts.ts'

/** @param id a command's or a job's own id; made when left out */
export type Call<O extends Operation> = (input: z.input<O['input']>, options?: { readonly id: string }) => Promise<Outcome<z.output<O['output']>>>

type Operations<C extends Contract> = { readonly [V in keyof C['operations'] as string extends V ? never : V]: Call<C['operations'][V]> }

/** `client.leads.list({ … })`: every operation of every contract, typed by the contract. */
export type Client = { readonly [C in keyof Contracts]: Operations<Contracts[C]> }

export type InputOf<F extends (input: never) => unknown> = Parameters<F>[0]
export type ValueOf<F extends (input: never) => Promise<Outcome<unknown>>> = Extract<Awaited<ReturnType<F>>, { ok: true }>['value']

/**
 * Names are made from the way the client is written, not from the contracts' schemas: the host checks both ends.
 */
export function createClient(bridge: Bridge, newId: IdMaker): Client {
  const call = (name: string) => (input: unknown, options?: { readonly id: string }) => {
    const id = options?.id ?? newId()
    return bridge.call(name, plain(input), { id })
  }
  const members = (make: (name: string) => unknown): object => {
    const made = new Map<string, unknown>()
    return new Proxy({}, {
      get(_, key) {
        if (typeof key !== 'string') return undefined
        if (!made.has(key)) made.set(key, make(key))
        return made.get(key)
      },
    })
  }
  return members((capability) => members((verb) => call(`${capability}.${verb}`))) as Client
}

/** A copy without Vue's proxies, which no bridge can carry. */
function plain(value: unknown): unknown {
  const raw = toRaw(value)
  if (Array.isArray(raw)) return raw.map(plain)
  if (raw === null || typeof raw !== 'object') return raw
  return Object.fromEntries(Object.entries(raw).map(([key, inner]) => [key, plain(inner)]))
}
