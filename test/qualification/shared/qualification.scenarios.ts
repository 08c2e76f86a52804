import { expect } from 'vitest'
import { journalContract } from '#shared/journal/journal.contract.ts'
import { criteria } from '#shared/qualification/criterion.table.ts'
import { distributionTerms } from '#shared/qualification/distribution-terms.table.ts'
import { qualificationContract } from '#shared/qualification/qualification.contract.ts'
import { refusalOf, valueOf } from '#test/foundation/desk.ts'
import type { Scenarios } from '#test/foundation/on-every-runner.ts'

const { createCriterion, updateCriterion, removeCriterion, setTerms } = qualificationContract.operations
const { undo } = journalContract.operations

export const qualificationScenarios: Scenarios = {
  'keeps criteria that people write, edit and remove': async (desk) => {
    const { id } = valueOf(await desk.run(createCriterion, { name: ' Large ', kind: 'points', condition: { field: 'employees', from: 100, to: null }, points: 30 }))
    expect(await desk.row(criteria, id)).toMatchObject({ name: 'Large', points: 30, enabled: true })
    await desk.run(updateCriterion, { id, edits: [{ field: 'kind', value: 'must' }] })
    expect(await desk.row(criteria, id), 'a must has no points').toMatchObject({ kind: 'must', points: 0 })
    expect(refusalOf(await desk.run(updateCriterion, { id, edits: [{ field: 'name', value: ' ' }] }))).toEqual({ code: 'criterion.name-missing' })
    expect(refusalOf(await desk.run(updateCriterion, { id, edits: [{ field: 'name', value: 'Big', was: 'Small' }] }))).toMatchObject({ code: 'criterion.stale' })
    await desk.run(removeCriterion, { id })
    expect(refusalOf(await desk.run(removeCriterion, { id }))).toEqual({ code: 'criterion.not-found' })
    expect(refusalOf(await desk.run(updateCriterion, { id, edits: [{ field: 'enabled', value: false }] }))).toEqual({ code: 'criterion.not-found' })
    expect(refusalOf(await desk.run(createCriterion, { name: ' ', kind: 'must', condition: { all: [] } }))).toEqual({ code: 'criterion.name-missing' })
  },
  'keeps one set of terms, whoever decides first; what two people change at once is told': async (desk) => {
    await desk.run(setTerms, { edits: [{ field: 'threshold', value: 60, was: null }] })
    const { entry } = valueOf(await desk.run(setTerms, { edits: [{ field: 'onlyQualified', value: true, was: false }, { field: 'declines', value: 3 }] }))
    expect(await desk.rows(distributionTerms)).toMatchObject([{ threshold: 60, onlyQualified: true, holdDuplicates: false, declines: 3, declineShare: 50, declinePeriod: 30, coolDown: 14 }])
    expect(refusalOf(await desk.run(setTerms, { edits: [{ field: 'threshold', value: 70, was: 50 }] }))).toEqual({ code: 'terms.stale', details: { field: 'threshold', yours: 70, theirs: 60 } })
    expect(refusalOf(await desk.run(undo, { entry }))).toBe('accepted')
    expect(await desk.rows(distributionTerms)).toMatchObject([{ threshold: 60, onlyQualified: false, declines: null }])
  },
}
