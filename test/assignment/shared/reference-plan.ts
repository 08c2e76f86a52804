/**
 * The rules of distribution written as plainly as possible, straight from the README of src-shared/assignment:
 * no index, no codes, no sharing. The engine must give the same answers.
 */
import type { LeadFacts } from '#shared/assignment/lead-columns.ts'
import type { PartnerFacts, RuleFacts, RuleSet, TerritoryFacts } from '#shared/assignment/rule-set.ts'
import { partnerTiers } from '#shared/partners/partner.ts'
import type { Condition, ConditionNode } from '#shared/territories/condition.ts'
import { foldCompany, knowledge, type PlannedLead } from './assignment-builders.ts'

const fold = (text: string) => text.normalize('NFKC').toLowerCase().normalize('NFD').replace(/[\u0300-\u036f]/g, '').normalize('NFC').replace(/\s+/g, ' ').trim()
const symbols = (text: string) => [...text.normalize('NFKC').toUpperCase()].filter((symbol) => /[0-9A-Z]/.test(symbol)).join('').slice(0, 10)
const countryOf = (lead: LeadFacts) => lead.country ?? (lead.region?.[2] === '-' ? lead.region.slice(0, 2) : null)

export function conditionHolds(node: ConditionNode, lead: LeadFacts): boolean {
  if ('field' in node) return testHolds(node, lead)
  if ('none' in node) return !node.none.some((part) => conditionHolds(part, lead))
  return 'all' in node ? node.all.every((part) => conditionHolds(part, lead)) : node.any.some((part) => conditionHolds(part, lead))
}

function testHolds(condition: Condition, lead: LeadFacts): boolean {
  switch (condition.field) {
    case 'country': return condition.is.includes(countryOf(lead) ?? '?')
    case 'region': return condition.is.includes(lead.region ?? '?') || condition.is.includes(countryOf(lead) ?? '?')
    case 'product': return condition.is.includes(lead.product ?? '')
    case 'industry': return lead.industry !== null && condition.is.map(fold).includes(fold(lead.industry))
    case 'source': return lead.source !== null && condition.is.map(fold).includes(fold(lead.source))
    case 'employees': return lead.employees !== null && (condition.from ?? 0) <= lead.employees && lead.employees <= (condition.to ?? Infinity)
    case 'postcode': return lead.postcode !== null && condition.in.some((entry) => postcodeLies(symbols(lead.postcode ?? ''), entry))
    case 'account': return condition.is.some((entry) => isAccount(lead, entry))
  }
}

function postcodeLies(postcode: string, entry: string): boolean {
  const parts = entry.normalize('NFKC').split('-')
  const from = symbols(parts.slice(0, parts.length / 2).join(''))
  const to = symbols(parts.slice(parts.length / 2).join(''))
  if (parts.length % 2 === 0 && from !== '' && from.length === to.length) {
    const beginning = postcode.slice(0, from.length)
    return beginning.length === from.length && from <= beginning && beginning <= to
  }
  const prefix = symbols(entry)
  return prefix !== '' && postcode.startsWith(prefix)
}

function isAccount(lead: LeadFacts, entry: string): boolean {
  return (
    (lead.corporateNumber !== null && fold(lead.corporateNumber) === fold(entry)) ||
    (lead.domain !== null && fold(lead.domain) === fold(entry)) ||
    (foldCompany(lead.company) !== '' && foldCompany(lead.company) === foldCompany(entry))
  )
}

/** The rules that hold for a lead, the winner first. */
export function matchingRules(ruleSet: RuleSet, lead: LeadFacts): readonly RuleFacts[] {
  const { rules, territories, today } = ruleSet
  const depth = (rule: RuleFacts) => pathOf(ruleSet, rule.territoryId).length
  return rules
    .filter((rule) => rule.enabled && (rule.effectiveFrom ?? '0') <= today && today <= (rule.effectiveTo ?? '9'))
    .filter((rule) => territories.some(({ id }) => id === rule.territoryId) && conditionHolds(rule.condition, lead))
    .toSorted((one, other) => one.priority - other.priority || depth(other) - depth(one) || compare(one.code, other.code) || compare(one.id, other.id))
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}

function pathOf({ territories }: RuleSet, id: string): readonly TerritoryFacts[] {
  const path: TerritoryFacts[] = []
  let next = territories.find((territory) => territory.id === id)
  while (next !== undefined && !path.includes(next)) {
    path.push(next)
    const above: string | null = next.parentId
    next = territories.find((territory) => territory.id === above)
  }
  return path
}

function isUsable(partner: PartnerFacts | undefined, demands: readonly TerritoryFacts['requirements'][], lead: LeadFacts, today: string): boolean {
  if (partner === undefined || partner.status !== 'active') return false
  if (partner.coolDown != null) return false
  if (partner.absences.some(({ from, to }) => from <= today && today <= (to ?? '9'))) return false
  if (partner.regions.length > 0 && !partner.regions.includes(countryOf(lead) ?? '?') && !partner.regions.includes(lead.region ?? '?')) return false
  if (lead.product !== null && !partner.products.includes(lead.product)) return false
  for (const { certifications, minimumTier, language } of demands) {
    if (!certifications.every((code) => partner.certifications.some((held) => held.code === code && today <= (held.expires ?? '9')))) return false
    if (minimumTier !== null && partnerTiers.indexOf(partner.tier) < partnerTiers.indexOf(minimumTier)) return false
    if (language && lead.language !== null && !speaks(partner, lead.language)) return false
  }
  if (lead.declinedBy.includes(partner.id)) return false
  if (lead.partnerId === partner.id && ['declined', 'expired', 'recalled', 'unroutable'].includes(lead.stage)) return false
  const isSameDomain = partner.domain !== null && lead.domain !== null && fold(partner.domain) === fold(lead.domain)
  return !isSameDomain && foldCompany(partner.name) !== foldCompany(lead.company)
}

function speaks(partner: PartnerFacts, language: string): boolean {
  const primary = (tag: string) => tag.split('-')[0]?.toLowerCase()
  return partner.languages.some((spoken) => primary(spoken) === primary(language))
}

interface Turns {
  next: number
  readonly turns: Map<string, number>
  reached: { turns: number; weight: number }
}

/** Decides every lead of a snapshot; by lead id. */
export function referencePlan(ruleSet: RuleSet, leads: readonly LeadFacts[], scope: 'unassigned' | 'realign' | 'all'): Readonly<Record<string, PlannedLead>> {
  const { partners, today } = ruleSet
  const held = new Map<string, number>()
  const seen = new Map<string, number>()
  const rotations = new Map<string, Turns>()
  const add = (counts: Map<string, number>, id: string) => counts.set(id, (counts.get(id) ?? 0) + 1)
  const standing = new Map(leads.map((lead) => [lead.id, standingOf(lead)]))
  const isReservable = (lead: LeadFacts) => partners.some(({ id, status }) => id === lead.reservedFor && status === 'active') && !lead.declinedBy.includes(lead.reservedFor ?? '')

  function standingOf(lead: LeadFacts): 'past' | 'fixed' | 'keptBefore' | 'kept' | 'free' {
    if (['converted', 'closedWon', 'closedLost', 'duplicate'].includes(lead.stage)) return 'past'
    if (lead.partnerId === null || ['declined', 'expired', 'recalled', 'unroutable'].includes(lead.stage)) return lead.heldBack != null && lead.reservedFor == null ? 'past' : 'free'
    const isPlaced = lead.assignmentOrigin === 'rules' && lead.sameVersion === true
    if (['opened', 'accepted', 'working'].includes(lead.stage) || (lead.pinReason != null && !isPlaced)) return 'fixed'
    if (lead.assignmentOrigin === 'manual') return today <= (lead.manualUntil ?? '9') ? 'fixed' : 'free'
    if (isPlaced) return 'kept'
    if (scope === 'unassigned' || lead.heldOver === true) return 'keptBefore'
    return scope === 'realign' && staysOnMap(lead) ? 'keptBefore' : 'free'
  }

  function staysOnMap(lead: LeadFacts): boolean {
    if (lead.reservedFor != null) return lead.reservedFor === lead.partnerId
    const [winner] = matchingRules(ruleSet, lead)
    if (winner === undefined || winner.territoryId !== lead.territoryId) return false
    const seat = pathOf(ruleSet, winner.territoryId).find(({ candidates }) => candidates.length > 0)
    return partners.some(({ id }) => id === lead.partnerId) && (seat?.candidates.some(({ partnerId }) => partnerId === lead.partnerId) ?? false)
  }

  function rotationOf(seat: TerritoryFacts): Turns {
    const known = rotations.get(seat.id) ?? { next: 0, turns: new Map<string, number>(), reached: { turns: 0, weight: 1 } }
    rotations.set(seat.id, known)
    return known
  }

  const counted = (rotation: Turns, { partnerId, weight }: TerritoryFacts['candidates'][number]) =>
    Math.max(rotation.turns.get(partnerId) ?? 0, Math.floor((rotation.reached.turns * weight) / rotation.reached.weight))

  function take(seat: TerritoryFacts, partnerId: string): void {
    const rotation = rotationOf(seat)
    const position = seat.candidates.findIndex((candidate) => candidate.partnerId === partnerId)
    const candidate = seat.candidates[position]
    if (candidate === undefined || !partners.some(({ id }) => id === partnerId)) return
    rotation.next = (position + 1) % seat.candidates.length
    const turns = counted(rotation, candidate)
    if (turns / candidate.weight > rotation.reached.turns / rotation.reached.weight) rotation.reached = { turns, weight: candidate.weight }
    rotation.turns.set(partnerId, turns + 1)
  }

  function choose(seat: TerritoryFacts, demands: readonly TerritoryFacts['requirements'][], lead: LeadFacts): string | null {
    const rotation = rotationOf(seat)
    const usable = seat.candidates.filter(({ partnerId }) => {
      const partner = partners.find(({ id }) => id === partnerId)
      return isUsable(partner, demands, lead, today) && (held.get(partnerId) ?? 0) < (partner?.capacity ?? Infinity)
    })
    const rank = (candidate: TerritoryFacts['candidates'][number]): number => {
      const position = seat.candidates.indexOf(candidate)
      const partner = partners.find(({ id }) => id === candidate.partnerId)
      if (partner === undefined) return Infinity
      switch (seat.strategy) {
        case 'roundRobin': return (position - rotation.next + seat.candidates.length) % seat.candidates.length
        case 'weighted': return (counted(rotation, candidate) + 0.5) / candidate.weight
        case 'nearest': return kilometres(partner, lead)
        case 'bestFit': return -fit(partner, lead)
      }
    }
    const tie = ({ partnerId }: TerritoryFacts['candidates'][number]): number => {
      if (seat.tieBreak === 'fewestOpenLeads') return seen.get(partnerId) ?? 0
      if (seat.tieBreak === 'highestTier') return -partnerTiers.indexOf(partners.find(({ id }) => id === partnerId)?.tier ?? 'registered')
      return seat.candidates.findIndex((candidate) => candidate.partnerId === partnerId)
    }
    const code = (id: string) => partners.find((partner) => partner.id === id)?.code ?? ''
    const [best] = usable.toSorted((one, other) => rank(one) - rank(other) || tie(one) - tie(other) || compare(code(one.partnerId), code(other.partnerId)))
    return best?.partnerId ?? null
  }

  for (const lead of leads) {
    const stands = standing.get(lead.id)
    if (stands === 'free' && lead.reservedFor != null && isReservable(lead)) add(held, lead.reservedFor)
    if (stands === 'past' || stands === 'free' || lead.partnerId === null) continue
    add(held, lead.partnerId)
    if (stands !== 'kept') add(seen, lead.partnerId)
  }

  const plan: Record<string, PlannedLead> = {}
  for (const lead of leads.toSorted((one, other) => compare(one.id, other.id))) {
    const stands = standing.get(lead.id)
    if (stands !== 'free') {
      const seat = lead.territoryId === null ? undefined : pathOf(ruleSet, lead.territoryId).find(({ candidates }) => candidates.length > 0)
      if (lead.assignmentOrigin === 'rules' && seat !== undefined && lead.partnerId !== null && lead.reservedFor !== lead.partnerId) take(seat, lead.partnerId)
      if (stands === 'kept' && lead.partnerId !== null) add(seen, lead.partnerId)
      plan[lead.id] = stands === 'past' ? { outcome: 'untouched', partner: null, territory: null, rule: null }
        : { outcome: stands === 'fixed' ? 'fixed' : 'kept', partner: lead.partnerId, territory: lead.territoryId, rule: null }
      continue
    }
    const [winner] = matchingRules(ruleSet, lead)
    let chosen: string | null = null
    if (lead.reservedFor != null) {
      chosen = isReservable(lead) ? lead.reservedFor : null
    } else if (winner !== undefined) {
      const path = pathOf(ruleSet, winner.territoryId)
      const seat = path.find(({ candidates }) => candidates.length > 0)
      if (seat !== undefined) {
        chosen = choose(seat, path.slice(0, path.indexOf(seat) + 1).map(({ requirements }) => requirements), lead)
        if (chosen !== null) {
          take(seat, chosen)
          add(held, chosen)
        }
      }
    }
    if (chosen !== null) add(seen, chosen)
    plan[lead.id] = { outcome: chosen === null ? 'unroutable' : 'assigned', partner: chosen, territory: winner?.territoryId ?? null, rule: winner?.id ?? null }
  }
  return plan
}

function kilometres(partner: PartnerFacts, lead: LeadFacts): number {
  const from = lead.latitude === null || lead.longitude === null ? knowledge.locate(countryOf(lead), lead.region) : { latitude: lead.latitude, longitude: lead.longitude }
  if (from === null || partner.latitude === null || partner.longitude === null) return 100_000
  const radians = (degrees: number) => (degrees * Math.PI) / 180
  const haversine =
    Math.sin(radians(partner.latitude - from.latitude) / 2) ** 2 +
    Math.cos(radians(from.latitude)) * Math.cos(radians(partner.latitude)) * Math.sin(radians(partner.longitude - from.longitude) / 2) ** 2
  return Math.round(2 * 6371.0088 * Math.asin(Math.min(1, Math.sqrt(haversine))))
}

function fit(partner: PartnerFacts, lead: LeadFacts): number {
  const distance = kilometres(partner, lead)
  const nearness = distance <= 50 ? 20 : distance <= 200 ? 15 : distance <= 500 ? 10 : distance <= 1500 ? 5 : 0
  const industry = lead.industry !== null && partner.industries.map(fold).includes(fold(lead.industry)) ? 40 : 0
  const product = lead.product !== null && partner.products.includes(lead.product) ? 20 : 0
  const language = lead.language !== null && speaks(partner, lead.language) ? 20 : 0
  return nearness + industry + product + language + 5 * partnerTiers.indexOf(partner.tier)
}
