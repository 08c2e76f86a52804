import { rmSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { z } from 'zod'
import { refused, RefusedError, type Outcome, type Refusal } from '#shared/foundation/outcome.ts'
import { rescueContract, type Mended, type Opening } from '#shared/workspace/rescue.contract.ts'
import { writeReport } from '../diagnostics/report.ts'
import { traceOf } from '../diagnostics/trace.ts'
import type { DataHost, HostEvent } from '../operations/data-host.ts'
import { dispatch } from '../operations/dispatch.ts'
import { keepPolicies } from '../policies/read-policies.ts'
import { recoverKey } from '../sync/recover-key.ts'
import { tokenFile } from '../sync/refresh-token.ts'
import { salvagedTables } from '../sync/rescue-sync.ts'
import { systemSurroundings } from '../sync/serve-sync.ts'
import { signInWithCompany } from '../sync/sign-in/sign-in.ts'
import { SIGN_IN_BEGUN } from '../sync/sign-in/sign-in-begun.ts'
import { backupsAmong } from './backup-names.ts'
import { listBackups } from './backup.ts'
import { openDataHost, type DataHostOptions } from './data-host.ts'
import { readCard } from './key-card.ts'
import { lockWorkspace } from './lock.ts'
import { rescueWorkspace } from './rescue.ts'
import { restoreBackup } from './restore.ts'
import { BEHIND_FILE, whatIsMissing } from './seen-mark.ts'
import { takeBackKey, unlockWorkspace } from './unlock.ts'

const { operations } = rescueContract
const registry = new Map(Object.values(operations).map((operation) => [operation.name, operation] as const))

/**
 * The workspace's host also where the workspace cannot be opened: every call is answered with why, and the ways out can be asked for.
 * Once a way out has led somewhere, the window is told (`rescue.opened`) and begins anew.
 */
export async function openRescuable(options: DataHostOptions): Promise<DataHost> {
  const { directory, log, surroundings = systemSurroundings(), keeper = tokenFile(directory) } = options
  const policies = options.policies ?? (await keepPolicies())
  const listeners = new Set<(event: HostEvent) => void>()
  let host: DataHost | undefined
  let refusal: Refusal | undefined

  const open = async (): Promise<void> => {
    try {
      const opened = await openDataHost({ ...options, policies, surroundings, keeper })
      opened.onEvent((event) => {
        for (const listener of listeners) listener(event)
      })
      host = opened
      refusal = undefined
    } catch (error) {
      if (!(error instanceof RefusedError)) throw error
      refusal = error.refusal
      log(`opening: ${error.refusal.code}`)
    }
  }

  const close = async (): Promise<void> => {
    const closing = host
    host = undefined
    refusal = refused('host.closed', 'the workspace is being mended').error
    await closing?.close()
  }

  const opening = (): Opening => ({
    refusal: refusal === undefined ? null : { code: refusal.code, details: factsOf(refusal.details) },
    copies: listBackups(directory).map((path) => ({ name: basename(path), at: backupsAmong([basename(path)])[0]?.at ?? null, bytes: statSync(path).size })),
    isBehind: whatIsMissing(directory) !== undefined,
  })

  let last: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work)
    last = turn.catch(() => undefined)
    return turn
  }

  const reopen = async (): Promise<void> => {
    await open()
    for (const listener of listeners) listener({ name: 'rescue.opened', data: null })
  }

  /** Does something to the workspace's files while nobody has them open; then opens them again, whatever came of it. */
  const withoutWorkspace = <T>(work: () => T | Promise<T>): Promise<T> => inTurn(async () => {
    await close()
    try {
      return await work()
    } finally {
      await reopen()
    }
  })

  /** Without its key, a sealed file looks like a damaged one. */
  const unlocked = async (): Promise<void> => {
    if (options.keyring === undefined) return
    const unlock = lockWorkspace(directory)
    try {
      await unlockWorkspace(directory, { keyring: options.keyring, required: policies.current().set.EncryptionRequired === true })
    } finally {
      unlock()
    }
  }

  const mend = async (): Promise<Mended> => {
    await unlocked()
    const unlock = lockWorkspace(directory)
    try {
      const { read, salvaged, backup } = rescueWorkspace(directory, new Date().toISOString())
      const own = new Set(salvagedTables.map(({ name }) => name))
      return { read, saved: sum(Object.entries(salvaged).filter(([table]) => !own.has(table))), unsent: (salvaged['_outbox'] ?? 0) + (salvaged['_refused'] ?? 0), fromCopy: backup !== null }
    } finally {
      unlock()
    }
  }

  const ways: Readonly<Record<string, (input: never) => unknown>> = {
    [operations.opening.name]: opening,
    [operations.again.name]: async () => {
      await inTurn(async () => {
        if (host === undefined) await reopen()
      })
      return opening()
    },
    [operations.mend.name]: () => withoutWorkspace(mend),
    [operations.restore.name]: async ({ copy }: z.output<typeof operations.restore.input>) => {
      const path = listBackups(directory).find((each) => basename(each) === copy)
      if (path === undefined) throw new RefusedError('file.not-found', 'there is no such copy')
      await withoutWorkspace(async () => {
        await unlocked()
        restoreBackup(directory, path, new Date().toISOString())
      })
      return opening()
    },
    [operations.report.name]: () => {
      return { text: writeReport({ directory, now: new Date().toISOString(), policies: policies.current(), examined: refusal?.code ?? 'open', sync: null }) }
    },
    [operations.unlock.name]: async ({ code }: z.output<typeof operations.unlock.input>) => {
      const card = readCard(directory)
      if (card === undefined || options.keyring === undefined) throw new RefusedError('workspace-key.unknown', 'nothing says which key opens this')
      const { signal } = new AbortController()
      const show = (address: string): void => {
        for (const listener of listeners) listener({ name: SIGN_IN_BEGUN, data: { address } })
      }
      const key = await recoverKey(card, async (address) => (code === null ? signInWithCompany(address, { surroundings, signal, show }) : { path: '/auth/v1/enrol', body: { code } }), { surroundings, keeper, signal })
      await takeBackKey({ directory }, card, key, options.keyring)
      await withoutWorkspace(() => undefined)
      return opening()
    },
    [operations.acknowledge.name]: () => {
      rmSync(join(directory, BEHIND_FILE), { force: true })
      return opening()
    },
  }

  await open()
  return {
    async call(name, input, caller, id): Promise<Outcome<unknown>> {
      if (registry.has(name)) return dispatch(registry, name, input, ({ name: way }, parsed) => ways[way]?.(parsed as never), (bug, operation, error) => log(`bug ${bug} in ${operation}: ${traceOf(error)}`))
      if (host !== undefined) return host.call(name, input, caller, id)
      return { ok: false, error: refusal ?? refused('host.closed', 'the workspace is not open').error }
    },
    onEvent(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    grantFile: (grant) => host?.grantFile(grant),
    grantedFile: (token, access) => host?.grantedFile?.(token, access),
    wake: () => host?.wake?.(),
    close: () => inTurn(close),
  }
}

function factsOf(details: Refusal['details']): Record<string, string> {
  return Object.fromEntries(Object.entries(details ?? {}).map(([name, value]) => [name, String(value)]))
}

function sum(counts: readonly (readonly [string, number])[]): number {
  return counts.reduce((total, [, count]) => total + count, 0)
}
