import { refused, RefusedError, succeeded, type Outcome } from '#shared/foundation/outcome.ts'
import type { ReportBug } from '../operations/dispatch.ts'
import { asRefusal } from '../workspace/open.ts'
import type { Incoming } from './incoming.ts'
import type { SyncStore } from './sync-store.ts'

type Methods<T> = { readonly [M in keyof T]: (...given: never) => unknown }
/** One call of something that lives in another thread, on its way there. */
type Call<T extends Methods<T>> = { readonly [M in keyof T]: { readonly method: M; readonly given: Parameters<T[M]> } }[keyof T]
/** What lives in another thread, as it is called from here. */
type Port<T extends Methods<T>> = { readonly [M in keyof T]: (...given: Parameters<T[M]>) => Promise<ReturnType<T[M]>> }

export type SyncCall = Call<SyncStore>
export type SyncPort = Port<SyncStore>
export type IncomingCall = Call<Incoming>
export type IncomingPort = Port<Incoming>

const storeMethods: Readonly<Record<keyof SyncStore, true>> = {
  standing: true, obstacles: true, connect: true, setPerson: true, setPaused: true, setSignedOut: true, setProblem: true, noteComparison: true, nextBatch: true, recordAnswers: true,
  beginPull: true, stage: true, apply: true, requeueAfter: true, forgetCursor: true, takeNewIdentity: true, signOut: true, refusedCommand: true, drop: true,
}
const incomingMethods: Readonly<Record<keyof Incoming, true>> = { resume: true, begin: true, read: true, keep: true, seal: true }

/** @param ask takes a call to the store and brings its outcome back */
export function syncPort(ask: (call: SyncCall) => Promise<Outcome<unknown>>): SyncPort {
  return portTo(storeMethods, ask as (call: object) => Promise<Outcome<unknown>>) as unknown as SyncPort
}

export function incomingPort(ask: (call: IncomingCall) => Promise<Outcome<unknown>>): IncomingPort {
  return portTo(incomingMethods, ask as (call: object) => Promise<Outcome<unknown>>) as unknown as IncomingPort
}

function portTo(methods: object, ask: (call: object) => Promise<Outcome<unknown>>): object {
  const call = (method: string) => async (...given: readonly unknown[]) => {
    const outcome = await ask({ method, given })
    if (!outcome.ok) throw new RefusedError(outcome.error.code, outcome.error.message, outcome.error.details)
    return outcome.value
  }
  return Object.fromEntries(Object.keys(methods).map((method) => [method, call(method)]))
}

export function callSyncStore(store: SyncStore, { method, given }: SyncCall, reportBug: ReportBug): Outcome<unknown> {
  return answered(`sync-${method}`, () => (store[method] as (...given: readonly unknown[]) => unknown)(...given), reportBug)
}

export function callIncoming(incoming: Incoming, { method, given }: IncomingCall, reportBug: ReportBug): Outcome<unknown> {
  return answered(`incoming-${method}`, () => (incoming[method] as (...given: readonly unknown[]) => unknown)(...given), reportBug)
}

/** What came of some work of sync, in this program's codes. */
export function answered(what: string, work: () => unknown, reportBug: ReportBug): Outcome<unknown> {
  try {
    return succeeded(work())
  } catch (error) {
    const refusal = asRefusal(error)
    if (refusal instanceof RefusedError) return { ok: false, error: refusal.refusal }
    reportBug(what, what.replace('-', ' '), error)
    return refused('internal', 'something went wrong inside the program', { id: what })
  }
}
