import { computed, onScopeDispose, shallowRef, watch, type ComputedRef, type Ref, type ShallowRef } from 'vue'
import type { AssignmentSummary } from '#shared/assignment/assignment.contract.ts'
import type { Refusal } from '#shared/foundation/outcome.ts'
import { useWorkbench } from '../shell/workbench.ts'
import type { RunningJob } from '../shell/jobs.ts'
import type { Doing } from '../shell/undo.ts'
import { giftOf, type Scope } from './assignment.presenter.ts'

export interface AssignmentPreview {
  readonly summary: ShallowRef<AssignmentSummary | undefined>
  readonly refusal: ShallowRef<Refusal | undefined>
  /** Working out, or giving; both can be cancelled. */
  readonly job: ComputedRef<RunningJob | undefined>
  readonly giving: ShallowRef<boolean>
  /** Something has changed since it was worked out. */
  readonly outdated: ShallowRef<boolean>
  /** The run just made, until it is undone or worked out anew. */
  readonly made: ShallowRef<Doing | undefined>
  preview(): Promise<void>
  give(): Promise<void>
  undo(): Promise<void>
}

/** What a run would do, worked out anew whenever the scope changes; nothing is written before `give`. */
export function useAssignment(scope: Readonly<Ref<Scope>>): AssignmentPreview {
  const { changing, client, events, jobs, language } = useWorkbench()
  const summary = shallowRef<AssignmentSummary>()
  const refusal = shallowRef<Refusal>()
  const outdated = shallowRef(false)
  const giving = shallowRef(false)
  const made = shallowRef<Doing>()
  const words = () => language.words.value.assignment
  const title = computed(() => (giving.value ? words().running : words().working))
  let asked = 0

  async function preview(): Promise<void> {
    asked += 1
    const mine = asked
    refusal.value = undefined
    outdated.value = false
    const outcome = await jobs.run(words().working, client.assignment.preview, { scope: scope.value })
    if (mine !== asked) return
    if (outcome.ok) summary.value = outcome.value
    else refusal.value = outcome.error
    made.value = undefined
  }

  async function give(): Promise<void> {
    if (giving.value || summary.value === undefined) return
    giving.value = true
    const outcome = await jobs.run(words().running, client.assignment.run, { scope: scope.value })
    giving.value = false
    if (!outcome.ok) {
      changing.refuse(outcome.error)
      return
    }
    const { leads, partners } = giftOf(outcome.value.summary)
    const doing: Doing = { said: leads > 0 ? words().said(leads, partners) : words().saidNone(outcome.value.summary.unroutable), what: { batch: outcome.value.batchId } }
    changing.did(doing)
    summary.value = outcome.value.summary
    made.value = doing
    outdated.value = false
  }

  async function undo(): Promise<void> {
    if (made.value !== undefined) await changing.undo(made.value)
  }

  /** The run can be undone from here, from its notice, or from the list of activities. */
  async function heedUndo(): Promise<void> {
    const what = made.value?.what
    if (what === undefined || !('batch' in what)) return
    const outcome = await client.journal.batches({})
    if (outcome.ok && outcome.value.some(({ id, state }) => id === what.batch && state === 'undone')) await preview()
  }

  const ends = [
    ...(['leads', 'partners', 'territories'] as const).map((subject) =>
      events.onChanged(subject, () => {
        if (!giving.value && made.value === undefined) outdated.value = true
      }),
    ),
    events.onChanged('batches', () => void heedUndo()),
  ]
  onScopeDispose(() => {
    asked += 1
    ends.forEach((end) => end())
  })
  watch(scope, () => {
    summary.value = undefined
    void preview()
  })
  void preview()

  return { summary, refusal, outdated, giving, made, job: computed(() => jobs.running.value.find((job) => job.title === title.value)), preview, give, undo }
}
