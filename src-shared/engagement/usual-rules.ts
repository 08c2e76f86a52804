import type { CaseTimes, Clause } from './clause.ts'

/** What holds as long as nobody has published anything: what most programs have in common (field.md B3, with its sources). */
export const USUAL_CLAUSES: readonly Clause[] = [
  { kind: 'eligibility', activePartner: true, authorised: true, complete: true },
  { kind: 'directList', customers: [] },
  { kind: 'customerChoice' },
  { kind: 'teaming', partnerShare: 50 },
  { kind: 'directEngaged', days: 60 },
  { kind: 'incumbency', renewalsOnly: true },
  { kind: 'firstToRegister', clock: 'complete', lookBackDays: 90, tieMinutes: 0 },
  { kind: 'engagementDepth', lead: 2 },
  { kind: 'standing', by: 'certification' },
  { kind: 'standing', by: 'tier' },
  { kind: 'standing', by: 'territory' },
  { kind: 'split' },
  { kind: 'distributor', share: 100 },
  { kind: 'secondBenefit', percent: 50 },
]

const DAY = 9 * 60
export const USUAL_TIMES: CaseTimes = { triage: DAY, evidence: 5 * DAY, decision: 3 * DAY, appeal: 5 * DAY, calendar: 'US', timeZone: 'America/Denver' }
