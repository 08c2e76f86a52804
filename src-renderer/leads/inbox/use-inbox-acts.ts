import { CircleCheck, Clock3, CopyX, Merge, Route, Trash2, Undo2, UserPlus } from '@lucide/vue'
import { computed, type ComputedRef } from 'vue'
import { nextStages, waitingStages } from '#shared/leads/lead.ts'
import type { InboxReason } from '#shared/leads/inbox.ts'
import { useMerging, type LeadPair, type Merging } from '../duplicates/use-merging.ts'
import type { Lead } from '../lead.presenter.ts'
import { useLeadActions, type LeadActions } from '../use-lead-actions.ts'
import type { AppCommand } from '../../shell/commands.ts'
import { useWorkbench } from '../../shell/workbench.ts'
import type { Queue, QueueItem } from '../../views/use-queue.ts'

interface Waiting {
  readonly reason: InboxReason
  readonly lead: Lead
}

export interface InboxActs {
  readonly leads: LeadActions
  readonly merging: Merging
  /** A dialog asks for more. */
  readonly isAsking: ComputedRef<boolean>
  readonly commands: ComputedRef<readonly AppCommand[]>
}

/** What can be done with the lead at hand, one key each; after an act the next comes by itself. */
export function useInboxActs(active: ComputedRef<QueueItem<Waiting> | undefined>, queue: Pick<Queue<Waiting>, 'advance' | 'activate'>): InboxActs {
  const { changing, client, jobs, language } = useWorkbench()
  const leads = useLeadActions(undefined, () => queue.advance())
  const merging = useMerging(({ survivor, other }) => {
    if (active.value?.id === other.id || active.value?.id === survivor.id) queue.advance()
  })
  const lead = (): Lead | undefined => active.value?.item.lead
  const reason = (): InboxReason | undefined => (active.value?.done === true ? undefined : active.value?.item.reason)
  const reaches = (stage: 'qualified' | 'recalled' | 'closedLost'): boolean => {
    const now = lead()
    return now !== undefined && reason() !== undefined && nextStages[now.stage].includes(stage)
  }
  const waits = (): boolean => reason() !== undefined && waitingStages.includes(lead()?.stage ?? 'working')

  /** Does something to the lead at hand, and goes on to the next where it is done. */
  async function act(work: (lead: Lead) => Promise<boolean>): Promise<void> {
    const now = lead()
    if (now !== undefined && (await work(now)) && active.value?.id === now.id) queue.advance()
  }

  const assign = async (): Promise<void> => {
    const now = lead()
    if (now !== undefined) await leads.assign([now.id])
  }
  /** Asks for the reason first. */
  const end = (stage: 'recalled' | 'closedLost') => async (): Promise<void> => {
    const now = lead()
    if (now !== undefined) await leads.setStage(stage, now)
  }

  async function qualify(now: Lead): Promise<boolean> {
    const { said, stages } = language.words.value.leads
    return (await changing.change(said.staged(now.company, stages.qualified), client.leads.setStage({ id: now.id, stage: 'qualified' }))).ok
  }

  async function offer(now: Lead): Promise<boolean> {
    const { inbox } = language.words.value
    const outcome = await jobs.run(inbox.offering, client.assignment.offer, { ids: [now.id] })
    if (!outcome.ok) {
      changing.refuse(outcome.error)
      return false
    }
    const { offered, batchId } = outcome.value
    if (batchId === null) changing.say(inbox.said.waits(now.company))
    else changing.did({ said: offered > 0 ? inbox.said.offered(now.company) : inbox.said.nobody(now.company), what: { batch: batchId } })
    return offered > 0
  }

  /** The lead at hand and the one it is most surely the same as; the earlier of the two stays. */
  async function surestPair(now: Lead): Promise<LeadPair | undefined> {
    const outcome = await client.leads.duplicatesOf({ leadId: now.id })
    if (!outcome.ok) {
      changing.refuse(outcome.error)
      return undefined
    }
    const [match] = outcome.value
    if (match === undefined) return undefined
    return match.lead.arrivedAt <= now.arrivedAt ? { survivor: match.lead, other: now } : { survivor: now, other: match.lead }
  }

  async function merge(): Promise<void> {
    const now = lead()
    const pair = now && (await surestPair(now))
    if (pair !== undefined) merging.begin(pair)
  }

  async function apart(): Promise<void> {
    const now = lead()
    const pair = now && (await surestPair(now))
    if (pair !== undefined) await merging.keepApart(pair)
  }

  return {
    leads,
    merging,
    isAsking: computed(() => leads.assigning.value !== undefined || leads.reasoning.value !== undefined || leads.losing.value !== undefined || merging.pair.value !== undefined),
    commands: computed((): readonly AppCommand[] => [
      { id: 'inbox.qualify', title: (w) => w.inbox.acts.qualify, section: 'page', icon: CircleCheck, keys: 'Q', gives: 'leads.setStage', when: () => reaches('qualified') && lead()?.stage !== 'qualified', run: () => act(qualify) },
      { id: 'inbox.offer', title: (w) => w.inbox.acts.offer, section: 'page', icon: Route, keys: 'F', gives: 'assignment.applyDecisions', when: waits, run: () => act(offer) },
      { id: 'inbox.recall', title: (w) => w.leads.actions.recall, section: 'page', icon: Undo2, keys: 'R', gives: 'leads.setStage', when: () => reaches('recalled'), run: end('recalled') },
      { id: 'inbox.assign', title: (w) => w.inbox.acts.assign, section: 'page', icon: UserPlus, keys: 'A', gives: 'leads.assignManually', when: () => reason() !== undefined, run: assign },
      { id: 'inbox.merge', title: (w) => w.inbox.acts.merge, section: 'page', icon: Merge, keys: 'M', gives: 'leads.merge', when: () => reason() === 'possibleDuplicate', run: merge },
      { id: 'inbox.apart', title: (w) => w.inbox.acts.apart, section: 'page', icon: CopyX, keys: 'N', gives: 'leads.keepApart', when: () => reason() === 'possibleDuplicate', run: apart },
      { id: 'inbox.lose', title: (w) => w.inbox.acts.lose, section: 'page', icon: Trash2, keys: 'X', gives: 'leads.setStage', when: () => reaches('closedLost'), run: end('closedLost') },
      { id: 'inbox.later', title: (w) => w.inbox.acts.later, section: 'page', icon: Clock3, keys: 'S', when: () => reason() !== undefined, run: () => queue.advance() },
    ]),
  }
}
