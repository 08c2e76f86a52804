import { computed, shallowRef, type ComputedRef, type ShallowRef } from 'vue'
import type { Outcome } from '#shared/foundation/outcome.ts'
import type { AppCommand } from '../shell/commands.ts'
import { useWorkbench } from '../shell/workbench.ts'
import { actsOf, dealActs, type DealAct } from './deal-acts.ts'
import type { Deal } from './deal.presenter.ts'

/** An act that asks something first, in a dialog of its own. */
export interface DealQuestion {
  readonly act: 'approve' | 'reject' | 'revoke' | 'refuse' | 'ask' | 'answer' | 'extend'
  readonly deal: Deal
}

export interface Reasons {
  readonly reasonForPartner: string
  readonly reasonForHouse: string | null
}

export interface DealActions {
  readonly question: ShallowRef<DealQuestion | undefined>
  readonly commands: ComputedRef<readonly AppCommand[]>
  act(act: DealAct, deal: Deal): Promise<void>
  /** Rejects, revokes, refuses: what `question` asks for. */
  finish(reasons: Reasons): Promise<void>
}

/**
 * @param shown the registration that keys act on
 * @param resume goes on with a draft
 */
export function useDealActions(shown: () => Deal | undefined, resume: (id: string) => void): DealActions {
  const { changing, client, language } = useWorkbench()
  const question = shallowRef<DealQuestion>()
  const words = computed(() => language.words.value.deals)

  const told = async (said: string, outcome: Promise<Outcome<{ readonly entry: string }>>): Promise<void> => void (await changing.change(said, outcome))

  async function act(wanted: DealAct, deal: Deal): Promise<void> {
    const { id, company } = deal
    const { said, statuses } = words.value
    const { deals } = client
    switch (wanted) {
      case 'resume':
        return resume(id)
      case 'reject':
      case 'revoke':
      case 'refuse':
      case 'ask':
      case 'answer':
      case 'extend':
        question.value = { act: wanted, deal }
        return
      case 'review':
        return told(said.moved(company, statuses.inReview), deals.startReview({ id }))
      case 'approve':
        // What was approved before has its account and its opportunity.
        if (deal.approved !== null) return told(said.approved(company), deals.approve({ id }))
        question.value = { act: wanted, deal }
        return
      case 'resubmit':
        return told(said.submitted(company), deals.submit({ id, deviceAt: new Date().toISOString() }))
      case 'touch':
        return told(said.touched(company), deals.touch({ id }))
      case 'grant':
        return told(said.extended(company), deals.decideExtension({ id, grant: true }))
      case 'quoteSent':
      case 'quoteOver':
        return told(said.quoted(company), deals.setQuoteSent({ id, sent: wanted === 'quoteSent' }))
      case 'won':
      case 'lost':
        return told(said.moved(company, wanted === 'won' ? statuses.closedWon : statuses.closedLost), deals.close({ id, outcome: wanted }))
      case 'withdraw':
        return told(said.moved(company, statuses.withdrawn), deals.withdraw({ id }))
      case 'discard':
        return told(said.discarded(company), deals.discardDraft({ id }))
    }
  }

  async function finish(reasons: Reasons): Promise<void> {
    const asked = question.value
    question.value = undefined
    if (asked === undefined) return
    const { id, company } = asked.deal
    const { said, statuses } = words.value
    if (asked.act === 'reject') await told(said.moved(company, statuses.rejected), client.deals.reject({ id, ...reasons }))
    if (asked.act === 'revoke') await told(said.moved(company, statuses.revoked), client.deals.revoke({ id, ...reasons }))
    if (asked.act === 'refuse') await told(said.refused(company), client.deals.decideExtension({ id, grant: false, ...reasons }))
  }

  /** The list's row may lag behind; what is done is decided on the registration as it is. */
  async function actOnShown(wanted: DealAct): Promise<void> {
    const outcome = await client.deals.get({ id: shown()?.id ?? '' })
    if (!outcome.ok) return changing.refuse(outcome.error)
    if (actsOf(outcome.value).includes(wanted)) await act(wanted, outcome.value)
  }

  const may = (wanted: DealAct): boolean => {
    const deal = shown()
    return deal !== undefined && actsOf(deal).includes(wanted)
  }

  return {
    question,
    act,
    finish,
    commands: computed(() =>
      (Object.keys(dealActs) as DealAct[]).map((wanted): AppCommand => ({
        id: `deals.${wanted}`, title: (w) => w.deals.actions[wanted], section: 'deals', gives: dealActs[wanted].command, when: () => may(wanted), run: () => actOnShown(wanted),
        ...(dealActs[wanted].keys === undefined ? { isMinor: true } : { keys: dealActs[wanted].keys }),
      })),
    ),
  }
}
