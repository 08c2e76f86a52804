import { changedFields, isOnePlace, joinNotes, mergeFields } from '../foundation/merge-fields.ts'
import type { RowOf } from '../foundation/table.ts'
import { isGivenScore } from './given-score.ts'
import { isClosed, isHeld, type LeadStage } from './lead.ts'
import type { leads } from './lead.table.ts'

type Lead = RowOf<typeof leads>
type Pauses = NonNullable<Lead['pauses']>

/** What a person chooses field by field: the survivor's value, else the other's, unless said otherwise. */
export const mergedFields = [
  'company', 'companyEn', 'companyKana', 'corporateNumber', 'website', 'country', 'region', 'city', 'postcode', 'address',
  'industry', 'employees', 'product', 'source', 'language', 'contactName', 'contactEmail', 'contactPhone',
] as const
export type MergedField = (typeof mergedFields)[number]

/** What belongs to the present offer, and stays together. */
const placement = [
  'stage', 'partnerId', 'territoryId', 'ruleId', 'assignmentOrigin', 'manualReason', 'manualUntil', 'decisionId', 'runId', 'assignedAt',
  'openedAt', 'acceptedAt', 'firstTouchAt', 'lastTouchAt', 'pauses', 'endReason',
] as const satisfies readonly (keyof Lead)[]

export interface Merge {
  /** What of the survivor changes; its deadline and its score follow from that. */
  readonly patch: Partial<Lead>
  /** The lead whose partner loses it thereby. */
  readonly loser: Lead | null
}

/** Leads that went so far that they cannot be merged away: they are the ones to stay. */
export const settledStages: readonly LeadStage[] = ['converted', 'closedWon']

/**
 * One lead of two. Fields as chosen, of an address only where both are at one place; notes one under the other; the earliest arrival; everybody who declined either.
 * Whose partner stays: `placedBy`. Where both have one partner, its offer began with the earlier of the two.
 * @param fromOther fields whose value is the other's
 */
export function mergeLeads(survivor: Lead, other: Lead, fromOther: ReadonlySet<MergedField>): Merge {
  const onePlace = isOnePlace(survivor, other)
  const fields = mergeFields(survivor, other, mergedFields, fromOther)
  const placed = placedBy(survivor, other) === survivor ? survivor : other
  const rest = placed === survivor ? other : survivor
  const oneOffer = isHeld(survivor) && isHeld(other) && survivor.partnerId === other.partnerId
  const offer = oneOffer ? unitedOffer(survivor, other) : Object.fromEntries(placement.map((column) => [column, placed[column]]))
  const givesScore = !isGivenScore(survivor) && isGivenScore(other)
  const next: Partial<Lead> = {
    ...fields,
    domain: fields.website === other.website && fields.website !== survivor.website ? other.domain : survivor.domain,
    ...(fromOther.has('city') || (onePlace && (survivor.latitude === null || survivor.longitude === null)) ? { latitude: other.latitude, longitude: other.longitude } : {}),
    notes: joinNotes(survivor.notes, other.notes),
    arrivedAt: earliest(survivor.arrivedAt, other.arrivedAt) ?? survivor.arrivedAt,
    declinedBy: [...new Set([...survivor.declinedBy, ...other.declinedBy])].filter((id) => !(isHeld(placed) && placed.partnerId === id)),
    ...offer,
    ...(givesScore ? { score: other.score, scoringId: null, scoreGivenAt: other.scoreGivenAt, scoreReason: other.scoreReason } : {}),
  }
  return { patch: changedFields(survivor, next), loser: isHeld(rest) && !oneOffer ? rest : null }
}

/**
 * The lead whose stage and partner the merged one has: the survivor's where it is converted or won; else the one that a partner has;
 * of two, the one accepted earlier, or where none is accepted offered earlier; where nobody has either, the one that is open, then the further one.
 */
export function placedBy(survivor: Lead, other: Lead): Lead {
  if (settledStages.includes(survivor.stage)) return survivor
  const [mine, theirs] = [isHeld(survivor), isHeld(other)]
  if (mine && theirs) return before(other.acceptedAt, survivor.acceptedAt) ?? before(other.assignedAt, survivor.assignedAt) ?? false ? other : survivor
  if (mine || theirs) return theirs ? other : survivor
  if (isClosed(survivor.stage) !== isClosed(other.stage)) return isClosed(survivor.stage) ? other : survivor
  return survivor.stage === 'new' && other.stage === 'qualified' ? other : survivor
}

const work: readonly LeadStage[] = ['offered', 'opened', 'accepted', 'working']

function unitedOffer(survivor: Lead, other: Lead): Partial<Lead> {
  const further = work.indexOf(other.stage) > work.indexOf(survivor.stage) ? other : survivor
  const chosen = survivor.assignmentOrigin !== 'manual' && other.assignmentOrigin === 'manual' ? other : survivor
  return {
    ...Object.fromEntries(placement.map((column) => [column, chosen[column]])),
    stage: further.stage,
    assignedAt: earliest(survivor.assignedAt, other.assignedAt),
    openedAt: earliest(survivor.openedAt, other.openedAt),
    acceptedAt: earliest(survivor.acceptedAt, other.acceptedAt),
    firstTouchAt: earliest(survivor.firstTouchAt, other.firstTouchAt),
    lastTouchAt: latest(survivor.lastTouchAt, other.lastTouchAt),
    pauses: unitedPauses(survivor.pauses, other.pauses),
  }
}

/** In order and apart, as deadlines reckon with them: what two pauses share counts once, for the earlier. */
function unitedPauses(one: Lead['pauses'], other: Lead['pauses']): Lead['pauses'] {
  if (one === null || other === null) return one ?? other
  const united: Pauses[number][] = []
  for (const pause of [...one, ...other].toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    const last = united.at(-1)
    if (last?.to === null) break
    if (last === undefined || last.to <= pause.from) united.push(pause)
    else if (pause.to === null || pause.to > last.to) united.push({ ...pause, from: last.to })
  }
  return united
}

/** Whether the first moment comes before the second, nothing being later than anything; undefined where that tells nothing. */
function before(one: string | null, other: string | null): boolean | undefined {
  return one === other ? undefined : other === null || (one !== null && one < other)
}

function earliest(one: string | null, other: string | null): string | null {
  return before(other, one) === true ? other : one
}

function latest(one: string | null, other: string | null): string | null {
  return one === null || (other !== null && other > one) ? other : one
}
