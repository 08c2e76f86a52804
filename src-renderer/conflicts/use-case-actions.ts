import { shallowRef, type ComputedRef, type ShallowRef } from 'vue'
import type { CaseEvidenceKind } from '#shared/engagement/clause.ts'
import type { Verdict } from '#shared/engagement/claim.ts'
import type { CaseReason } from '#shared/conflicts/conflict-case.ts'
import { useWorkbench, useWords } from '../shell/workbench.ts'
import type { CaseFile } from './case.presenter.ts'

export type CaseDialog = 'ask' | 'add' | 'decide' | 'appeal' | 'finalise'

export interface GivenEvidence {
  readonly claimId: string
  readonly kind: CaseEvidenceKind
  readonly text: string
  readonly identifier: string | null
  readonly happenedAt: string | null
}

export interface CaseActions {
  /** The dialog that is open. */
  readonly dialog: ShallowRef<CaseDialog | undefined>
  take(): Promise<void>
  review(): Promise<void>
  finalise(agreed: boolean): Promise<void>
  ask(claimId: string, text: string): Promise<void>
  add(evidence: GivenEvidence): Promise<void>
  appeal(claimId: string, text: string): Promise<void>
  decide(verdict: Verdict, reasonForHouse: string, reasons: readonly CaseReason[]): Promise<void>
}

/** What can be done in the room, each told with its words; a dialog closes once its command was accepted. */
export function useCaseActions(file: ComputedRef<CaseFile | undefined>): CaseActions {
  const { changing, client } = useWorkbench()
  const w = useWords()
  const dialog = shallowRef<CaseDialog>()

  async function give(said: (name: string) => string, send: (id: string, file: CaseFile) => ReturnType<typeof client.conflicts.take>): Promise<void> {
    const shown = file.value
    if (shown === undefined) return
    const outcome = await changing.change(said(shown.case.name), send(shown.case.id, shown))
    if (outcome.ok) dialog.value = undefined
  }

  const words = () => w.value.conflicts.said
  return {
    dialog,
    take: () => give(words().taken, (id) => client.conflicts.take({ id })),
    review: () => give(words().reviewed, (id) => client.conflicts.review({ id })),
    async finalise(agreed) {
      const shown = file.value?.case
      if (shown === undefined) return
      const outcome = await client.conflicts.finalise({ id: shown.id, agreed })
      const hindered = outcome.ok && outcome.value.hindered !== null
      await changing.change(hindered ? words().hindered(shown.name) : words().final(shown.name), Promise.resolve(outcome))
      if (outcome.ok) dialog.value = undefined
    },
    ask: (claimId, text) => give(words().asked, (id) => client.conflicts.askEvidence({ id, asked: [{ claimId, text }] })),
    add: (evidence) => give(words().added, (caseId) => client.conflicts.addEvidence({ caseId, ...evidence, deviceAt: new Date().toISOString() })),
    appeal: (claimId, text) => give(words().appealed, (id) => client.conflicts.appeal({ id, claimId, text })),
    decide: (verdict, reasonForHouse, reasons) =>
      give((name) => words().decided(name, w.value.conflicts.verdicts[verdict.kind]), (id, shown) => client.conflicts.decide({ id, seen: shown.case.decisions.length, verdict, reasonForHouse, reasons: [...reasons] })),
  }
}
