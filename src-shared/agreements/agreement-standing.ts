import type { RowOf } from '../foundation/table.ts'
import type { partners } from '../partners/partner.table.ts'
import type { acceptances, agreements, agreementVersions } from './agreement.table.ts'

type Agreement = RowOf<typeof agreements>
type Version = RowOf<typeof agreementVersions>
type Acceptance = RowOf<typeof acceptances>

/** `acceptAgain`: accepted, but a later version asks for it anew. `unpublished`: there is nothing to accept yet. */
export const agreementStandings = ['accepted', 'acceptAgain', 'missing', 'unpublished'] as const

export interface AgreementStanding {
  readonly agreementId: string
  readonly name: string
  readonly kind: Agreement['kind']
  readonly state: (typeof agreementStandings)[number]
  /** What is to be accepted now. */
  readonly current: Version | null
  /** The latest acceptance that was not voided: exactly what, in which language, by whom. */
  readonly accepted: Acceptance | null
}

export interface AgreementFacts {
  readonly partner: Pick<RowOf<typeof partners>, 'country' | 'type'>
  readonly agreements: readonly Agreement[]
  readonly versions: readonly Version[]
  /** The partner's. */
  readonly acceptances: readonly Acceptance[]
}

/** How a partner stands with each agreement that is for it on a day. */
export function agreementStanding({ partner, agreements: all, versions, acceptances: given }: AgreementFacts, today: string): readonly AgreementStanding[] {
  return all.filter((agreement) => isFor(agreement, partner)).map((agreement) => standingWith(agreement, versions, given, today))
}

/** How a partner stands with an agreement. @param given what the partner accepted */
export function standingWith(agreement: Agreement, all: readonly Version[], given: readonly Acceptance[], today: string): AgreementStanding {
  const versions = all.filter(({ agreementId }) => agreementId === agreement.id)
  const current = currentVersion(versions, today)
  const accepted = given.filter((each) => each.agreementId === agreement.id && each.voidedAt === null).toSorted((a, b) => b.version - a.version || (a.acceptedOn > b.acceptedOn ? -1 : 1))[0] ?? null
  return { agreementId: agreement.id, name: agreement.name, kind: agreement.kind, current, accepted, state: stateOf(current, accepted, versions, today) }
}

function isFor({ state, countries, partnerTypes }: Agreement, { country, type }: AgreementFacts['partner']): boolean {
  return state === 'inForce' && (countries.length === 0 || countries.includes(country)) && (partnerTypes.length === 0 || partnerTypes.includes(type))
}

/** The latest version that is published and counts on a day. */
export function currentVersion(versions: readonly Version[], today: string): Version | null {
  return versions.filter((version) => counts(version, today)).toSorted((a, b) => b.version - a.version)[0] ?? null
}

function stateOf(current: Version | null, accepted: Acceptance | null, versions: readonly Version[], today: string): AgreementStanding['state'] {
  if (current === null) return 'unpublished'
  if (accepted === null) return 'missing'
  return versions.some((version) => counts(version, today) && version.version > accepted.version && version.acceptAgain) ? 'acceptAgain' : 'accepted'
}

function counts({ state, effectiveOn }: Version, today: string): boolean {
  return state === 'published' && (effectiveOn === null || effectiveOn <= today)
}
