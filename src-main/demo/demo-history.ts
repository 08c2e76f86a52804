import type { AssignmentOrigin, LeadStage } from '#shared/leads/lead.ts'
import { dateAfter, daysAfter } from './demo-calendar.ts'
import { PROGRAM_AGE_DAYS, type InventedLead } from './demo-leads.ts'
import type { DemoPartner } from './demo-partners.ts'
import type { SeededRandom } from './seeded-random.ts'

/** Where the rules put a lead; null where they found nobody. */
export interface Placement {
  readonly partnerId: string | null
  readonly territoryId: string | null
  readonly ruleId: string | null
}

export interface LeadHistory extends Placement {
  readonly stage: LeadStage
  readonly assignmentOrigin: AssignmentOrigin | null
  readonly assignedAt: string | null
  readonly openedAt: string | null
  readonly acceptedAt: string | null
  readonly firstTouchAt: string | null
  readonly lastTouchAt: string | null
  readonly manualReason: string | null
  readonly manualUntil: string | null
  readonly updatedAt: string
}

/** Of the leads that partners were given, the share they took up: half again as many since the program began (+46%). */
export const engagement = { before: 0.37, since: 0.54 } as const

/** A lead younger than this is not decided yet, and one younger than the second is still with its partner. */
const DECIDED_AFTER_DAYS = 3
const ANSWERED_AFTER_DAYS = 14
const SETTLED_AFTER_DAYS = 60

const MANUAL_CHOICES = 26
const reasons: Readonly<Record<string, readonly string[]>> = {
  en: ['Has worked with this customer before', 'Customer asked for this partner at the trade fair', 'Existing project of the group'],
  es: ['El cliente pidió a este socio', 'Proyecto en curso con el grupo', 'Conoce al director financiero'],
  ja: ['お客様のご指名', '既存案件の継続', 'グループ会社での導入実績あり'],
  de: ['Der Kunde hat diesen Partner gewünscht', 'Laufendes Projekt im Konzern'],
  fr: ['Le client a demandé ce partenaire', 'Projet en cours dans le groupe'],
}

/**
 * What has become of each lead since it came in. Before the program most partners let leads lie; since then more than half are taken up.
 * @param placements by position, as the rules decide today
 */
export function demoHistory(random: SeededRandom, leads: readonly InventedLead[], placements: readonly Placement[], partners: readonly DemoPartner[], now: string): LeadHistory[] {
  const ages = leads.map(({ arrivedAt }) => (Date.parse(now) - Date.parse(arrivedAt)) / 86_400_000)
  const placed = [...leads.keys()].filter((at) => placements[at]?.partnerId != null && ages[at]! >= DECIDED_AFTER_DAYS)
  const takenUp = new Set([
    ...someOf(random, placed.filter((at) => ages[at]! >= PROGRAM_AGE_DAYS), engagement.before),
    ...someOf(random, placed.filter((at) => ages[at]! < PROGRAM_AGE_DAYS && ages[at]! >= ANSWERED_AFTER_DAYS), engagement.since),
  ])
  const byHand = new Set(random.shuffled(placed.filter((at) => ages[at]! < SETTLED_AFTER_DAYS || takenUp.has(at))).slice(0, MANUAL_CHOICES))

  return leads.map((lead, at): LeadHistory => {
    const age = ages[at]!
    const placement = placements[at]!
    const nothing = { ...NO_STEPS, assignmentOrigin: null, assignedAt: null, manualReason: null, manualUntil: null }
    if (age < DECIDED_AFTER_DAYS) return { ...NOWHERE, ...nothing, stage: lead.score >= 50 ? 'qualified' : 'new', updatedAt: lead.arrivedAt }
    const assignedAt = daysAfter(lead.arrivedAt, 0.1 + random.next() * (DECIDED_AFTER_DAYS - 0.2))
    if (placement.partnerId === null) return { ...placement, ...nothing, stage: 'unroutable', updatedAt: assignedAt }

    const stage = age < ANSWERED_AFTER_DAYS ? random.pick(RECENT) : takenUp.has(at) ? random.pick(age < SETTLED_AFTER_DAYS ? UNDER_WAY : SETTLED) : random.pick(age < SETTLED_AFTER_DAYS ? LEFT_LATELY : LEFT)
    const updatedAt = daysAfter(assignedAt, random.next() * Math.min(age - DECIDED_AFTER_DAYS, 45))
    const other = byHand.has(at) ? random.pick(partners.filter(({ id, status, regions }) => id !== placement.partnerId && status === 'active' && regions.includes(lead.country)).concat(partnerById(partners, placement.partnerId))) : undefined
    const steps = stepsTo(random, stage, assignedAt, updatedAt, now)
    if (other === undefined) return { ...placement, ...nothing, ...steps, stage, assignmentOrigin: 'rules', assignedAt, updatedAt }
    return {
      partnerId: other.id,
      territoryId: placement.territoryId,
      ruleId: null,
      ...steps,
      stage,
      assignmentOrigin: 'manual',
      assignedAt,
      manualReason: random.pick(reasons[lead.language] ?? reasons['en']!),
      manualUntil: random.chance(0.5) ? dateAfter(now, random.between(30, 120)) : null,
      updatedAt,
    }
  })
}

const NOWHERE: Placement = { partnerId: null, territoryId: null, ruleId: null }

const RECENT: readonly LeadStage[] = ['offered', 'offered', 'offered', 'opened', 'opened', 'accepted']
const UNDER_WAY: readonly LeadStage[] = ['opened', 'accepted', 'accepted', 'accepted', 'working', 'working', 'working', 'working', 'converted']
const SETTLED: readonly LeadStage[] = ['converted', 'converted', 'converted', 'closedWon', 'closedWon', 'working', 'working', 'accepted']
const LEFT_LATELY: readonly LeadStage[] = ['offered', 'offered', 'expired', 'declined', 'recalled']
/** Most that nobody took up were given up in the end. */
const LEFT: readonly LeadStage[] = [...Array<LeadStage>(12).fill('closedLost'), 'expired', 'expired', 'recalled', 'declined']

/** Stages that say a partner has taken a lead up. */
export const takenUpStages: readonly LeadStage[] = ['opened', 'accepted', 'working', 'converted', 'closedWon']

type Steps = Pick<LeadHistory, 'openedAt' | 'acceptedAt' | 'firstTouchAt' | 'lastTouchAt'>
const NO_STEPS: Steps = { openedAt: null, acceptedAt: null, firstTouchAt: null, lastTouchAt: null }

/** What a partner did on the way to a stage, between the offer and the last change. */
function stepsTo(random: SeededRandom, stage: LeadStage, from: string, to: string, now: string): Steps {
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000
  const after = (share: number): string => daysAfter(from, days * share)
  if (stage === 'opened') return { ...NO_STEPS, openedAt: after(0.5 + random.next() / 2) }
  if (stage !== 'accepted' && stage !== 'working') return NO_STEPS
  const touched = stage === 'working' || random.chance(0.9)
  return { openedAt: after(random.next() * 0.2), acceptedAt: after(0.2 + random.next() * 0.3), firstTouchAt: touched ? after(0.5 + random.next() * 0.2) : null, lastTouchAt: touched ? lastTouch(random, from, now) : null }
}

/** Most partners that work on a lead were in touch within the last days. */
function lastTouch(random: SeededRandom, from: string, now: string): string {
  const recent = daysAfter(now, -random.next() * (random.chance(0.85) ? 5 : 20))
  return recent > from ? recent : now
}

function someOf(random: SeededRandom, positions: readonly number[], share: number): number[] {
  return random.shuffled(positions).slice(0, Math.round(positions.length * share))
}

function partnerById(partners: readonly DemoPartner[], id: string): DemoPartner[] {
  return partners.filter((partner) => partner.id === id)
}
