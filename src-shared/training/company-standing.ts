import { dateText, dayNumber } from '../foundation/instant.ts'
import type { RowOf } from '../foundation/table.ts'
import { tierRank } from '../partners/partner.ts'
import type { partners } from '../partners/partner.table.ts'
import type { certificates } from './certificate.table.ts'
import type { courses } from './course.table.ts'
import type { partnerPeople } from './partner-person.table.ts'
import type { requirements } from './requirement.table.ts'
import { WARN_DAYS } from './training.ts'

type Certificate = RowOf<typeof certificates>
type Person = RowOf<typeof partnerPeople>
type Requirement = RowOf<typeof requirements>

export interface StandingFacts {
  readonly partner: Pick<RowOf<typeof partners>, 'id' | 'tier' | 'type' | 'country'>
  /** Those in force. */
  readonly requirements: readonly Requirement[]
  readonly courses: readonly Pick<RowOf<typeof courses>, 'id' | 'code' | 'name'>[]
  /** The partner's, whoever left it among them. */
  readonly people: readonly Person[]
  /** Theirs. */
  readonly certificates: readonly Certificate[]
}

/** `expiring`: met today, and within WARN_DAYS no more. */
export const standingStates = ['met', 'expiring', 'missing'] as const
export type StandingState = (typeof standingStates)[number]

/** Why a certificate that there is does not count. */
export const lapses = ['expired', 'left', 'revoked', 'notYet'] as const
export type Lapse = (typeof lapses)[number]

export interface Holder {
  readonly personId: string
  readonly name: string
  readonly certificateId: string
  readonly expiresOn: string | null
}

export interface RequirementStanding {
  readonly requirementId: string
  readonly name: string
  readonly courseId: string
  readonly course: string
  /** Of the course; by it the partner is certified. */
  readonly code: string
  readonly needed: number
  readonly state: StandingState
  /** By whom it is met, who expires last first. */
  readonly holders: readonly Holder[]
  readonly lapsed: readonly (Holder & { readonly lapse: Lapse })[]
  /** The last day on which enough people have it; null: nobody's expires, or it is missing. */
  readonly until: string | null
}

/** Whether a partner meets each requirement that concerns it, and by whom: certificates are people's, requirements the company's (field.md B1, 3 to 5). */
export function companyStanding(facts: StandingFacts, today: string): readonly RequirementStanding[] {
  return facts.requirements.filter((requirement) => concerns(requirement, facts.partner)).map((requirement) => standingOf(requirement, facts, today))
}

/** What concerns a tier concerns all above it. */
export function concerns({ kind, tier, countries, partnerTypes }: Requirement, partner: StandingFacts['partner']): boolean {
  const ofTier = kind !== 'tier' || tier === null || tierRank(partner.tier) >= tierRank(tier)
  return ofTier && (countries.length === 0 || countries.includes(partner.country)) && (partnerTypes.length === 0 || partnerTypes.includes(partner.type))
}

function standingOf({ id, name, courseId, count }: Requirement, facts: StandingFacts, today: string): RequirementStanding {
  const { holders, lapsed } = holdersOf(courseId, facts, today)
  const last = holders[count - 1]
  const until = last?.expiresOn ?? null
  const state: StandingState = last === undefined ? 'missing' : until !== null && until < dateText(dayNumber(today) + WARN_DAYS) ? 'expiring' : 'met'
  const course = facts.courses.find((each) => each.id === courseId)
  return { requirementId: id, name, courseId, course: course?.name ?? '', code: course?.code ?? '', needed: count, state, holders, lapsed, until }
}

/** Each person counts once, with the certificate that is valid longest. */
export function holdersOf(courseId: string, { people, certificates }: Pick<StandingFacts, 'people' | 'certificates'>, today: string): Pick<RequirementStanding, 'holders' | 'lapsed'> {
  const holders: Holder[] = []
  const lapsed: (Holder & { readonly lapse: Lapse })[] = []
  for (const person of people) {
    const theirs = certificates.filter((each) => each.personId === person.id && each.courseId === courseId).toSorted(lastsLongest)
    const best = theirs.find((each) => lapseOf(each, person, today) === null) ?? theirs[0]
    if (best === undefined) continue
    const lapse = lapseOf(best, person, today)
    const holder = { personId: person.id, name: person.name, certificateId: best.id, expiresOn: best.expiresOn }
    if (lapse === null) holders.push(holder)
    else lapsed.push({ ...holder, lapse })
  }
  return { holders: holders.toSorted((a, b) => lastsLongest(a, b) || (a.name < b.name ? -1 : 1)), lapsed }
}

/** Why it does not count on a day; null: it does. The day named as its last is still one. */
export function lapseOf({ issuedOn, expiresOn, revokedOn }: Pick<Certificate, 'issuedOn' | 'expiresOn' | 'revokedOn'>, { status }: Pick<Person, 'status'>, today: string): Lapse | null {
  if (revokedOn !== null) return 'revoked'
  if (expiresOn !== null && expiresOn < today) return 'expired'
  if (issuedOn > today) return 'notYet'
  return status === 'left' ? 'left' : null
}

function lastsLongest(a: { readonly expiresOn: string | null }, b: { readonly expiresOn: string | null }): number {
  if (a.expiresOn === b.expiresOn) return 0
  if (a.expiresOn === null || b.expiresOn === null) return a.expiresOn === null ? -1 : 1
  return a.expiresOn > b.expiresOn ? -1 : 1
}
