import type { Bridge, BridgeEvent } from './bridge.ts'

/** What can have changed under the window: the names of the hosts' `….changed` events. */
export type Subject = 'leads' | 'accounts' | 'accountsApart' | 'contacts' | 'opportunities' | 'activities' | 'attributions' | 'projects' | 'registrations' | 'registrationPolicies' | 'engagementRules' | 'conflictCases' | 'caseEvidence' | 'materials' | 'materialFiles' | 'checklistTemplates' | 'checklists' | 'taskEvents' | 'activations' | 'careTerms' | 'partnerCare' | 'checkIns' | 'quarterlyReviews' | 'coachingNotes' | 'jointPlans' | 'products' | 'priceBooks' | 'prices' | 'promotions' | 'partnerDiscounts' | 'specialPrices' | 'exchangeRates' | 'taxPolicies' | 'quotes' | 'quoteLines' | 'partners' | 'territories' | 'models' | 'calendars' | 'deadlinePolicies' | 'criteria' | 'distributionTerms' | 'leadsApart' | 'approvalRequests' | 'approvalSteps' | 'approvalPolicies' | 'approvalSeats' | 'documentTemplates' | 'documentClauses' | 'applications' | 'partnerProfiles' | 'partnerPeople' | 'courses' | 'certificates' | 'requirements' | 'agreements' | 'agreementVersions' | 'acceptances' | 'batches' | 'views' | 'settings' | 'sync' | 'policies'

export interface JobProgress {
  readonly phase: string
  readonly done: number
  /** 0 where the end is not known. */
  readonly total: number
}

export interface Events {
  /** @returns ends the subscription */
  on(name: string, listener: (data: unknown) => void): () => void
  /** Rows of the subject changed: these, or `undefined` when it may be any. A restarted host may have changed anything. */
  onChanged(subject: Subject, listener: (ids: ReadonlySet<string> | undefined) => void): () => void
  onProgress(job: string, listener: (progress: JobProgress) => void): () => void
}

export function createEvents(bridge: Pick<Bridge, 'subscribe'>): Events {
  const listeners = new Map<string, Set<(data: unknown) => void>>()
  bridge.subscribe(({ name, data }: BridgeEvent) => {
    for (const listener of listeners.get(name) ?? []) listener(data)
  })

  function on(name: string, listener: (data: unknown) => void): () => void {
    const among = listeners.get(name) ?? new Set()
    listeners.set(name, among.add(listener))
    return () => void among.delete(listener)
  }

  return {
    on,
    onChanged(subject, listener) {
      const ends = [
        on(`${subject}.changed`, (data) => {
          const ids = (data as { readonly ids?: readonly string[] | null } | null)?.ids ?? null
          listener(ids === null ? undefined : new Set(ids))
        }),
        on('host.restarted', () => listener(undefined)),
      ]
      return () => ends.forEach((end) => end())
    },
    onProgress: (job, listener) =>
      on('job.progress', (data) => {
        const progress = data as JobProgress & { readonly job: string }
        if (progress.job === job) listener(progress)
      }),
  }
}
