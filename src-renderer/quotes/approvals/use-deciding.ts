import { shallowRef } from 'vue'
import type { Outcome } from '#shared/foundation/outcome.ts'
import { useWorkbench, useWords } from '../../shell/workbench.ts'
import type { ApprovalStep } from './approval.presenter.ts'

/** A step that is being decided, with what the person has before their eyes. */
export interface Deciding {
  readonly step: ApprovalStep
  readonly contentHash: string
  readonly quoteName: string
}

/** What can be done with a step. None of it is taken back by Undo: it binds others. */
export function useDeciding(done: () => void = () => undefined) {
  const { changing, client } = useWorkbench()
  const w = useWords()
  const refusing = shallowRef<Deciding>()
  const delegating = shallowRef<Deciding>()

  async function tell(said: string, asked: Promise<Outcome<unknown>>): Promise<void> {
    const outcome = await asked
    if (!outcome.ok) return changing.refuse(outcome.error)
    changing.say(said)
    done()
  }

  return {
    refusing,
    delegating,
    approve: ({ step, contentHash, quoteName }: Deciding) => tell(w.value.approvals.said.approved(quoteName), client.approvals.approve({ stepId: step.id, contentHash })),
    async refuse(comment: string): Promise<void> {
      const now = refusing.value
      refusing.value = undefined
      if (now !== undefined) await tell(w.value.approvals.said.refused(now.quoteName), client.approvals.refuse({ stepId: now.step.id, contentHash: now.contentHash, comment }))
    },
    async delegate(personId: string, personName: string): Promise<void> {
      const now = delegating.value
      delegating.value = undefined
      if (now !== undefined) await tell(w.value.approvals.said.delegated(personName), client.approvals.delegate({ stepId: now.step.id, personId, personName }))
    },
    ask: (quoteId: string, quoteName: string, contentHash: string, message: string | null) => tell(w.value.approvals.said.asked(quoteName), client.approvals.ask({ quoteId, contentHash, message })),
    withdraw: (requestId: string, quoteName: string) => tell(w.value.approvals.said.withdrawn(quoteName), client.approvals.withdraw({ requestId })),
  }
}
export type DecidingActs = ReturnType<typeof useDeciding>
