import { tierRank } from '../partners/partner.ts'
import type { CompiledPartner, Requirements } from './compile-rule-set.ts'
import type { Ineligibility } from './decision.ts'
import { primaryLanguage } from './lead-columns.ts'

/** What of a lead can speak against a partner whatever else is going on. */
export interface LeadNeeds {
  readonly country: string | null
  readonly region: string | null
  readonly product: string | null
  readonly language: string | null
}

/** All that speaks against a candidate, apart from its open leads, what it declined and who the customer is. */
export function judgeCandidate(partner: CompiledPartner | undefined, requirements: Requirements, needs: LeadNeeds, today: string): readonly Ineligibility[] {
  if (partner === undefined) return [{ reason: 'partnerMissing' }]
  const { facts } = partner
  const reasons: Ineligibility[] = []
  if (facts.status !== 'active') reasons.push({ reason: 'notActive', status: facts.status })
  const absence = facts.absences.find(({ from, to }) => from <= today && (to === null || today <= to))
  if (absence !== undefined) reasons.push({ reason: 'absent', from: absence.from, until: absence.to })
  if (facts.coolDown != null) reasons.push({ reason: 'coolingDown', until: facts.coolDown.until, declined: facts.coolDown.declined, answered: facts.coolDown.answered })
  if (!serves(facts.regions, needs)) reasons.push({ reason: 'outsideRegions', country: needs.country, region: needs.region })
  if (needs.product !== null && !facts.products.includes(needs.product)) reasons.push({ reason: 'notAuthorised', product: needs.product })
  for (const certification of requirements.certifications) {
    const held = facts.certifications.filter(({ code }) => code === certification)
    const expiries = held.flatMap(({ expires }) => (expires === null ? [] : [expires])).toSorted()
    const expired = expiries.at(-1)
    if (held.length === 0) reasons.push({ reason: 'certificationMissing', certification })
    else if (held.length === expiries.length && expired !== undefined && expired < today) reasons.push({ reason: 'certificationExpired', certification, expired })
  }
  const minimum = requirements.minimumTier
  if (minimum !== null && partner.tier < tierRank(minimum)) reasons.push({ reason: 'tierTooLow', tier: facts.tier, minimum })
  if (requirements.language && needs.language !== null && !speaks(partner, needs.language)) reasons.push({ reason: 'languageMissing', language: needs.language })
  return reasons
}

export function speaks(partner: CompiledPartner, language: string): boolean {
  return partner.languages.has(primaryLanguage(language))
}

function serves(regions: readonly string[], { country, region }: LeadNeeds): boolean {
  return regions.length === 0 || (country !== null && regions.includes(country)) || (region !== null && regions.includes(region))
}
