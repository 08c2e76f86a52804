import { addMonths } from '#shared/foundation/calendar-date.ts'
import type { RowOf } from '#shared/foundation/table.ts'
import type { partners } from '#shared/partners/partner.table.ts'
import type { certificates } from '#shared/training/certificate.table.ts'
import type { courses } from '#shared/training/course.table.ts'
import { certificationsOf } from '#shared/training/follow-standing.ts'
import type { partnerPeople } from '#shared/training/partner-person.table.ts'
import type { requirements } from '#shared/training/requirement.table.ts'
import { dateAfter, daysAfter } from './demo-calendar.ts'
import { somebody } from './people.ts'
import { seededRandom } from './seeded-random.ts'

type Row<T> = Omit<RowOf<T>, 'rev' | 'importId'>
type Partner = Row<typeof partners>

export interface DemoTraining {
  readonly people: readonly Row<typeof partnerPeople>[]
  readonly courses: readonly Row<typeof courses>[]
  readonly certificates: readonly Row<typeof certificates>[]
  readonly requirements: readonly Row<typeof requirements>[]
  /** The partners, certified as their people are. */
  readonly partners: readonly Partner[]
}

const VALID_MONTHS = 24
/** Whose certificates expire within weeks, in how many days. */
const EXPIRES_SOON: Readonly<Record<string, number>> = { 'GT-LUCIO': 40, 'CA-BOREALYS': 25, 'JP-SHINANOKI': 12 }
/** Whose trainer has left: the partner misses what its tier asks for. */
const TRAINER_LEFT = new Set(['US-REDWICK'])

/** People of the partners, with certificates that give each the certifications it has; the tiers ask for them, and nearly everybody meets that. */
export function demoTraining(known: readonly Partner[], now: string, makeId: () => string, seed: number): DemoTraining {
  const random = seededRandom(seed)
  const stamps = { createdAt: daysAfter(now, -300), updatedAt: daysAfter(now, -300) }
  const course = (code: string, name: string, languages: readonly string[], atTestCentre: boolean): Row<typeof courses> => ({ id: makeId(), code, name, description: null, languages: [...languages], validMonths: VALID_MONTHS, atTestCentre, state: 'offered', ...stamps })
  const sales = course('LIRA-SALES', 'Lira Sales', ['en', 'es', 'ja', 'de'], false)
  const implement = course('LIRA-IMPLEMENT', 'Lira Implementation', ['en', 'es', 'ja'], true)
  const trainer = course('LIRA-TRAINER', 'Lira Trainer', ['en'], true)
  const offered = [sales, implement, trainer, course('LIRA-COMPLY-PRO', 'Lira Compliance Professional', ['en'], true), course('LIRA-PUBLIC', 'Selling to the public sector', ['en'], false)]
  const requirement = (name: string, given: Partial<Row<typeof requirements>> & Pick<Row<typeof requirements>, 'courseId' | 'kind'>): Row<typeof requirements> => ({ id: makeId(), name, count: 1, tier: null, gate: null, countries: [], partnerTypes: [], state: 'inForce', ...stamps, ...given })
  const asked = [
    requirement('Silver and above', { kind: 'tier', tier: 'silver', courseId: sales.id }), requirement('Gold and above', { kind: 'tier', tier: 'gold', courseId: implement.id }),
    requirement('Platinum', { kind: 'tier', tier: 'platinum', courseId: trainer.id }), requirement('Deal registration', { kind: 'gate', gate: 'dealRegistration', courseId: sales.id }),
  ]
  const made = { people: [] as Row<typeof partnerPeople>[], certificates: [] as Row<typeof certificates>[] }

  const after = known.map((partner) => {
    const people = peopleOf(partner)
    const [first, second] = people
    const soon = EXPIRES_SOON[partner.code]
    const held = [
      ...partner.certifications.map(({ code, expires }) => certificate(first!, code, soon === undefined ? expires : dateAfter(now, soon))),
      ...(partner.tier === 'platinum' && second !== undefined ? [certificate(second, trainer.code, dateAfter(now, 300))] : []),
    ].filter((each) => each !== undefined)
    made.people.push(...people)
    made.certificates.push(...held)
    const full = { importId: null, rev: 1 }
    const facts = { partner, requirements: asked.map((each) => ({ ...each, ...full })), courses: offered, people: people.map((each) => ({ ...each, ...full })), certificates: held.map((each) => ({ ...each, ...full })) }
    return { ...partner, certifications: certificationsOf(partner.certifications, facts, dateAfter(now, 0)) }
  })
  return { ...made, courses: offered, requirements: asked, partners: after }

  /** The contact that is known already, somebody beside them, and now and then one who may not act yet. */
  function peopleOf({ id: partnerId, code, contacts, languages, domain }: Partner): readonly Row<typeof partnerPeople>[] {
    const more = Array.from({ length: random.between(1, 2) }, () => somebody(random, languages[0] ?? 'en', domain ?? 'partner.example'))
    return [...contacts.slice(0, 1), ...more].map(({ name, email }, at) => {
      const hasLeft = at === 1 && TRAINER_LEFT.has(code)
      return { id: makeId(), partnerId, name, email, phone: null, role: null, language: languages[0] ?? 'en', country: null, region: null, city: null, status: hasLeft ? 'left' : at === 2 ? 'pending' : 'active', leftOn: hasLeft ? dateAfter(now, -12) : null, notes: null, ...stamps }
    })
  }

  function certificate(person: Row<typeof partnerPeople>, code: string, expiresOn: string | null): Row<typeof certificates> | undefined {
    const of = offered.find((each) => each.code === code)
    if (of === undefined || expiresOn === null) return undefined
    return { id: makeId(), personId: person.id, courseId: of.id, issuedOn: addMonths(expiresOn, -VALID_MONTHS), expiresOn, number: null, proof: null, revokedOn: null, revokedReason: null, ...stamps }
  }
}
