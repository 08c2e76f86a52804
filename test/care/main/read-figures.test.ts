import { expect, onTestFinished, test } from 'vitest'
import { readFigures } from '#main/care/read-figures.ts'
import { readDark, readFirstDeals } from '#main/care/read-signs.ts'
import { openForWriting } from '#main/workspace/open.ts'
import { accounts } from '#shared/accounts/account.table.ts'
import { jointPlans } from '#shared/care/joint-plan.table.ts'
import { registrations } from '#shared/deals/registration.table.ts'
import { batches } from '#shared/journal/batch.table.ts'
import { leads } from '#shared/leads/lead.table.ts'
import { activations } from '#shared/onboarding/checklist.table.ts'
import { opportunities } from '#shared/opportunities/opportunity.table.ts'
import { partners } from '#shared/partners/partner.table.ts'
import { certificates } from '#shared/training/certificate.table.ts'
import { courses } from '#shared/training/course.table.ts'
import { partnerPeople } from '#shared/training/partner-person.table.ts'
import { buildAccount, buildOpportunity } from '#test/foundation/builders/build-account.ts'
import { buildPlan, GOAL } from '#test/foundation/builders/build-care.ts'
import { buildLead } from '#test/foundation/builders/build-lead.ts'
import { buildPartner } from '#test/foundation/builders/build-partner.ts'
import { buildApproved } from '#test/foundation/builders/build-registration.ts'
import { buildCertificate, buildCourse, buildPerson } from '#test/foundation/builders/build-training.ts'
import { nextId } from '#test/foundation/builders/sequential-id.ts'
import { NOW } from '#test/foundation/desk.ts'
import { putRows } from '#test/foundation/sqlite-runner.ts'
import { temporaryWorkspace } from '#test/foundation/temporary-workspace.ts'

function open() {
  const db = openForWriting(temporaryWorkspace())
  onTestFinished(() => {
    db.close()
  })
  return db
}

/** The quarter’s last instant in Tokyo and its first. */
const [FIRST, LAST, AFTER] = ['2026-09-30T15:00:00.000Z', '2026-12-31T14:59:59.000Z', '2026-12-31T15:00:00.000Z']

test('a quarter begins and ends on the partner’s own clocks', () => {
  const db = open()
  const partner = buildPartner({ timeZone: 'Asia/Tokyo' })
  const account = buildAccount()
  const won = (closedAt: string, amount: number, currency: string) => buildOpportunity({ accountId: account.id, partnerId: partner.id, stage: 'won', closedAt, amount, currency })
  putRows(db, partners, [partner])
  putRows(db, accounts, [account])
  putRows(db, opportunities, [won(FIRST, 100, 'USD'), won(LAST, 200, 'USD'), won(LAST, 5000, 'JPY'), won(AFTER, 999, 'USD'), won('2026-09-30T14:59:59.000Z', 999, 'USD'), buildOpportunity({ accountId: account.id, partnerId: partner.id, stage: 'proposal', amount: 70, currency: 'EUR' })])
  putRows(db, leads, [FIRST, AFTER].map((acceptedAt) => buildLead({ partnerId: partner.id, acceptedAt })))
  expect(readFigures(db, partner, '2026-10-01', '2026-12-31', NOW)).toMatchObject({ at: NOW, wonDeals: 3, won: [{ currency: 'JPY', amount: 5000 }, { currency: 'USD', amount: 300 }], openDeals: 1, open: [{ currency: 'EUR', amount: 70 }], leadsAccepted: 1, goals: [] })
})

test('a plan’s goals are counted since it began, and what nobody counts is said to be so', () => {
  const db = open()
  const [partner, other] = [buildPartner(), buildPartner()]
  const person = buildPerson({ partnerId: partner.id })
  const left = buildPerson({ partnerId: partner.id, status: 'left', leftOn: '2026-06-01' })
  const course = buildCourse()
  const goals = (['registrations', 'certificates', 'other'] as const).map((measure) => ({ ...GOAL, measure }))
  putRows(db, partners, [partner, other])
  putRows(db, partnerPeople, [person, left])
  putRows(db, courses, [course])
  putRows(db, certificates, [buildCertificate({ personId: person.id, courseId: course.id }), buildCertificate({ personId: person.id, courseId: course.id, expiresOn: '2027-02-01' }), buildCertificate({ personId: left.id, courseId: course.id })])
  putRows(db, jointPlans, [buildPlan({ partnerId: partner.id, startsOn: '2026-07-01', goals })])
  putRows(db, registrations, [['2026-06-30', partner], ['2026-08-01', partner], ['2026-11-01', partner], ['2026-11-01', other]].map(([on, of]) => buildApproved({ partnerId: (of as typeof partner).id, protectedFrom: `${on as string}T03:00:00.000Z` })))
  const figures = readFigures(db, partner, '2026-10-01', '2026-12-31', NOW)
  expect(figures.registrations).toBe(1)
  expect(figures.goals.map(({ measure, reached }) => [measure, reached])).toEqual([['registrations', 2], ['certificates', 2], ['other', null]])
  expect(figures.certificates).toEqual([{ person: person.name, course: course.name, expiresOn: '2027-02-01' }])
})

test('the first deal is found among registrations and won opportunities, not what was handed on from before', () => {
  const db = open()
  const [quick, slow, without] = [buildPartner(), buildPartner({ type: 'broker' }), buildPartner()]
  const account = buildAccount()
  const activated = (partnerId: string) => ({ id: nextId(), partnerId, checklistId: null, kind: 'activated' as const, reason: 'Ready', gate: [], handedOn: {}, successorId: null, decidedBy: 'Aya', decidedAt: '2026-03-01T00:00:00.000Z', importId: null, createdAt: NOW, updatedAt: NOW, rev: 1 })
  putRows(db, partners, [quick, slow, without])
  putRows(db, activations, [quick, slow, without].map(({ id }) => activated(id)))
  putRows(db, accounts, [account])
  putRows(db, opportunities, [buildOpportunity({ accountId: account.id, partnerId: slow.id, stage: 'won', closedAt: '2026-06-09T00:00:00.000Z' }), buildOpportunity({ accountId: account.id, partnerId: quick.id, stage: 'lost', closedAt: '2026-03-02T00:00:00.000Z' })])
  putRows(db, registrations, [buildApproved({ partnerId: quick.id, protectedFrom: '2026-03-11T00:00:00.000Z' }), buildApproved({ partnerId: slow.id, protectedFrom: '2026-02-11T00:00:00.000Z' })])
  expect(readFirstDeals(db).map(({ partnerId, days }) => [partnerId, days]).toSorted()).toEqual([[quick.id, 10], [slow.id, 100], [without.id, null]].toSorted())
})

test('rows of an import that is not done light up nobody', () => {
  const db = open()
  const partner = buildPartner({ createdAt: '2026-01-01T00:00:00.000Z' })
  const batch = { id: nextId(), kind: 'import' as const, subject: 'leads', label: 'leads.csv', state: 'running' as const, total: 1, details: {}, startedAt: NOW, finishedAt: null, createdAt: NOW, updatedAt: NOW, rev: 1 }
  putRows(db, partners, [partner])
  putRows(db, batches, [batch as never])
  putRows(db, leads, [buildLead({ partnerId: partner.id, acceptedAt: '2026-11-20T00:00:00.000Z', importId: batch.id }), buildLead({ partnerId: partner.id, acceptedAt: '2026-05-20T00:00:00.000Z' }), buildLead({ partnerId: partner.id })])
  expect(readDark(db, 60, '2026-11-26')).toMatchObject([{ partnerId: partner.id, lastSign: 'lead', lastSignOn: '2026-05-20' }])
})
