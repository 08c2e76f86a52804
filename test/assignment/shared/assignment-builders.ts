import { compileRuleSet } from '#shared/assignment/compile-rule-set.ts'
import { foldText } from '#shared/assignment/fold-text.ts'
import { leadColumnsOf, type LeadFacts } from '#shared/assignment/lead-columns.ts'
import type { Scope } from '#shared/assignment/lead-standing.ts'
import { outcomes, type AssignmentPlan } from '#shared/assignment/assignment-plan.ts'
import { planAssignment } from '#shared/assignment/plan-assignment.ts'
import type { Knowledge, PartnerFacts, RuleFacts, RuleSet, TerritoryFacts } from '#shared/assignment/rule-set.ts'

export const TODAY = '2026-11-22'

export function aPartner(id: string, facts: Partial<PartnerFacts> = {}): PartnerFacts {
  return {
    id, code: id.toUpperCase(), name: `${id} partners`, tier: 'registered', status: 'active', latitude: null, longitude: null, domain: null,
    regions: [], languages: [], products: ['suite'], industries: [], certifications: [], capacity: null, absences: [], ...facts,
  }
}

export function aTerritory(id: string, candidates: readonly string[], facts: Partial<TerritoryFacts> = {}): TerritoryFacts {
  return {
    id, code: id.toUpperCase(), parentId: null, strategy: 'roundRobin', tieBreak: 'listOrder',
    candidates: candidates.map((partnerId) => ({ partnerId, weight: 1 })),
    requirements: { certifications: [], minimumTier: null, language: false }, ...facts,
  }
}

export function aRule(id: string, territoryId: string, condition: RuleFacts['condition'], facts: Partial<RuleFacts> = {}): RuleFacts {
  return { id, code: id.toUpperCase(), territoryId, priority: 100, condition, effectiveFrom: null, effectiveTo: null, enabled: true, ...facts }
}

export function aLead(id: string, facts: Partial<LeadFacts> = {}): LeadFacts {
  return {
    id, stage: 'qualified', partnerId: null, territoryId: null, assignmentOrigin: null, manualUntil: null, declinedBy: [],
    country: null, region: null, postcode: null, latitude: null, longitude: null, industry: null, employees: null, product: null, source: null, language: null,
    corporateNumber: null, domain: null, company: `customer ${id}`, ...facts,
  }
}

export function someLeads(count: number, facts: Partial<LeadFacts> = {}): LeadFacts[] {
  return Array.from({ length: count }, (_, at) => aLead(`lead-${String(at).padStart(4, '0')}`, facts))
}

export const everyLead: RuleFacts['condition'] = { all: [] }

/** One territory that takes every lead. */
export function oneTerritory(territory: TerritoryFacts, partners: readonly PartnerFacts[]): RuleSet {
  return { territories: [territory], rules: [aRule('all', territory.id, everyLead)], partners, today: TODAY }
}

export const foldCompany = (name: string) => foldText(name).replace(/\b(inc|ltd|kk)\b\.?/g, '').trim()

/** Middles of a few places, enough to tell near from far. */
const middles: Readonly<Record<string, { latitude: number; longitude: number }>> = {
  JP: { latitude: 36.2, longitude: 138.25 }, 'JP-01': { latitude: 43.06, longitude: 141.35 }, 'JP-13': { latitude: 35.69, longitude: 139.69 },
  GT: { latitude: 15.78, longitude: -90.23 }, GB: { latitude: 54.0, longitude: -2.0 },
}

export const knowledge: Knowledge = {
  foldCompany,
  locate: (country, region) => middles[region ?? ''] ?? middles[country ?? ''] ?? null,
}

export interface PlannedLead {
  readonly outcome: string
  readonly partner: string | null
  readonly territory: string | null
  readonly rule: string | null
}

export function plan(ruleSet: RuleSet, leads: readonly LeadFacts[], scope: Scope = 'unassigned'): AssignmentPlan {
  return planAssignment(compileRuleSet(ruleSet, knowledge), leadColumnsOf(leads, foldCompany), scope)
}

/** The plan by lead id, in words. */
export function readPlan(made: AssignmentPlan, leads: readonly LeadFacts[]): Readonly<Record<string, PlannedLead>> {
  const read = (lead: LeadFacts, at: number): [string, PlannedLead] => [lead.id, {
    outcome: outcomes[made.outcome[at] ?? 0] ?? '',
    partner: made.partnerIds[made.partner[at] ?? -1] ?? null,
    territory: made.territoryIds[made.territory[at] ?? -1] ?? null,
    rule: made.ruleIds[made.rule[at] ?? -1] ?? null,
  }]
  return Object.fromEntries(leads.map(read))
}

/** The partners of the leads, in the order of the leads. */
export function partnersOf(ruleSet: RuleSet, leads: readonly LeadFacts[], scope: Scope = 'unassigned'): readonly (string | null)[] {
  const made = plan(ruleSet, leads, scope)
  return leads.map((_, at) => made.partnerIds[made.partner[at] ?? -1] ?? null)
}

/** The decision about one lead of a plan. */
export function decisionOf(ruleSet: RuleSet, leads: readonly LeadFacts[], at = 0) {
  const made = plan(ruleSet, leads)
  return made.decisionAt(made.decision[at] ?? -1)
}

/** The lead as it is saved once the rules have given it to a partner. */
export function given(lead: LeadFacts, partnerId: string, territoryId: string, facts: Partial<LeadFacts> = {}): LeadFacts {
  return { ...lead, stage: 'offered', partnerId, territoryId, assignmentOrigin: 'rules', sameVersion: true, ...facts }
}
