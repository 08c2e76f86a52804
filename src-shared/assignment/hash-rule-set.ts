import { hashText } from './fold-text.ts'
import { isInEffect, type Knowledge, type PartnerFacts, type RuleSet } from './rule-set.ts'

/** Raised when the same rules begin to decide otherwise, so that older decisions are not taken for current ones. */
const SEMANTICS = 1

/**
 * The version of a rule set: `r-` and 12 hexadecimal digits of its content, whatever the order of its rows.
 * It changes with everything that can change a decision or its explanation, and with nothing else:
 * a day that passes changes it only when a rule, an absence or a certification begins or ends.
 */
export function hashRuleSet({ territories, rules, partners, today }: RuleSet, foldCompany: Knowledge['foldCompany']): string {
  const parts = [
    ...territories.map(({ id, code, parentId, strategy, tieBreak, candidates, requirements }) => [
      'territory', id, code, parentId, strategy, tieBreak, candidates.map(({ partnerId, weight }) => [partnerId, weight]),
      requirements.certifications.toSorted(), requirements.minimumTier, requirements.language,
    ]),
    ...rules.filter((rule) => isInEffect(rule, today)).map(({ id, code, territoryId, priority, condition }) => ['rule', id, code, territoryId, priority, condition]),
    ...partners.map((partner) => ['partner', ...describePartner(partner, today), foldCompany(partner.name)]),
  ]
  return digest([SEMANTICS, ...parts.map((part) => JSON.stringify(part)).toSorted()].join('\n'))
}

function describePartner(partner: PartnerFacts, today: string) {
  const { id, code, tier, status, latitude, longitude, domain, regions, languages, products, industries, certifications, capacity, absences, coolDown } = partner
  return [
    id, code, tier, status, latitude, longitude, domain, capacity,
    regions.toSorted(), languages.toSorted(), products.toSorted(), industries.toSorted(),
    certifications.map(({ code: certification, expires }) => [certification, expires, expires === null || expires >= today].join()).toSorted(),
    absences.filter(({ from, to }) => from <= today && (to === null || today <= to)).map(({ from, to }) => [from, to].join()).toSorted(),
    ...(coolDown == null ? [] : [[coolDown.until, coolDown.declined, coolDown.answered]]),
  ]
}

/** Two independent 32-bit hashes, of which 48 bits are kept: chance collisions are one in 10^14 for each pair. */
function digest(text: string): string {
  let mixed = 0xdeadbeef
  for (let at = 0; at < text.length; at += 1) mixed = Math.imul(mixed ^ text.charCodeAt(at), 0x85ebca77)
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0xc2b2ae35)
  mixed ^= mixed >>> 13
  return `r-${hex(hashText(text), 8)}${hex(mixed >>> 16, 4)}`
}

function hex(value: number, digits: number): string {
  return (value >>> 0).toString(16).padStart(digits, '0')
}
