import { demoOnboarding } from '#main/demo/demo-onboarding.ts'
import { demoRows, demoWorkspace, type DemoRows } from '#main/demo/demo-workspace.ts'
import { engagement, takenUpStages } from '#main/demo/demo-history.ts'
import { leadCounts, PROGRAM_AGE_DAYS, REGISTERED } from '#main/demo/demo-leads.ts'
import { daysAfter } from '#main/demo/demo-calendar.ts'
import { accounts } from '#shared/accounts/account.table.ts'
import { contacts } from '#shared/accounts/contact.table.ts'
import { countryOf } from '#shared/geography/countries.ts'
import { leads } from '#shared/leads/lead.table.ts'
import { activities } from '#shared/opportunities/activity.table.ts'
import { attributions } from '#shared/opportunities/attribution.table.ts'
import { percentOf } from '#shared/opportunities/attribution.ts'
import { opportunities } from '#shared/opportunities/opportunity.table.ts'
import { projects } from '#shared/opportunities/project.table.ts'
import { partners } from '#shared/partners/partner.table.ts'
import { territories, territoryRules } from '#shared/territories/territory.table.ts'
import { registrationStatuses } from '#shared/deals/registration.ts'
import { caseEvidence } from '#shared/conflicts/case-evidence.table.ts'
import { conflictCases } from '#shared/conflicts/conflict-case.table.ts'
import { registrations } from '#shared/deals/registration.table.ts'
import { unmetCriteria } from '#shared/opportunities/opportunity.ts'
import { idNumber } from '#test/foundation/builders/sequential-id.ts'
import { tableNamed } from '#shared/tables.ts'
import { describe, expect, it } from 'vitest'

const NOW = '2026-11-22T09:00:00.000Z'

function made(seed: number): DemoRows {
  let count = 0
  return demoRows(seed, NOW, () => idNumber((count += 1)))
}

const demo = made(2026)
const begun = daysAfter(NOW, -PROGRAM_AGE_DAYS)
const answered = daysAfter(NOW, -14)
const before = demo.leads.filter(({ arrivedAt }) => arrivedAt < begun)
const since = demo.leads.filter(({ arrivedAt }) => arrivedAt >= begun)

function shareTakenUp(rows: DemoRows['leads']): number {
  const given = rows.filter(({ partnerId, arrivedAt }) => partnerId !== null && arrivedAt <= answered)
  return given.filter(({ stage }) => takenUpStages.includes(stage)).length / given.length
}

describe('the demo workspace', () => {
  it('is the same for the same seed, and another for another', () => {
    expect(made(2026)).toEqual(demo)
    expect(made(2027).leads.map(({ company }) => company)).not.toEqual(demo.leads.map(({ company }) => company))
  })

  it.each([
    ['partners', partners, demo.partners],
    ['territories', territories, demo.territories],
    ['territoryRules', territoryRules, demo.rules],
    ['leads', leads, demo.leads],
    ['accounts', accounts, demo.accounts],
    ['contacts', contacts, demo.contacts],
    ['opportunities', opportunities, demo.opportunities],
    ['activities', activities, demo.activities],
    ['attributions', attributions, demo.attributions],
    ['projects', projects, demo.projects],
    ['registrations', registrations, demo.registrations],
    ['conflictCases', conflictCases, demo.cases],
    ['caseEvidence', caseEvidence, demo.evidence],
  ] as const)('has only rows that the table %s takes', (_, table, rows) => {
    const wrong = rows.flatMap((row) => table.row.safeParse({ ...row, rev: 1, importId: null }).error?.issues ?? [])
    expect(wrong).toEqual([])
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length)
  })

  it('is of the size that shows every screen', () => {
    expect(demo.partners.filter(({ status }) => status === 'active').length).toBeGreaterThan(100)
    expect(new Set(demo.partners.map(({ country }) => country)).size).toBeGreaterThanOrEqual(30)
    expect(demo.territories.length).toBeGreaterThan(120)
    expect(demo.rules.length).toBeGreaterThan(140)
    expect(demo.leads).toHaveLength(3000)
    expect(new Set(demo.leads.map(({ stage }) => stage))).toEqual(new Set(['new', 'qualified', 'offered', 'opened', 'accepted', 'working', 'converted', 'closedWon', 'closedLost', 'declined', 'expired', 'recalled', 'unroutable']))
    const currencies = new Set(demo.leads.map(({ country }) => countryOf(country ?? '')?.currency))
    expect([...currencies]).toEqual(expect.arrayContaining(['USD', 'EUR', 'JPY']))
  })

  it('covers all prefectures of Japan, one territory each with a partner that serves it', () => {
    const byId = new Map(demo.territories.map((territory) => [territory.id, territory]))
    const candidatesOf = (id: string | null): readonly string[] => {
      const territory = id === null ? undefined : byId.get(id)
      if (territory === undefined) return []
      return territory.candidates.length > 0 ? territory.candidates.map(({ partnerId }) => partnerId) : candidatesOf(territory.parentId)
    }
    const prefectures = Array.from({ length: 47 }, (_, at) => `JP-${String(at + 1).padStart(2, '0')}`)
    const unserved = prefectures.filter((prefecture) => {
      const candidates = candidatesOf(demo.territories.find(({ code }) => code === prefecture)?.id ?? null)
      return !demo.partners.some(({ id, regions }) => candidates.includes(id) && (regions.includes(prefecture) || regions.includes('JP')))
    })
    expect(unserved).toEqual([])
  })

  it('tells the story of the program: 46 % more taken up, a third more registered', () => {
    expect([before.length, since.length]).toEqual([leadCounts.before.all, leadCounts.since.all])
    expect(shareTakenUp(before)).toBeCloseTo(engagement.before, 2)
    expect(shareTakenUp(since) / shareTakenUp(before)).toBeCloseTo(1.46, 1)
    const registered = (rows: DemoRows['leads']) => rows.filter(({ source }) => source === REGISTERED).length
    expect(registered(since) / registered(before)).toBeCloseTo(1.33, 2)
  })

  it('gives Jose Lucio’s reseller Guatemala and Belize, in Spanish', () => {
    const lucio = demo.partners.find(({ code }) => code === 'GT-LUCIO')
    expect(lucio).toMatchObject({ country: 'GT', regions: ['GT', 'BZ'], type: 'valueAddedReseller' })
    expect(lucio?.languages[0]).toBe('es')
    expect(new Set(demo.leads.filter(({ partnerId }) => partnerId === lucio?.id).map(({ country }) => country))).toEqual(new Set(['GT', 'BZ']))
  })

  it('has leads that persons placed and say why, declined ones, and places without a partner', () => {
    const byHand = demo.leads.filter(({ assignmentOrigin }) => assignmentOrigin === 'manual')
    expect(byHand.length).toBeGreaterThan(10)
    expect(byHand.every(({ manualReason, partnerId, ruleId }) => manualReason !== null && partnerId !== null && ruleId === null)).toBe(true)
    expect(demo.leads.filter(({ declinedBy }) => declinedBy.length > 0).length).toBeGreaterThan(50)
    expect(demo.leads.some(({ declinedBy, partnerId, stage }) => partnerId !== null && declinedBy.includes(partnerId) && stage !== 'declined')).toBe(false)
    const unroutable = demo.leads.filter(({ stage }) => stage === 'unroutable')
    expect(unroutable.every(({ partnerId }) => partnerId === null)).toBe(true)
    expect(unroutable.length / demo.leads.length).toBeLessThan(0.15)
    expect(unroutable.map(({ country }) => country)).toContain('CN')
  })

  it('has made customers of the converted leads, and business with them at every stage, and knows why others were lost', () => {
    const converted = demo.leads.filter(({ stage }) => stage === 'converted')
    const [accountIds, opportunityIds] = [new Set(demo.accounts.map(({ id }) => id)), new Set(demo.opportunities.map(({ id }) => id))]
    expect(converted.length).toBeGreaterThan(100)
    expect(converted.filter(({ accountId, opportunityId }) => !accountIds.has(accountId ?? '') || !opportunityIds.has(opportunityId ?? ''))).toEqual([])
    expect(demo.accounts.length).toBe(converted.length + 12)
    expect(new Set(demo.opportunities.map(({ stage }) => stage)).size).toBe(6)
    expect(demo.opportunities.flatMap((opportunity) => unmetCriteria(opportunity, 'won'))).toEqual([])
    expect(new Set(demo.leads.filter(({ stage }) => stage === 'closedLost').map(({ lostReason }) => lostReason)).has(null)).toBe(false)
    expect(demo.opportunities.filter(({ createdAt, closedAt }) => createdAt > NOW || (closedAt ?? '') > NOW)).toEqual([])
  })

  it('credits partners with no more than all of what was won, and delivers nothing else', () => {
    const won = new Set(demo.opportunities.filter(({ stage }) => stage === 'won').map(({ id }) => id))
    expect(demo.attributions.length).toBeGreaterThan(10)
    for (const shares of Map.groupBy(demo.attributions, ({ opportunityId }) => opportunityId).values()) expect(percentOf(shares)).toBeLessThanOrEqual(100)
    expect(demo.projects.length).toBeGreaterThan(5)
    expect([...demo.attributions, ...demo.projects].filter(({ opportunityId }) => !won.has(opportunityId))).toEqual([])
    expect(demo.projects.filter(({ deliveredOn }) => deliveredOn > NOW.slice(0, 10))).toEqual([])
    expect(demo.activities.filter(({ happenedAt }) => happenedAt > NOW)).toEqual([])
  })

  it('registers a deal in every state it can be in, windows within their terms, and two partners for one customer', () => {
    expect(new Set(demo.registrations.map(({ status }) => status))).toEqual(new Set(registrationStatuses))
    expect(demo.registrations.filter(({ receivedAt, decidedAt, endedAt }) => [receivedAt, decidedAt, endedAt].some((at) => (at ?? '') > NOW))).toEqual([])
    expect(demo.registrations.filter(({ status, protectedUntil }) => status === 'approved' && (protectedUntil ?? '') <= NOW)).toEqual([])
    const claimed = demo.registrations.filter(({ status }) => status === 'submitted').map(({ customerKey }) => customerKey)
    expect(new Set(claimed).size).toBe(claimed.length - 1)
  })

  it('has three conflicts: of two partners, of three with a distributor, and one that is appealed; each holds the registrations of its claims', () => {
    expect(demo.cases.map(({ state, claims, decisions, appeals }) => [state, claims.map(({ kind }) => kind), decisions.length, appeals.length])).toEqual([
      ['detected', ['partner', 'partner'], 0, 0], ['underReview', ['partner', 'partner', 'distributor'], 0, 0], ['appealed', ['partner', 'partner'], 1, 1],
    ])
    for (const { id, claims } of demo.cases) {
      const held = demo.registrations.filter(({ caseId }) => caseId === id)
      expect(new Set(held.map((registration) => registration.id))).toEqual(new Set(claims.map(({ registrationId }) => registrationId)))
      expect(held.filter(({ actAt }) => actAt !== null)).toEqual([])
      expect(new Set(claims.map(({ partnerId }) => partnerId)).size).toBe(claims.length)
    }
  })

  it('invents everybody, and says so', () => {
    expect(demo.partners.every(({ notes, domain }) => notes?.startsWith('Demo') === true && domain?.endsWith('.example') === true)).toBe(true)
    expect(demo.leads.every(({ notes, domain, contactEmail }) => notes?.startsWith('Demo') === true && domain?.endsWith('.example') === true && contactEmail?.endsWith('.example') === true)).toBe(true)
    expect(new Set(demo.leads.map(({ duplicateKey }) => duplicateKey)).size).toBe(demo.leads.length)
  })

  it('keeps time: ids in order of arrival, nothing before it arrived or after now', () => {
    expect(demo.leads.map(({ id }) => id)).toEqual(demo.leads.map(({ id }) => id).toSorted())
    expect(demo.leads.map(({ arrivedAt }) => arrivedAt)).toEqual(demo.leads.map(({ arrivedAt }) => arrivedAt).toSorted())
    expect(demo.leads.filter(({ arrivedAt, assignedAt, updatedAt }) => updatedAt > NOW || updatedAt < arrivedAt || (assignedAt !== null && (assignedAt < arrivedAt || assignedAt > updatedAt)))).toEqual([])
  })

  it('has a dozen newcomers at every point of their checklists, some waiting for us, one revoked, one held up, one that nobody can reach', () => {
    let count = 0
    const { checklists: begun, partners: newcomers, events } = demoOnboarding(NOW, () => idNumber((count += 1)))
    expect(new Set(begun.map(({ stageKey }) => stageKey))).toEqual(new Set(['agree', 'prepare', 'learn', 'sell', null]))
    expect(new Set(begun.map(({ waitingFor }) => waitingFor)).size).toBeGreaterThanOrEqual(3)
    expect(begun.filter(({ actionRequired }) => actionRequired > 0)).toHaveLength(1)
    expect([newcomers.filter(({ contacts: people }) => people.length === 0).length, events.filter(({ kind }) => kind === 'blocked').length, events.filter(({ kind }) => kind === 'skipped').length]).toEqual([1, 1, 1])
    expect(new Set(begun.map(({ templateKey }) => templateKey)).size).toBe(5)
  })

  it('comes in parts to append, each row as wide as its columns', () => {
    let count = 0
    const chunks = demoWorkspace(2026, NOW, () => idNumber((count += 1)))
    expect(chunks.map(({ table, rows }) => [table, rows.length])).toEqual([['partners', demo.partners.length], ['territories', demo.territories.length], ['territoryRules', demo.rules.length], ['accounts', demo.accounts.length], ['contacts', demo.contacts.length], ['opportunities', demo.opportunities.length], ['activities', demo.activities.length], ['attributions', demo.attributions.length], ['projects', demo.projects.length], ['leads', 3000], ['conflictCases', 3], ['caseEvidence', 2], ['registrations', demo.registrations.length], ['products', 40], ['priceBooks', 4], ['prices', 160], ['promotions', 2], ['partnerDiscounts', 4], ['exchangeRates', 3], ['quotes', 12], ['quoteLines', 48], ['partnerProfiles', 3], ['applications', 9], ['partnerPeople', 302], ['courses', 5], ['certificates', 241], ['requirements', 4], ['agreements', 2], ['agreementVersions', 3], ['acceptances', 203], ['partners', 12], ['checklistTemplates', 5], ['checklists', 12], ['taskEvents', 122], ['materials', 14], ['activations', 122], ['partnerCare', 107], ['checkIns', 642], ['quarterlyReviews', 7], ['coachingNotes', 25], ['jointPlans', 31]])
    const column = (table: string, name: string) => chunks.filter((chunk) => chunk.table === table).flatMap(({ columns, rows }) => rows.map((row) => row[columns.indexOf(name)]))
    expect(new Set(column('applications', 'status'))).toEqual(new Set(['applicant', 'vetting', 'approved', 'declined']))
    expect(new Set(column('partnerPeople', 'status'))).toEqual(new Set(['pending', 'active', 'left']))
    expect(column('acceptances', 'version').filter((version) => version === 2).length).toBeLessThan(column('acceptances', 'version').filter((version) => version === 1).length)
    const wrong = chunks.slice(7).flatMap(({ table, columns, rows }) => rows.flatMap((row) => tableNamed(table).row.safeParse({ importId: null, rev: 1, ...Object.fromEntries(columns.map((column, at) => [column, row[at]])) }).error?.issues ?? []))
    expect(wrong).toEqual([])
    expect(chunks.every(({ columns, rows }) => rows.every((row) => row.length === columns.length && row.every((value) => value !== undefined)))).toBe(true)
  })
})
