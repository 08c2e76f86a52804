import { expect } from 'vitest'
import { journalContract } from '#shared/journal/journal.contract.ts'
import { leads } from '#shared/leads/lead.table.ts'
import { leadsContract } from '#shared/leads/leads.contract.ts'
import { criteria } from '#shared/qualification/criterion.table.ts'
import { distributionTerms } from '#shared/qualification/distribution-terms.table.ts'
import { qualificationContract } from '#shared/qualification/qualification.contract.ts'
import { scorings } from '#shared/qualification/scoring.table.ts'
import { buildLead } from '#test/foundation/builders/build-lead.ts'
import { nextId } from '#test/foundation/builders/sequential-id.ts'
import { NOW, refusalOf, valueOf, type Desk } from '#test/foundation/desk.ts'
import type { Scenarios } from '#test/foundation/on-every-runner.ts'
import { buildCriterion, buildTerms } from '../../qualification/criterion-builders.ts'

const { create, update, scoreManually, releaseScores, score } = leadsContract.operations
const { setTerms } = qualificationContract.operations
const { undo } = journalContract.operations

/** Manufacturers 40, more than 99 people 30, not from a list −20; a country must be known; 50 qualify. */
async function criteriaOf(desk: Desk): Promise<void> {
  await desk.put(criteria,
    buildCriterion(),
    buildCriterion({ name: 'Large', condition: { field: 'employees', from: 100, to: null }, points: 30 }),
    buildCriterion({ name: 'Bought list', condition: { field: 'source', is: ['List'] }, points: -20 }),
    buildCriterion({ name: 'Our market', kind: 'must', condition: { any: [{ field: 'country', is: ['JP', 'GT'] }] }, points: 0 }),
  )
  await desk.put(distributionTerms, buildTerms({ threshold: 50 }))
}

export const leadScoreScenarios: Scenarios = {
  'scores a lead that comes in by what it meets, and keeps why': async (desk) => {
    await criteriaOf(desk)
    const { id } = valueOf(await desk.run(create, { company: 'Aceros', country: 'GT', industry: 'Manufacturing', employees: 120, source: 'ＬＩＳＴ' }))
    const lead = await desk.row(leads, id)
    expect(lead).toMatchObject({ score: 50, qualifies: true })
    const scoring = await desk.row(scorings, lead?.scoringId ?? '')
    expect(scoring?.explanation).toMatchObject({ threshold: 50, sum: 50, score: 50 })
    expect(scoring?.explanation.criteria.map(({ name, points, outcome }) => [name, points, outcome])).toEqual([['Bought list', -20, 'held'], ['Large', 30, 'held'], ['Manufacturer', 40, 'held'], ['Our market', 0, 'held']])
  },
  'says what is missing, apart from what does not hold': async (desk) => {
    await criteriaOf(desk)
    const { id } = valueOf(await desk.run(create, { company: 'Aceros', country: 'GT', industry: 'retail' }))
    const lead = await desk.row(leads, id)
    expect(lead).toMatchObject({ score: 0, qualifies: false })
    const scoring = await desk.row(scorings, lead?.scoringId ?? '')
    expect(scoring?.explanation.criteria.map(({ name, outcome, fields }) => [name, outcome, fields])).toEqual([
      ['Bought list', 'missing', ['source']], ['Large', 'missing', ['employees']], ['Manufacturer', 'notHeld', ['industry']], ['Our market', 'held', ['country']],
    ])
  },
  'qualifies nothing that lacks a must, whatever its score': async (desk) => {
    await criteriaOf(desk)
    const { id } = valueOf(await desk.run(create, { company: 'Aceros', country: 'CL', industry: 'manufacturing', employees: 120 }))
    expect(await desk.row(leads, id)).toMatchObject({ score: 70, qualifies: false })
  },
  'scores anew when a lead is edited, and leads alike share one explanation': async (desk) => {
    await criteriaOf(desk)
    const made = [valueOf(await desk.run(create, { company: 'Aceros', country: 'GT', industry: 'manufacturing', employees: 20 })), valueOf(await desk.run(create, { company: 'Beta', country: 'JP', industry: 'manufacturing', employees: 30 }))]
    expect(await desk.rows(scorings)).toHaveLength(1)
    await desk.run(update, { id: made[0]?.id ?? '', edits: [{ field: 'employees', value: 500 }] })
    expect(await desk.row(leads, made[0]?.id ?? '')).toMatchObject({ score: 70, qualifies: true })
    expect(await desk.row(leads, made[1]?.id ?? '')).toMatchObject({ score: 40, qualifies: false })
    expect(await desk.rows(scorings)).toHaveLength(2)
  },
  'keeps a score between 0 and 100': async (desk) => {
    await desk.put(criteria, buildCriterion({ points: -100 }), buildCriterion({ name: 'Large', condition: { field: 'employees', from: 100, to: null }, points: 100 }), buildCriterion({ name: 'Known', condition: { all: [] }, points: 60 }))
    const [low, high] = [valueOf(await desk.run(create, { company: 'Low', industry: 'manufacturing' })), valueOf(await desk.run(create, { company: 'High', employees: 100 }))]
    expect([(await desk.row(leads, low.id))?.score, (await desk.row(leads, high.id))?.score]).toEqual([0, 100])
    expect((await desk.row(leads, high.id))?.qualifies, 'nobody has said what a lead must have').toBeNull()
  },
  'leaves leads as they are where nobody has stated anything': async (desk) => {
    const { id } = valueOf(await desk.run(create, { company: 'Aceros' }))
    expect(await desk.row(leads, id)).toMatchObject({ score: null, scoringId: null, qualifies: null })
    expect(valueOf(await desk.run(score, { ids: [id] }))).toEqual({ changed: 0 })
  },
  'keeps a score that a person gave, and says when and why; the threshold still judges it': async (desk) => {
    await criteriaOf(desk)
    const { id } = valueOf(await desk.run(create, { company: 'Aceros', country: 'GT' }))
    await desk.run(scoreManually, { id, score: 90, reason: 'Asked for a price' })
    expect(await desk.row(leads, id)).toMatchObject({ score: 90, scoringId: null, scoreGivenAt: NOW, scoreReason: 'Asked for a price', qualifies: true })
    await desk.run(update, { id, edits: [{ field: 'industry', value: 'manufacturing' }] })
    expect(valueOf(await desk.run(score, { ids: [id] }))).toEqual({ changed: 0 })
    expect((await desk.row(leads, id))?.score).toBe(90)
    expect(valueOf(await desk.run(releaseScores, { ids: [id] })).released).toBe(1)
    expect(await desk.row(leads, id)).toMatchObject({ score: 40, scoreGivenAt: null, scoreReason: null, qualifies: false })
  },
  'keeps a score that came with a lead or was typed into the list, until it is emptied': async (desk) => {
    await criteriaOf(desk)
    const imported = buildLead({ score: 55, country: 'GT' })
    await desk.put(leads, imported)
    await desk.run(score, { ids: [imported.id] })
    expect(await desk.row(leads, imported.id)).toMatchObject({ score: 55, scoringId: null, qualifies: true })
    await desk.run(update, { id: imported.id, edits: [{ field: 'score', value: 60, was: 55 }] })
    expect(await desk.row(leads, imported.id)).toMatchObject({ score: 60, scoreGivenAt: NOW })
    await desk.run(update, { id: imported.id, edits: [{ field: 'score', value: null, was: 60 }] })
    expect(await desk.row(leads, imported.id)).toMatchObject({ score: 0, scoreGivenAt: null, qualifies: false })
  },
  'scores many leads after the criteria have changed, and closed ones never': async (desk) => {
    await criteriaOf(desk)
    const [open, closed] = [buildLead({ industry: 'manufacturing' }), buildLead({ industry: 'manufacturing', stage: 'closedWon' })]
    await desk.put(leads, open, closed)
    expect(valueOf(await desk.run(score, { ids: [open.id, closed.id, nextId()] }))).toEqual({ changed: 1 })
    expect([(await desk.row(leads, open.id))?.score, (await desk.row(leads, closed.id))?.score]).toEqual([40, null])
  },
  'takes back an edit after leads were scored anew, and keeps the explanation that others share': async (desk) => {
    await criteriaOf(desk)
    const first = valueOf(await desk.run(create, { company: 'Aceros', country: 'GT', industry: 'manufacturing' }))
    const second = valueOf(await desk.run(create, { company: 'Beta', country: 'GT', industry: 'manufacturing' }))
    await desk.run(setTerms, { edits: [{ field: 'threshold', value: 30 }] })
    await desk.run(score, { ids: [first.id, second.id] })
    expect(refusalOf(await desk.run(undo, { entry: first.entry }))).toBe('accepted')
    const lead = await desk.row(leads, second.id)
    expect(await desk.row(scorings, lead?.scoringId ?? '')).toBeDefined()
  },
  'refuses to take back an edit over a score that a person gave since': async (desk) => {
    const { id } = valueOf(await desk.run(create, { company: 'Aceros' }))
    const { entry } = valueOf(await desk.run(scoreManually, { id, score: 80, reason: 'Budget is there' }))
    await desk.run(scoreManually, { id, score: 70, reason: 'Budget is smaller' })
    expect(refusalOf(await desk.run(undo, { entry }))).toMatchObject({ code: 'journal.changed-since' })
  },
  'refuses to score what is not there': async (desk) => {
    expect(refusalOf(await desk.run(scoreManually, { id: nextId(), score: 1, reason: 'x' }))).toEqual({ code: 'lead.not-found' })
    expect(refusalOf(await desk.run(releaseScores, { ids: [nextId()] }))).toMatchObject({ code: 'lead.not-found' })
  },
}
