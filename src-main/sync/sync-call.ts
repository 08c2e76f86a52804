import { refused, RefusedError, succeeded, type Outcome } from '#shared/foundation/outcome.ts'
import type { ReportBug } from '../operations/dispatch.ts'
import { asRefusal } from '../workspace/open.ts'
import type { SyncStore } from './sync-store.ts'

/** One call of the store, on its way to the writer's thread. */
export type SyncCall = { readonly [M in keyof SyncStore]: { readonly method: M; readonly given: Parameters<SyncStore[M]> } }[keyof SyncStore]

/** The store as the loop has it: in another thread. */
export type SyncPort = { readonly [M in keyof SyncStore]: (...given: Parameters<SyncStore[M]>) => Promise<ReturnType<SyncStore[M]>> }

const methods: Readonly<Record<keyof SyncStore, true>> = {
  standing: true, obstacles: true, connect: true, setPerson: true, setPaused: true, setSignedOut: true, setProblem: true, nextBatch: true, recordAnswers: true,
  beginPull: true, stage: true, apply: true, requeueAfter: true, forgetCursor: true, takeNewIdentity: true, signOut: true, refusedCommand: true, drop: true,
}

/** @param ask takes a call to the store and brings its outcome back */
export function syncPort(ask: (call: SyncCall) => Promise<Outcome<unknown>>): SyncPort {
  const call = (method: keyof SyncStore) => async (...given: never) => {
    const outcome = await ask({ method, given })
    if (!outcome.ok) throw new RefusedError(outcome.error.code, outcome.error.message, outcome.error.details)
    return outcome.value
  }
  return Object.fromEntries(Object.keys(methods).map((method) => [method, call(method as keyof SyncStore)])) as unknown as SyncPort
}

export function callSyncStore(store: SyncStore, { method, given }: SyncCall, reportBug: ReportBug): Outcome<unknown> {
  try {
    return succeeded((store[method] as (...given: readonly unknown[]) => unknown)(...given))
  } catch (error) {
    const refusal = asRefusal(error)
    if (refusal instanceof RefusedError) return { ok: false, error: refusal.refusal }
    reportBug(`sync-${method}`, `sync ${method}`, error)
    return refused('internal', 'something went wrong inside the program', { id: `sync-${method}` })
  }
}
