import type { Verdict } from '#shared/engagement/claim.ts'
import type { Clause, ClauseKind } from '#shared/engagement/clause.ts'
import type { Words } from '#shared/locales/words.ts'
import type { Client, ValueOf } from '../client/client.ts'
import type { Formats } from '../shell/formats.ts'

export type RulesVersion = ValueOf<Client['engagement']['versions']>[number]

/** A clause's name; of a standing, which one. */
export function clauseName(clause: Clause, w: Words): string {
  return clause.kind === 'standing' ? `${w.engagement.kinds.standing}: ${w.engagement.standings[clause.by]}` : w.engagement.kinds[clause.kind]
}

/** What a clause says, in a sentence. */
export function clauseText(clause: Clause, w: Words): string {
  const { says, fields, clocks } = w.engagement
  switch (clause.kind) {
    case 'eligibility': {
      const asked = (['activePartner', 'authorised', 'complete'] as const).filter((field) => clause[field]).map((field) => fields[field])
      return [says.eligibility, ...asked].join(' · ')
    }
    case 'directList':
      return says.directList(clause.customers.length)
    case 'directEngaged':
      return says.directEngaged(clause.days)
    case 'customerChoice':
      return says.customerChoice
    case 'incumbency':
      return says.incumbency(clause.renewalsOnly)
    case 'firstToRegister':
      return says.firstToRegister(clocks[clause.clock], clause.lookBackDays, clause.tieMinutes)
    case 'engagementDepth':
      return says.engagementDepth(clause.lead)
    case 'standing':
      return says.standing[clause.by]
    case 'teaming':
      return says.teaming(clause.partnerShare)
    case 'split':
      return says.split
    case 'distributor':
      return says.distributor(clause.share)
    case 'secondBenefit':
      return says.secondBenefit(clause.percent)
  }
}

/** A clause of a kind, as most programs have it. */
export const freshClauses: { readonly [Kind in ClauseKind]: Clause } = {
  eligibility: { kind: 'eligibility', activePartner: true, authorised: true, complete: true },
  directList: { kind: 'directList', customers: [] },
  directEngaged: { kind: 'directEngaged', days: 60 },
  customerChoice: { kind: 'customerChoice' },
  incumbency: { kind: 'incumbency', renewalsOnly: true },
  firstToRegister: { kind: 'firstToRegister', clock: 'complete', lookBackDays: 90, tieMinutes: 0 },
  engagementDepth: { kind: 'engagementDepth', lead: 2 },
  standing: { kind: 'standing', by: 'tier' },
  teaming: { kind: 'teaming', partnerShare: 50 },
  split: { kind: 'split' },
  distributor: { kind: 'distributor', share: 100 },
  secondBenefit: { kind: 'secondBenefit', percent: 50 },
}

/** A verdict over claims of which only the names are known. */
export function verdictLine(verdict: Verdict | null, claims: readonly { readonly id: string; readonly name: string | null }[], w: Words, formats: Formats): string {
  if (verdict === null) return w.conflicts.unsettled
  const having = verdict.shares.filter(({ percent }) => percent > 0).map(({ claimId, percent }) => w.conflicts.shareOf(claims.find(({ id }) => id === claimId)?.name ?? w.conflicts.claimKinds.direct, percent))
  return having.length === 0 ? w.conflicts.verdicts[verdict.kind] : `${w.conflicts.verdicts[verdict.kind]}: ${formats.list(having)}`
}
