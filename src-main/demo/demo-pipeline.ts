import type { contacts } from '#shared/accounts/contact.table.ts'
import type { RowOf } from '#shared/foundation/table.ts'
import type { activities } from '#shared/opportunities/activity.table.ts'
import type { ActivityKind } from '#shared/opportunities/activity.ts'
import type { attributions } from '#shared/opportunities/attribution.table.ts'
import type { AttributionKind } from '#shared/opportunities/attribution.ts'
import { closedOpportunityStages } from '#shared/opportunities/opportunity.ts'
import type { opportunities } from '#shared/opportunities/opportunity.table.ts'
import type { projects } from '#shared/opportunities/project.table.ts'
import { dateAfter, daysAfter } from './demo-calendar.ts'
import { seededRandom } from './seeded-random.ts'

type Row<T> = Omit<RowOf<T>, 'rev' | 'importId'>
type Opportunity = Row<typeof opportunities>

export interface DemoPipeline {
  readonly opportunities: readonly Opportunity[]
  readonly activities: readonly Row<typeof activities>[]
  readonly attributions: readonly Row<typeof attributions>[]
  readonly projects: readonly Row<typeof projects>[]
}

const MANAGER = 'Ana Reyes (demo)'
const calls: readonly (readonly [ActivityKind, string])[] = [['call', 'Asked who decides'], ['meeting', 'Showed the ledger'], ['note', 'Budget is there from the next quarter'], ['call', 'Went through the offer'], ['meeting', 'Met the finance director']]
const splits: readonly (readonly (readonly [AttributionKind, number])[])[] = [[['sourced', 100]], [['coSell', 60]], [['sourced', 70], ['fulfilled', 30]], [['fulfilled', 20]], [['influenced', 25]]]
const DELIVERED_SHARE = 0.6

/** How the business stands that leads became: since when it is at its stage, what is thought of it, what was done, who is credited, what is delivered. */
export function demoPipeline(seed: number, rows: { readonly opportunities: readonly Opportunity[]; readonly contacts: readonly Row<typeof contacts>[] }, now: string, makeId: () => string): DemoPipeline {
  const random = seededRandom(seed)
  const made = { activities: [] as Row<typeof activities>[], attributions: [] as Row<typeof attributions>[], projects: [] as Row<typeof projects>[] }
  const emails = new Map(rows.contacts.map(({ id, email }) => [id, email]))
  const stood = rows.opportunities.map((opportunity): Opportunity => {
    const { id: opportunityId, territoryId, createdAt, closedAt, stage, partnerId, contactId, accountId } = opportunity
    const stamps = { territoryId, createdAt: closedAt ?? now, updatedAt: closedAt ?? now }
    const age = (Date.parse(closedAt ?? now) - Date.parse(createdAt)) / 86_400_000
    for (const [kind, subject] of random.shuffled(calls).slice(0, random.between(0, 3))) {
      const at = daysAfter(createdAt, random.next() * age)
      made.activities.push({ id: makeId(), opportunityId, kind, subject, text: null, contactId, address: null, happenedAt: at, deviceAt: at, dueOn: null, doneAt: null, byName: MANAGER, territoryId, createdAt: at, updatedAt: at })
    }
    if (closedOpportunityStages.includes(stage)) {
      if (stage !== 'won') return { ...opportunity, stageSince: closedAt }
      if (partnerId !== null) for (const [kind, percent] of random.pick(splits)) made.attributions.push({ id: makeId(), opportunityId, partnerId, kind, percent, ...stamps })
      const deliveredOn = dateAfter(closedAt ?? now, random.between(10, 40))
      if (random.chance(DELIVERED_SHARE) && deliveredOn <= dateAfter(now, 0)) made.projects.push({ id: makeId(), opportunityId, accountId, partnerId, name: opportunity.name, deliveredOn, proof: 'Acceptance signed by the customer (demo)', byName: MANAGER, ...stamps })
      return { ...opportunity, stageSince: closedAt }
    }
    const email = emails.get(contactId ?? '') ?? null
    if (email !== null && random.chance(0.3)) made.activities.push({ id: makeId(), opportunityId, kind: 'mail', subject: 'Following up', text: null, contactId, address: email, happenedAt: now, deviceAt: now, dueOn: null, doneAt: null, byName: MANAGER, territoryId, createdAt: now, updatedAt: now })
    if (random.chance(0.25)) made.activities.push({ id: makeId(), opportunityId, kind: 'task', subject: 'Ask for the decision', text: null, contactId, address: null, happenedAt: now, deviceAt: now, dueOn: dateAfter(now, random.between(-3, 14)), doneAt: null, byName: MANAGER, territoryId, createdAt: now, updatedAt: now })
    const sure = stage === 'negotiation' ? (['commit', 'commit', 'bestCase', null] as const) : stage === 'proposal' ? (['bestCase', 'bestCase', null, null] as const) : ([null, null, null, 'omitted'] as const)
    return { ...opportunity, judgement: random.pick(sure), stageSince: daysAfter(now, -Math.min(age, random.between(2, 60))) }
  })
  return { opportunities: stood, ...made }
}
