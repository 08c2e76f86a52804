import { computed, shallowRef, watch, type ComputedRef, type ShallowRef } from 'vue'
import type { SyncStatus } from '#shared/sync/sync.contract.ts'
import { syncPhases } from '#shared/sync/sync-phases.ts'
import type { Client, ValueOf } from '../client/client.ts'
import type { Events, JobProgress } from '../client/events.ts'
import { createLive } from '../client/live.ts'
import type { Toasts } from '../ui/toasts.ts'
import type { Changing } from './change.ts'
import type { Jobs } from './jobs.ts'
import type { Language } from './language.ts'
import { describeSync, joinSentences } from './sync.presenter.ts'

/** How this desk stands with the central API, the same for every page, and what can be done about it anywhere. */
export interface Sync {
  /** `undefined` until the host has answered. What is being dropped counts as gone. */
  readonly status: ComputedRef<SyncStatus | undefined>
  /** Whether this host can connect to a central API at all. */
  readonly isOffered: ComputedRef<boolean>
  readonly isConnected: ComputedRef<boolean>
  /** Refused commands that wait for a person. */
  readonly refused: ComputedRef<number>
  /** Dropped, but still to be had back: they go when their notice goes. */
  readonly dropping: Readonly<ShallowRef<ReadonlySet<string>>>
  /** Whether `now` is under way. */
  readonly syncing: Readonly<ShallowRef<boolean>>
  refresh(): Promise<void>
  now(): Promise<void>
  pause(paused: boolean): Promise<void>
  drop(ids: readonly string[]): void
}

interface SyncOptions {
  readonly client: Pick<Client, 'sync' | 'workspace'>
  readonly events: Events
  readonly jobs: Jobs
  readonly toasts: Toasts
  readonly changing: Pick<Changing, 'say' | 'refuse'>
  readonly language: Language
}

export function createSync({ client, events, jobs, toasts, changing, language }: SyncOptions): Sync {
  const live = createLive({ events, subjects: ['sync'], ask: () => client.sync.status({}) })
  const fallback = shallowRef<SyncStatus>()
  const progress = shallowRef<SyncStatus['loading']>(null)
  const dropping = shallowRef<ReadonlySet<string>>(new Set())
  const syncing = shallowRef(false)

  // A first load tells how far it is more often than the status changes.
  events.on('job.progress', (data) => {
    const { operation, phase: told, done, total } = data as JobProgress & { readonly operation?: string }
    const phase = syncPhases.find((each) => each === told)
    if (operation?.startsWith('sync.') === true && phase !== undefined) progress.value = { phase, done, total }
  })
  watch(live.value, () => (progress.value = null), { flush: 'sync' })

  watch(live.refusal, async (refusal) => {
    if (refusal === undefined) return
    const outcome = await client.workspace.status({})
    if (outcome.ok) fallback.value = localStatus(outcome.value)
  })

  const status = computed((): SyncStatus | undefined => {
    const now = live.value.value ?? fallback.value
    if (now === undefined) return undefined
    const refused = Math.max(0, now.refused - dropping.value.size)
    const state = now.state === 'refused' && refused === 0 ? (now.pending > 0 ? 'pending' : 'synced') : now.state
    return { ...now, state, refused, loading: now.loading === null ? null : (progress.value ?? now.loading) }
  })

  const say = (text: string): void => changing.say(text)

  function keep(ids: readonly string[]): void {
    dropping.value = new Set([...dropping.value].filter((id) => !ids.includes(id)))
  }

  async function forget(ids: readonly string[]): Promise<void> {
    for (const id of ids) {
      const outcome = await client.sync.drop({ id })
      if (!outcome.ok) changing.refuse(outcome.error)
    }
    await live.refresh()
    keep(ids)
  }

  return {
    status,
    isOffered: computed(() => live.refusal.value?.code !== 'operation.unknown'),
    isConnected: computed(() => status.value !== undefined && status.value.state !== 'local'),
    refused: computed(() => status.value?.refused ?? 0),
    dropping,
    syncing,
    refresh: live.refresh,
    async now() {
      if (syncing.value) return
      syncing.value = true
      const outcome = await jobs.run(language.words.value.sync.syncing, client.sync.now, {})
      await live.refresh()
      syncing.value = false
      if (!outcome.ok) return changing.refuse(outcome.error)
      if (outcome.value.state === 'synced') return say(language.words.value.sync.said.synced)
      const { text, brief } = describeSync(outcome.value, language.words.value, language.formats.value, Date.now())
      toasts.show({ text: joinSentences([language.words.value.shell.status.sentence(text), brief]), tone: 'danger', stay: 8_000 })
    },
    async pause(paused) {
      const outcome = await client.sync.pause({ paused })
      await live.refresh()
      if (outcome.ok) say(paused ? language.words.value.sync.said.paused : language.words.value.sync.said.resumed)
      else changing.refuse(outcome.error)
    },
    drop(ids) {
      dropping.value = new Set([...dropping.value, ...ids])
      const { shell, sync } = language.words.value
      const notice = toasts.show({ text: sync.inbox.said.dropped(ids.length), action: { label: shell.undo.action, run: undo } })
      const stop = watch(toasts.shown, (shown) => {
        if (shown.some(({ id }) => id === notice)) return
        stop()
        void forget(ids)
      }, { flush: 'sync' })
      function undo(): void {
        stop()
        keep(ids)
      }
    },
  }
}

/** What a host that does not answer for sync says of it with the rest of the workspace. */
function localStatus({ pending, sync }: ValueOf<Client['workspace']['status']>): SyncStatus {
  return { state: sync, address: null, person: null, pending, refused: 0, aside: 0, lastSyncAt: null, problem: null, loading: null }
}
