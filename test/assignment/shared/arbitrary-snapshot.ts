import fc from 'fast-check'
import type { LeadFacts } from '#shared/assignment/lead-columns.ts'
import type { PartnerFacts, RuleFacts, RuleSet, TerritoryFacts } from '#shared/assignment/rule-set.ts'
import { leadStages } from '#shared/leads/lead.ts'
import { partnerTiers } from '#shared/partners/partner.ts'
import type { Condition, ConditionNode } from '#shared/territories/condition.ts'
import { choiceStrategies, tieBreaks } from '#shared/territories/territory.ts'
import { aLead, aPartner, aRule, aTerritory, TODAY } from './assignment-builders.ts'

const countries = ['JP', 'GT', 'GB']
const regions = ['JP-01', 'JP-13', 'GT-01', 'GB-ENG', 'GB-SCT']
const industries = ['manufacturing', 'Ｒｅｔａｉｌ', 'Financial  Services', 'energía']
const products = ['suite', 'vault', 'flow']
const sources = ['web', 'event', 'Référence']
const languages = ['ja', 'es-GT', 'en-GB', 'en']
const accounts = ['4010001000001', 'acme.example', 'Acme Inc', '株式会社リラ', 'ＺＥＮ ltd']
const postcodes = ['060-0000', '０６００００１', '0640941', '064', '06', '〒100-0001', 'SW1A 1AA', 'sw1e', 'G1 1AA', 'EH1']
const postcodeEntries = ['060', '0600000-0649999', '060-0000-062-9999', '100-0001', 'SW', 'SW1A-SW1Z', 'E-G', '06']
const dates = ['2026-11-21', TODAY, '2026-11-23']

const partnerIds = ['p1', 'p2', 'p3', 'p4']
const territoryIds = ['t1', 't2', 't3']

const some = (values: readonly string[]) => fc.subarray([...values], { minLength: 1 })
const maybe = (values: readonly string[]) => fc.option(fc.constantFrom(...values), { nil: null })
const mostly = <T>(usual: T, other: fc.Arbitrary<T>) => fc.oneof({ weight: 4, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: other })

const condition: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({ field: fc.constant('country' as const), is: some(countries) }),
  fc.record({ field: fc.constant('region' as const), is: some([...regions, ...countries]) }),
  fc.record({ field: fc.constant('postcode' as const), in: some(postcodeEntries) }),
  fc.record({ field: fc.constant('industry' as const), is: some(['Manufacturing', 'retail', 'financial services', 'ENERGIA', 'mining']) }),
  fc.record({ field: fc.constant('employees' as const), from: fc.constantFrom(null, 0, 10, 50), to: fc.constantFrom(null, 9, 50, 500) }),
  fc.record({ field: fc.constant('product' as const), is: some([...products, 'none']) }),
  fc.record({ field: fc.constant('source' as const), is: some(['WEB', 'event', 'reference']) }),
  fc.record({ field: fc.constant('account' as const), is: some([...accounts, 'nobody']) }),
)

export const conditionNode: fc.Arbitrary<ConditionNode> = fc.letrec<{ node: ConditionNode }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    condition,
    fc.record({ all: fc.array(tie('node'), { maxLength: 4 }) }),
    fc.record({ any: fc.array(tie('node'), { maxLength: 4 }) }),
    fc.record({ none: fc.array(tie('node'), { maxLength: 3 }) }),
  ),
})).node

/** Alternatives of alternatives: more terms than the index is willing to write out. */
const explosive: fc.Arbitrary<ConditionNode> = fc.array(fc.array(condition, { minLength: 3, maxLength: 4 }), { minLength: 3, maxLength: 4 })
  .map((groups) => ({ all: groups.map((any) => ({ any })) }))

export const arbitraryRule = (id: string): fc.Arbitrary<RuleFacts> =>
  fc.record({
    territoryId: mostly('t1', fc.constantFrom(...territoryIds, 'gone')), priority: fc.constantFrom(1, 2, 3),
    condition: fc.oneof({ weight: 8, arbitrary: conditionNode }, { weight: 1, arbitrary: explosive }),
    code: fc.constantFrom('A', 'B', id), effectiveFrom: mostly<string | null>(null, fc.constantFrom(...dates)), effectiveTo: mostly<string | null>(null, fc.constantFrom(...dates)), enabled: mostly(true, fc.constant(false)),
  }).map(({ territoryId, condition: node, ...facts }) => aRule(id, territoryId, node, facts))

const requirements = fc.record({ certifications: fc.subarray(['basic', 'expert'], { maxLength: 1 }), minimumTier: mostly(null, fc.constantFrom(...partnerTiers)), language: fc.boolean() })
  .chain((asked) => mostly<TerritoryFacts['requirements']>({ certifications: [], minimumTier: null, language: false }, fc.constant(asked)))

const territory = (id: string): fc.Arbitrary<TerritoryFacts> =>
  fc.record({
    parentId: fc.constantFrom(null, ...territoryIds), strategy: fc.constantFrom(...choiceStrategies), tieBreak: fc.constantFrom(...tieBreaks), requirements,
    candidates: fc.uniqueArray(fc.record({ partnerId: fc.constantFrom(...partnerIds, 'gone'), weight: fc.constantFrom(1, 2, 3, 7) }), { selector: ({ partnerId }) => partnerId, maxLength: 5 }),
  }).map((facts) => aTerritory(id, [], facts))

const place = fc.constantFrom({ latitude: null, longitude: null }, { latitude: 35.7, longitude: 139.7 }, { latitude: 35.6, longitude: 139.7 }, { latitude: 14.6, longitude: -90.5 })

const partner = (id: string): fc.Arbitrary<PartnerFacts> =>
  fc.record({
    tier: fc.constantFrom(...partnerTiers), status: mostly('active', fc.constant('suspended')), place, capacity: fc.constantFrom(null, 0, 1, 2, 5), domain: maybe(['acme.example', `${id}.example`]),
    name: mostly(`${id} ltd`, fc.constant('ACME inc')), regions: mostly<string[]>([], some([...countries, ...regions])), languages: fc.subarray(['es', 'en-US', 'ja']), products: mostly([...products], some(products)),
    industries: fc.subarray(['manufacturing', 'retail']), certifications: fc.array(fc.record({ code: fc.constantFrom('basic', 'expert'), expires: fc.constantFrom(null, ...dates) }), { maxLength: 3 }),
    absences: mostly<PartnerFacts['absences']>([], fc.array(fc.record({ from: fc.constantFrom(...dates), to: fc.constantFrom(null, ...dates), reason: fc.constant('leave') }), { maxLength: 2 })),
  }).map(({ place: { latitude, longitude }, ...facts }) => aPartner(id, { ...facts, latitude, longitude }))

const arbitraryLead = (id: string): fc.Arbitrary<LeadFacts> =>
  fc.record({
    stage: mostly('qualified', fc.constantFrom(...leadStages)), partnerId: fc.oneof(fc.constant(null), fc.constantFrom(...partnerIds, 'gone')), territoryId: maybe(territoryIds),
    assignmentOrigin: fc.constantFrom(null, 'rules' as const, 'manual' as const), manualUntil: fc.constantFrom(null, ...dates), declinedBy: mostly<string[]>([], some(partnerIds)),
    country: maybe(['JP', 'GT', 'GB', 'US']), region: maybe([...regions, 'US-CO']), postcode: maybe(postcodes), place, industry: maybe(industries), employees: fc.constantFrom(null, 0, 9, 10, 50, 51, 500, 501),
    product: maybe(products), source: maybe(sources), language: maybe(languages), corporateNumber: mostly<string | null>(null, fc.constant('４０１０００１０００００１')),
    domain: mostly<string | null>(null, fc.constant('ACME.example')), company: mostly(`customer ${id}`, fc.constantFrom('acme', '株式会社リラ', 'Zen LTD', 'p1')),
    pinReason: mostly<string | null>(null, fc.constant('asked for')), sameVersion: fc.boolean(), heldOver: mostly(false, fc.constant(true)), reservedFor: mostly<string | null>(null, fc.constantFrom(...partnerIds, 'gone')),
  }).map(({ place: { latitude, longitude }, ...facts }) => aLead(id, { ...facts, latitude, longitude }))

const each = <T>(ids: readonly string[], make: (id: string) => fc.Arbitrary<T>): fc.Arbitrary<T[]> => fc.tuple(...ids.map(make))
const numbered = (prefix: string, count: number) => Array.from({ length: count }, (_, at) => `${prefix}${String(at).padStart(2, '0')}`)

export const arbitraryRuleSet: fc.Arbitrary<RuleSet> = fc.integer({ min: 1, max: 12 }).chain((rules) =>
  fc.record({ territories: each(territoryIds, territory), partners: each(partnerIds, partner), rules: each(numbered('r', rules), arbitraryRule), today: fc.constant(TODAY) }),
)

export const arbitraryLeads: fc.Arbitrary<LeadFacts[]> = fc.integer({ min: 1, max: 30 }).chain((count) => each(numbered('lead', count), arbitraryLead))
