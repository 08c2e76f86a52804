import { expect } from 'vitest'
import { engagementContract } from '#shared/engagement/engagement.contract.ts'
import { engagementRules } from '#shared/engagement/engagement-rules.table.ts'
import { USUAL_CLAUSES, USUAL_TIMES } from '#shared/engagement/usual-rules.ts'
import { journalContract } from '#shared/journal/journal.contract.ts'
import { buildRules } from '#test/foundation/builders/build-case.ts'
import { nextId } from '#test/foundation/builders/sequential-id.ts'
import { NOW, refusalOf, valueOf } from '#test/foundation/desk.ts'
import type { Scenarios } from '#test/foundation/on-every-runner.ts'

const { draft, update, publish, discard } = engagementContract.operations

export const engagementScenarios: Scenarios = {
  'drafts the rules that hold, the usual ones at first': async (desk) => {
    const { id } = valueOf(await desk.run(draft, { name: 'Spring' }))
    expect(await desk.row(engagementRules, id)).toMatchObject({ name: 'Spring', state: 'draft', number: null, clauses: USUAL_CLAUSES, times: USUAL_TIMES, publishedAt: null, createdAt: NOW })
    const published = buildRules({ state: 'published', number: 3, clauses: [{ kind: 'customerChoice' }] })
    await desk.put(engagementRules, published)
    expect(await desk.row(engagementRules, valueOf(await desk.run(draft, { name: 'Summer' })).id)).toMatchObject({ clauses: published.clauses })
    expect(await desk.row(engagementRules, valueOf(await desk.run(draft, { name: 'Again', basedOn: id })).id)).toMatchObject({ clauses: USUAL_CLAUSES })
    expect(refusalOf(await desk.run(draft, { name: 'X', basedOn: nextId() }))).toEqual({ code: 'rules.not-found' })
  },
  'publishes a draft: it has the next number, and the version before is kept as it was': async (desk) => {
    const before = buildRules({ state: 'published', number: 1 })
    const coming = buildRules({ clauses: [{ kind: 'directList', customers: ['北山食品'] }, { kind: 'split' }] })
    await desk.put(engagementRules, before, coming)
    expect(valueOf(await desk.run(publish, { id: coming.id }))).toMatchObject({ number: 2 })
    expect(await desk.row(engagementRules, before.id)).toEqual({ ...before, state: 'replaced', replacedAt: NOW, updatedAt: NOW, rev: 2 })
    const published = await desk.row(engagementRules, coming.id)
    expect(published).toEqual({ ...coming, state: 'published', number: 2, publishedAt: NOW, publishedBy: published?.publishedBy, updatedAt: NOW, rev: 2 })
    expect(published?.publishedBy).not.toBeNull()
  },
  'does not take publishing back: cases were decided by that version': async (desk) => {
    const coming = buildRules()
    await desk.put(engagementRules, coming)
    const { entry } = valueOf(await desk.run(publish, { id: coming.id }))
    expect(refusalOf(await desk.run(journalContract.operations.undo, { entry }))).toEqual({ code: 'journal.binding', details: { table: 'engagementRules' } })
    expect(await desk.row(engagementRules, coming.id)).toMatchObject({ state: 'published', number: 1 })
  },
  'takes back what was done to a draft': async (desk) => {
    const rules = buildRules({ name: 'Spring' })
    await desk.put(engagementRules, rules)
    const { entry } = valueOf(await desk.run(update, { id: rules.id, edits: [{ field: 'name', value: 'Summer' }] }))
    valueOf(await desk.run(journalContract.operations.undo, { entry }))
    expect(await desk.row(engagementRules, rules.id)).toMatchObject({ name: 'Spring', state: 'draft' })
  },
  'refuses to publish what could never hold, and says which clause': async (desk) => {
    const wrong = buildRules({ clauses: [{ kind: 'split' }, { kind: 'customerChoice' }] })
    await desk.put(engagementRules, wrong)
    expect(refusalOf(await desk.run(publish, { id: wrong.id }))).toEqual({ code: 'rules.clauses-do-not-fit', details: { problem: 'afterSplit', position: 1 } })
    expect(await desk.row(engagementRules, wrong.id)).toEqual(wrong)
  },
  'never changes what was published': async (desk) => {
    const published = buildRules({ state: 'published', number: 1 })
    await desk.put(engagementRules, published)
    expect(refusalOf(await desk.run(update, { id: published.id, edits: [{ field: 'name', value: 'Other' }] }))).toEqual({ code: 'rules.published' })
    expect(refusalOf(await desk.run(publish, { id: published.id }))).toEqual({ code: 'rules.published' })
    expect(refusalOf(await desk.run(discard, { id: published.id }))).toEqual({ code: 'rules.published' })
    expect(await desk.rows(engagementRules)).toEqual([published])
  },
  'edits a draft, unless somebody else has edited the same meanwhile': async (desk) => {
    const rules = buildRules({ clauses: [{ kind: 'split' }] })
    await desk.put(engagementRules, rules)
    expect(refusalOf(await desk.run(update, { id: rules.id, edits: [{ field: 'clauses', value: [{ kind: 'customerChoice' }], was: [{ kind: 'split' }] }] }))).toBe('accepted')
    expect(refusalOf(await desk.run(update, { id: rules.id, edits: [{ field: 'clauses', value: [], was: [{ kind: 'split' }] }] }))).toMatchObject({ code: 'rules.stale' })
    expect(refusalOf(await desk.run(update, { id: rules.id, edits: [{ field: 'name', value: ' ' }] }))).toEqual({ code: 'rules.name-missing' })
    expect(refusalOf(await desk.run(update, { id: nextId(), edits: [{ field: 'notes', value: 'x' }] }))).toEqual({ code: 'rules.not-found' })
    expect(await desk.row(engagementRules, rules.id)).toMatchObject({ clauses: [{ kind: 'customerChoice' }], rev: 2 })
  },
  'discards a draft': async (desk) => {
    const rules = buildRules()
    await desk.put(engagementRules, rules)
    expect(refusalOf(await desk.run(discard, { id: rules.id }))).toBe('accepted')
    expect(refusalOf(await desk.run(discard, { id: rules.id }))).toEqual({ code: 'rules.not-found' })
    expect(refusalOf(await desk.run(publish, { id: rules.id }))).toEqual({ code: 'rules.not-found' })
    expect(await desk.rows(engagementRules)).toEqual([])
  },
}
