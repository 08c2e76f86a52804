import { onScopeDispose, ref, shallowRef, watch, type Ref, type ShallowRef } from 'vue'
import type { Refusal } from '#shared/foundation/outcome.ts'
import { useWorkbench } from '../shell/workbench.ts'
import { claimOf, draftOf, emptyDraft, type DealDraft } from './deal-draft.ts'
import type { Finding } from './deal.presenter.ts'

const CHECK_AFTER_MS = 150
const SAVE_AFTER_MS = 1_000

export interface Registering {
  readonly form: Ref<DealDraft>
  readonly findings: ShallowRef<readonly Finding[] | undefined>
  readonly resumesUntil: ShallowRef<string | null>
  /** Whether what is typed is kept already. */
  readonly state: ShallowRef<'clean' | 'saving' | 'saved'>
  readonly problem: ShallowRef<Refusal | undefined>
  /** Begins anew, or goes on with a draft. */
  begin(id: string | undefined): Promise<void>
  /** Keeps what is typed at once. @returns the draft's id */
  save(): Promise<string | undefined>
}

/** A registration as it is typed: checked as one types, kept as a draft soon after. */
export function useRegistering(): Registering {
  const { client } = useWorkbench()
  const form = ref(emptyDraft())
  const findings = shallowRef<readonly Finding[]>()
  const resumesUntil = shallowRef<string | null>(null)
  const state = shallowRef<Registering['state']['value']>('clean')
  const problem = shallowRef<Refusal>()
  let draftId: string | undefined
  let typed = ''
  let timers: ReturnType<typeof setTimeout>[] = []
  let saving: Promise<string | undefined> = Promise.resolve(undefined)

  const rest = (): void => {
    timers.forEach(clearTimeout)
    timers = []
  }
  onScopeDispose(rest)

  async function begin(id: string | undefined): Promise<void> {
    rest()
    draftId = id
    findings.value = undefined
    problem.value = undefined
    state.value = 'clean'
    const kept = id === undefined ? undefined : await client.deals.get({ id })
    form.value = kept?.ok === true ? draftOf(kept.value) : emptyDraft()
    typed = JSON.stringify(form.value)
    void check()
  }

  async function check(): Promise<void> {
    const claim = claimOf(form.value)
    if (claim === undefined) return
    const asked = JSON.stringify(form.value)
    const outcome = await client.deals.check({ id: draftId ?? null, claim })
    if (!outcome.ok || asked !== JSON.stringify(form.value)) return
    findings.value = outcome.value.findings
    resumesUntil.value = outcome.value.resumesUntil
  }

  async function keep(): Promise<string | undefined> {
    const claim = claimOf(form.value)
    const now = JSON.stringify(form.value)
    if (claim === undefined || (draftId !== undefined && now === typed)) return draftId
    state.value = 'saving'
    const outcome = await client.deals.saveDraft({ id: draftId ?? null, claim })
    problem.value = outcome.ok ? undefined : outcome.error
    if (!outcome.ok) {
      state.value = 'clean'
      return undefined
    }
    draftId = outcome.value.id
    typed = now
    state.value = 'saved'
    return draftId
  }

  /** One after the other: the second of two would make a second draft. */
  function save(): Promise<string | undefined> {
    saving = saving.then(keep)
    return saving
  }

  watch(form, (now) => {
    if (JSON.stringify(now) === typed) return
    rest()
    timers = [setTimeout(() => void check(), CHECK_AFTER_MS), setTimeout(() => void save(), SAVE_AFTER_MS)]
  }, { deep: true })

  return { form, findings, resumesUntil, state, problem, begin, save }
}
