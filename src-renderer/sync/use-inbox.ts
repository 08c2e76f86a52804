import { computed, shallowRef, watch, type ComputedRef, type ShallowRef } from 'vue'
import type { RefusedCommand } from '#shared/sync/sync.contract.ts'
import type { Refusal } from '#shared/foundation/outcome.ts'
import { createLive } from '../client/live.ts'
import { refusalWords } from '../shell/refusal-words.ts'
import type { Workbench } from '../shell/workbench.ts'
import { createRecordNames } from './record-names.ts'
import { describeRefused, type RefusedDescription } from './refused-command.presenter.ts'
import { withValues } from './refused-input.ts'

export interface Inbox {
  /** The latest first; `undefined` until the host has answered. */
  readonly commands: ComputedRef<readonly RefusedCommand[] | undefined>
  readonly refusal: Readonly<ShallowRef<Refusal | undefined>>
  /** In words, in the same order. */
  readonly described: ComputedRef<readonly RefusedDescription[]>
  /** What buttons and keys act on: those selected, else the active one. */
  readonly targets: ComputedRef<readonly RefusedCommand[]>
  readonly active: ComputedRef<RefusedCommand | undefined>
  readonly selected: Readonly<ShallowRef<ReadonlySet<string>>>
  readonly busy: Readonly<ShallowRef<boolean>>
  activate(id: string): void
  /** Moves the active one by so many places; `extend` selects what it passes. */
  move(by: number, extend?: boolean): void
  toggle(id: string): void
  toggleActive(): void
  selectAll(): void
  clear(): void
  refresh(): Promise<void>
  /** Gives them again, as they were. */
  retry(commands: readonly RefusedCommand[]): Promise<void>
  /** Gives one again with other values; without any, with its own, over what had come in between. */
  retryWith(command: RefusedCommand, values?: Readonly<Record<string, RefusedCommand['input']>>): Promise<boolean>
  drop(commands: readonly RefusedCommand[]): void
}

export function createInbox(workbench: Workbench): Inbox {
  const { changing, client, events, language, sync, toasts } = workbench
  const live = createLive({ events, subjects: ['sync'], ask: () => client.sync.inbox({}) })
  const commands = computed(() => live.value.value?.filter(({ id }) => !sync.dropping.value.has(id)))
  const names = createRecordNames(workbench, commands)
  const described = computed(() => (commands.value ?? []).map((command) => describeRefused(command, names, workbench)))

  const wished = shallowRef<string>()
  const selected = shallowRef<ReadonlySet<string>>(new Set())
  const busy = shallowRef(false)
  /** Where the active one stood: when it goes, its successor takes over. */
  let place = 0
  const active = computed(() => {
    const rows = commands.value ?? []
    const at = rows.findIndex(({ id }) => id === wished.value)
    if (at >= 0) place = at
    return rows[at] ?? rows[Math.min(place, rows.length - 1)]
  })
  /** Before these go: the next one that stays becomes the active one, or the last before them. */
  function stepPast(going: readonly RefusedCommand[]): void {
    const rows = commands.value ?? []
    const at = rows.findIndex(({ id }) => id === active.value?.id)
    const stays = (row: RefusedCommand): boolean => !going.includes(row)
    wished.value = (rows.slice(Math.max(at, 0)).find(stays) ?? rows.slice(0, Math.max(at, 0)).findLast(stays))?.id
  }
  const targets = computed(() => {
    const among = (commands.value ?? []).filter(({ id }) => selected.value.has(id))
    return among.length > 0 ? among : active.value === undefined ? [] : [active.value]
  })

  watch(commands, (rows) => {
    const here = new Set(rows?.map(({ id }) => id))
    if ([...selected.value].some((id) => !here.has(id))) selected.value = new Set([...selected.value].filter((id) => here.has(id)))
  })

  /** Why the latest was not taken again; what is done next takes its place. */
  let notice = 0

  const select = (ids: Iterable<string>): void => void (selected.value = new Set(ids))

  async function give(given: readonly (readonly [RefusedCommand, RefusedCommand['input']?])[]): Promise<boolean> {
    if (busy.value || given.length === 0) return false
    busy.value = true
    toasts.dismiss(notice)
    stepPast(given.map(([command]) => command))
    let done = 0
    for (const [{ id }, input] of given) {
      const outcome = await client.sync.retry(input === undefined ? { id } : { id, input })
      if (!outcome.ok) {
        const { words, formats } = language
        notice = toasts.show({ text: words.value.sync.inbox.said.still(refusalWords(outcome.error, words.value, formats.value)), tone: 'danger' })
        wished.value = id
        break
      }
      done += 1
    }
    busy.value = false
    await Promise.all([live.refresh(), sync.refresh()])
    if (done > 0) changing.say(language.words.value.sync.inbox.said.retried(done))
    return done === given.length
  }

  function toggle(id: string): void {
    const rest = [...selected.value].filter((each) => each !== id)
    select(rest.length < selected.value.size ? rest : [...rest, id])
  }

  return {
    commands,
    refusal: live.refusal,
    described,
    targets,
    active,
    selected,
    busy,
    refresh: live.refresh,
    activate: (id) => void (wished.value = id),
    move(by, extend = false) {
      const rows = commands.value ?? []
      const at = rows.findIndex(({ id }) => id === active.value?.id)
      const to = rows[Math.min(Math.max(at + by, 0), rows.length - 1)]
      if (to === undefined) return
      if (extend && active.value !== undefined) select([...selected.value, active.value.id, to.id])
      wished.value = to.id
    },
    toggle,
    toggleActive() {
      if (active.value !== undefined) toggle(active.value.id)
    },
    selectAll: () => select((commands.value ?? []).map(({ id }) => id)),
    clear: () => select([]),
    async retry(given) {
      await give(given.map((command) => [command]))
    },
    retryWith: (command, values = {}) => give([[command, withValues(command, values)]]),
    drop(given) {
      if (given.length === 0) return
      toasts.dismiss(notice)
      stepPast(given)
      sync.drop(given.map(({ id }) => id))
    },
  }
}
