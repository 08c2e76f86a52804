import { computed, shallowRef, type ComputedRef } from 'vue'
import type { Outcome } from '#shared/foundation/outcome.ts'
import type { Client } from '../client/client.ts'

/** Something I did: what was said about it, and how the journal can take it back. */
export interface Doing {
  readonly said: string
  /** Journal entries of its commands, in the order they were made; or the batch it is. */
  readonly what: { readonly entries: readonly string[] } | { readonly batch: string }
}

export type UndoResult = { readonly kind: 'done'; readonly doing: Doing } | { readonly kind: 'nothing' } | { readonly kind: 'refused'; readonly doing: Doing; readonly outcome: Outcome<never> }

export interface UndoStack {
  readonly next: ComputedRef<Doing | undefined>
  readonly nextRedo: ComputedRef<Doing | undefined>
  push(doing: Doing): void
  /** Takes back this one, or my latest. */
  undo(doing?: Doing): Promise<UndoResult>
  redo(): Promise<UndoResult>
}

const LONGEST = 100

/** My own changes, newest last, across all pages. A taken-back change is itself in the journal: taking that back is redo. */
export function createUndoStack(client: Pick<Client, 'journal'>): UndoStack {
  const done = shallowRef<readonly Doing[]>([])
  const undone = shallowRef<readonly Doing[]>([])

  async function takeBack(doing: Doing): Promise<Outcome<Doing>> {
    if ('batch' in doing.what) {
      const outcome = await client.journal.undoBatch({ id: doing.what.batch })
      return outcome.ok ? { ok: true, value: doing } : outcome
    }
    const entries: string[] = []
    for (const entry of doing.what.entries.toReversed()) {
      const outcome = await client.journal.undo({ entry })
      if (!outcome.ok) return outcome
      entries.push(outcome.value.entry)
    }
    return { ok: true, value: { said: doing.said, what: { entries } } }
  }

  async function move(doing: Doing | undefined, from: typeof done, to: typeof done): Promise<UndoResult> {
    if (doing === undefined) return { kind: 'nothing' }
    from.value = from.value.filter((each) => each !== doing)
    const outcome = await takeBack(doing)
    if (!outcome.ok) return { kind: 'refused', doing, outcome }
    // A batch has no entry of its own to take back again.
    if ('entries' in outcome.value.what) to.value = [...to.value, outcome.value]
    return { kind: 'done', doing }
  }

  return {
    next: computed(() => done.value.at(-1)),
    nextRedo: computed(() => undone.value.at(-1)),
    push(doing) {
      done.value = [...done.value, doing].slice(-LONGEST)
      undone.value = []
    },
    undo: (doing = done.value.at(-1)) => move(doing, done, undone),
    redo: () => move(undone.value.at(-1), undone, done),
  }
}
