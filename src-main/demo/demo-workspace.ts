import { acceptances, agreements, agreementVersions } from '#shared/agreements/agreement.table.ts'
import { accounts } from '#shared/accounts/account.table.ts'
import { contacts } from '#shared/accounts/contact.table.ts'
import { outcomes } from '#shared/assignment/assignment-plan.ts'
import { compileRuleSet } from '#shared/assignment/compile-rule-set.ts'
import { knowledge } from '#shared/assignment/knowledge.ts'
import { leadColumnsOf, type LeadFacts } from '#shared/assignment/lead-columns.ts'
import { planAssignment } from '#shared/assignment/plan-assignment.ts'
import type { PartnerFacts, RuleFacts, TerritoryFacts } from '#shared/assignment/rule-set.ts'
import { checkIns, partnerCare } from '#shared/care/check-in.table.ts'
import { coachingNotes } from '#shared/care/coaching-note.table.ts'
import { jointPlans } from '#shared/care/joint-plan.table.ts'
import { quarterlyReviews } from '#shared/care/review.table.ts'
import { exchangeRates, partnerDiscounts, promotions } from '#shared/catalogue/discount.table.ts'
import { priceBooks, prices } from '#shared/catalogue/price-book.table.ts'
import { products } from '#shared/catalogue/product.table.ts'
import { caseEvidence } from '#shared/conflicts/case-evidence.table.ts'
import { conflictCases } from '#shared/conflicts/conflict-case.table.ts'
import { registrations } from '#shared/deals/registration.table.ts'
import type { RowOf } from '#shared/foundation/table.ts'
import type { InsertChunk } from '#shared/imports/subjects/import-subject.ts'
import { leads } from '#shared/leads/lead.table.ts'
import { isClosed } from '#shared/leads/lead.ts'
import { materials } from '#shared/material/material.table.ts'
import { activities } from '#shared/opportunities/activity.table.ts'
import { attributions } from '#shared/opportunities/attribution.table.ts'
import { activations, checklists, taskEvents } from '#shared/onboarding/checklist.table.ts'
import { checklistTemplates } from '#shared/onboarding/template.table.ts'
import { opportunities } from '#shared/opportunities/opportunity.table.ts'
import { projects } from '#shared/opportunities/project.table.ts'
import { partners } from '#shared/partners/partner.table.ts'
import { applications } from '#shared/recruiting/application.table.ts'
import { partnerProfiles } from '#shared/recruiting/partner-profile.table.ts'
import { certificates } from '#shared/training/certificate.table.ts'
import { courses } from '#shared/training/course.table.ts'
import { partnerPeople } from '#shared/training/partner-person.table.ts'
import { requirements } from '#shared/training/requirement.table.ts'
import { quoteLines, quotes } from '#shared/quotes/quote.table.ts'
import { territories, territoryRules } from '#shared/territories/territory.table.ts'
import { demoAgreements } from './demo-agreements.ts'
import { dateAfter, daysAfter } from './demo-calendar.ts'
import { demoCare } from './demo-care.ts'
import { demoCases } from './demo-cases.ts'
import { demoCatalogue } from './demo-catalogue.ts'
import { demoCustomers } from './demo-customers.ts'
import { withDoubles } from './demo-doubles.ts'
import { demoHistory, type LeadHistory, type Placement } from './demo-history.ts'
import { demoLeads, HISTORY_DAYS, PROGRAM_AGE_DAYS } from './demo-leads.ts'
import { demoMaterial } from './demo-material.ts'
import { demoOnboarding } from './demo-onboarding.ts'
import { demoPartners } from './demo-partners.ts'
import { demoPipeline } from './demo-pipeline.ts'
import { demoQuotes } from './demo-quotes.ts'
import { demoRegistrations } from './demo-registrations.ts'
import { demoRecruiting } from './demo-recruiting.ts'
import { demoTerritories } from './demo-territories.ts'
import { demoTraining } from './demo-training.ts'
import { seededRandom } from './seeded-random.ts'

/** Full rows but for what the program itself fills in. */
type Rows<T> = readonly Omit<RowOf<T>, 'rev' | 'importId'>[]

export interface DemoRows {
  readonly partners: Rows<typeof partners>
  readonly territories: Rows<typeof territories>
  readonly rules: Rows<typeof territoryRules>
  readonly leads: Rows<typeof leads>
  readonly accounts: Rows<typeof accounts>
  readonly contacts: Rows<typeof contacts>
  readonly opportunities: Rows<typeof opportunities>
  readonly activities: Rows<typeof activities>
  readonly attributions: Rows<typeof attributions>
  readonly projects: Rows<typeof projects>
  readonly registrations: Rows<typeof registrations>
  readonly cases: Rows<typeof conflictCases>
  readonly evidence: Rows<typeof caseEvidence>
}

const DECLINED_BEFORE = 0.04

/**
 * Lira Financial, a fast-growing firm in Boulder, sells through partners where it has no team of its own: a year of leads, half of it
 * before the partner program and half since. Since then partners take up 46 % more of what they are given and register a third more.
 * The same seed, `now` and ids give the same rows.
 */
export function demoRows(seed: number, now: string, makeId: () => string): DemoRows {
  const random = seededRandom(seed)
  const founded = daysAfter(now, -HISTORY_DAYS - 30)
  const stamps = { createdAt: founded, updatedAt: daysAfter(now, -PROGRAM_AGE_DAYS) }
  const partnerRows = demoPartners(random, now, makeId).map((partner) => filled<RowOf<typeof partners>>(partners.columnNames, { ...partner, ...stamps }))
  const tree = demoTerritories(partnerRows, makeId)
  const territoryRows = tree.territories.map((territory) => filled<RowOf<typeof territories>>(territories.columnNames, { ...territory, ...stamps }))
  const ruleRows = tree.rules.map((rule) => filled<RowOf<typeof territoryRules>>(territoryRules.columnNames, { ...rule, ...stamps }))

  const invented = demoLeads(random, now, makeId)
  const arrived = invented.map((lead) =>
    filled<RowOf<typeof leads>>(leads.columnNames, { ...lead, stage: 'new', declinedBy: [], createdAt: lead.arrivedAt, updatedAt: lead.arrivedAt }),
  )
  const ruleSet = { partners: partnerRows, territories: territoryRows, rules: ruleRows, today: dateAfter(now, 0) }
  const firstChoice = placementsOf(ruleSet, arrived)
  const offered = arrived.map((lead, at) => {
    const partnerId = firstChoice[at]?.partnerId ?? null
    return partnerId !== null && random.chance(DECLINED_BEFORE) ? { ...lead, declinedBy: [partnerId] } : lead
  })
  const history = demoHistory(random, invented, placementsOf(ruleSet, offered), partnerRows, now)
  const leadRows = offered.map((lead, at) => ({ ...lead, ...history[at]!, declinedBy: declinersOf(lead.declinedBy, history[at]!), score: isClosed(history[at]!.stage) ? lead.score : null }))
  const customers = demoCustomers(random, leadRows, now, makeId)
  const registered = demoRegistrations(random, { partners: partnerRows, ...customers }, now, makeId)
  const cases = demoCases({ partners: partnerRows, registrations: registered }, now, makeId)
  return { partners: partnerRows, territories: territoryRows, rules: ruleRows, ...customers, ...cases, ...demoPipeline(seed, customers, now, makeId) }
}

function declinersOf(before: readonly string[], { stage, partnerId }: LeadHistory): readonly string[] {
  return stage === 'declined' && partnerId !== null ? [...new Set([...before, partnerId])] : before
}

/** The same, as parts to append; parents come before what refers to them. */
export function demoWorkspace(seed: number, now: string, makeId: () => string): readonly InsertChunk[] {
  const rows = demoRows(seed, now, makeId)
  const catalogue = demoCatalogue(daysAfter(now, -HISTORY_DAYS - 30), makeId)
  const quoted = demoQuotes(catalogue, rows, now, makeId)
  const trained = demoTraining(rows.partners, now, makeId, seed)
  const recruited = demoRecruiting(rows.partners, now, makeId)
  const agreed = demoAgreements(rows.partners, now, makeId)
  const newcomers = demoOnboarding(now, makeId)
  const cared = demoCare(rows.partners, now, makeId, seed)
  return [
    chunkOf('partners', partners.columnNames, trained.partners),
    chunkOf('territories', territories.columnNames, rows.territories),
    chunkOf('territoryRules', territoryRules.columnNames, rows.rules),
    chunkOf('accounts', accounts.columnNames, rows.accounts),
    chunkOf('contacts', contacts.columnNames, rows.contacts),
    chunkOf('opportunities', opportunities.columnNames, rows.opportunities),
    chunkOf('activities', activities.columnNames, rows.activities),
    chunkOf('attributions', attributions.columnNames, rows.attributions),
    chunkOf('projects', projects.columnNames, rows.projects),
    chunkOf('leads', leads.columnNames, withDoubles(rows.leads)),
    chunkOf('conflictCases', conflictCases.columnNames, rows.cases),
    chunkOf('caseEvidence', caseEvidence.columnNames, rows.evidence),
    chunkOf('registrations', registrations.columnNames, rows.registrations),
    chunkOf('products', products.columnNames, catalogue.products),
    chunkOf('priceBooks', priceBooks.columnNames, catalogue.priceBooks),
    chunkOf('prices', prices.columnNames, catalogue.prices),
    chunkOf('promotions', promotions.columnNames, catalogue.promotions),
    chunkOf('partnerDiscounts', partnerDiscounts.columnNames, catalogue.partnerDiscounts),
    chunkOf('exchangeRates', exchangeRates.columnNames, catalogue.exchangeRates),
    chunkOf('quotes', quotes.columnNames, quoted.quotes),
    chunkOf('quoteLines', quoteLines.columnNames, quoted.lines),
    chunkOf('partnerProfiles', partnerProfiles.columnNames, recruited.profiles),
    chunkOf('applications', applications.columnNames, recruited.applications),
    chunkOf('partnerPeople', partnerPeople.columnNames, trained.people),
    chunkOf('courses', courses.columnNames, trained.courses),
    chunkOf('certificates', certificates.columnNames, trained.certificates),
    chunkOf('requirements', requirements.columnNames, trained.requirements),
    chunkOf('agreements', agreements.columnNames, agreed.agreements),
    chunkOf('agreementVersions', agreementVersions.columnNames, agreed.versions),
    chunkOf('acceptances', acceptances.columnNames, agreed.acceptances),
    chunkOf('partners', partners.columnNames, newcomers.partners),
    chunkOf('checklistTemplates', checklistTemplates.columnNames, newcomers.templates),
    chunkOf('checklists', checklists.columnNames, newcomers.checklists),
    chunkOf('taskEvents', taskEvents.columnNames, newcomers.events),
    chunkOf('materials', materials.columnNames, demoMaterial(rows.territories, now, makeId)),
    chunkOf('activations', activations.columnNames, cared.activations),
    chunkOf('partnerCare', partnerCare.columnNames, cared.care),
    chunkOf('checkIns', checkIns.columnNames, cared.checkIns),
    chunkOf('quarterlyReviews', quarterlyReviews.columnNames, cared.reviews),
    chunkOf('coachingNotes', coachingNotes.columnNames, cared.notes),
    chunkOf('jointPlans', jointPlans.columnNames, cared.plans),
  ]
}

const FILLED_IN_BY_THE_PROGRAM = ['rev', 'importId']

function chunkOf(table: InsertChunk['table'], names: readonly string[], rows: readonly object[]): InsertChunk {
  const columns = names.filter((name) => !FILLED_IN_BY_THE_PROGRAM.includes(name))
  return { table, columns, rows: rows.map((row) => columns.map((column) => (row as Readonly<Record<string, unknown>>)[column])) }
}

/** Every column of the table, null where nothing is given. */
function filled<Row>(names: readonly string[], given: Partial<Row>): Omit<Row, 'rev' | 'importId'> {
  return Object.fromEntries(names.filter((name) => !FILLED_IN_BY_THE_PROGRAM.includes(name)).map((name) => [name, (given as Readonly<Record<string, unknown>>)[name] ?? null])) as Omit<Row, 'rev' | 'importId'>
}

const UNTOUCHED = outcomes.indexOf('untouched')

/** Where the rules put each lead, by position. */
function placementsOf(
  ruleSet: { readonly partners: readonly PartnerFacts[]; readonly territories: readonly TerritoryFacts[]; readonly rules: readonly RuleFacts[]; readonly today: string },
  rows: readonly LeadFacts[],
): Placement[] {
  const plan = planAssignment(compileRuleSet(ruleSet, knowledge), leadColumnsOf(rows, knowledge.foldCompany), 'all')
  return rows.map((_, at) => {
    if (plan.outcome[at] === UNTOUCHED) throw new Error('a lead of the demo was not decided')
    return { partnerId: plan.partnerIds[plan.partner[at]!] ?? null, territoryId: plan.territoryIds[plan.territory[at]!] ?? null, ruleId: plan.ruleIds[plan.rule[at]!] ?? null }
  })
}
