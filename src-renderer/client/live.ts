import { getCurrentScope, onScopeDispose, shallowRef, watch, type ShallowRef, type WatchSource } from 'vue'
import type { Outcome, Refusal } from '#shared/foundation/outcome.ts'
import type { Events, Subject } from './events.ts'

export interface Live<T> {
  /** The last good answer; stays while a newer one is on its way. */
  readonly value: Readonly<ShallowRef<T | undefined>>
  /** Why the latest question got no answer. */
  readonly refusal: Readonly<ShallowRef<Refusal | undefined>>
  refresh(): Promise<void>
}

export interface LiveOptions<T> {
  readonly events: Events
  /** Asks again when rows of these change. */
  readonly subjects: readonly Subject[]
  readonly ask: () => Promise<Outcome<T>>
  /** Whether a change of these rows concerns the answer; by default every change does. */
  readonly concerns?: (ids: ReadonlySet<string>) => boolean
  /** Another question: the former answer no longer holds. */
  readonly of?: WatchSource
}

/** During an import events come by the dozen a second; nobody reads numbers faster than this. */
const QUIET = 200

/** An answer that keeps itself current. At most one question is under way; what changes meanwhile is asked once, after it. */
export function createLive<T>({ events, subjects, ask, concerns, of }: LiveOptions<T>): Live<T> {
  const value = shallowRef<T>()
  const refusal = shallowRef<Refusal>()
  let generation = 0
  let asking: Promise<void> | undefined
  let again = false
  let timer: ReturnType<typeof setTimeout> | undefined

  async function askOnce(): Promise<void> {
    const asked = generation
    const outcome = await ask()
    if (asked !== generation) return
    if (outcome.ok) value.value = outcome.value
    refusal.value = outcome.ok ? undefined : outcome.error
  }

  function refresh(): Promise<void> {
    again = asking !== undefined
    asking ??= askOnce().finally(() => {
      asking = undefined
      if (again) void refresh()
    })
    return asking
  }

  function changed(ids: ReadonlySet<string> | undefined): void {
    if (ids !== undefined && concerns?.(ids) === false) return
    timer ??= setTimeout(() => {
      timer = undefined
      void refresh()
    }, QUIET)
  }

  const ends = subjects.map((subject) => events.onChanged(subject, changed))
  if (of !== undefined) {
    ends.push(
      watch(of, () => {
        generation += 1
        value.value = undefined
        refusal.value = undefined
        void refresh()
      }),
    )
  }
  if (getCurrentScope()) {
    onScopeDispose(() => {
      generation += 1
      clearTimeout(timer)
      ends.forEach((end) => end())
    })
  }
  void refresh()
  return { value, refusal, refresh }
}
