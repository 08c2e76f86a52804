import { expect, test } from 'vitest'
import { fieldsOf, staleOf, subjectOf, takesOtherValues, withValues } from '#renderer/sync/refused-input.ts'
import { LEAD, OTHER_LEAD, PARTNER, refusedCommand, RULE } from './sync-facts.ts'

test('tells what a command is about', () => {
  expect(subjectOf(refusedCommand())).toEqual({ kind: 'lead', ids: [LEAD], name: '' })
  expect(subjectOf({ command: 'leads.assignManually', input: { ids: [LEAD, OTHER_LEAD], partnerId: PARTNER } })?.ids).toEqual([LEAD, OTHER_LEAD])
  expect(subjectOf({ command: 'partners.create', input: { name: 'Globex' } })).toEqual({ kind: 'partner', ids: [], name: 'Globex' })
  expect(subjectOf({ command: 'territories.updateRule', input: { id: RULE, edits: [] } })?.kind).toBe('rule')
  expect(subjectOf({ command: 'journal.undo', input: { entry: LEAD } })).toBeUndefined()
  expect(subjectOf({ command: 'leads.update', input: null })).toBeUndefined()
})

test('reads the fields of edits, of moves, of assignments and of new records', () => {
  expect(fieldsOf(refusedCommand())).toEqual([{ field: 'score', value: 80, was: 50 }])
  expect(fieldsOf({ command: 'leads.setStage', input: { id: LEAD, stage: 'working' } })).toEqual([{ field: 'stage', value: 'working', was: undefined }])
  expect(fieldsOf({ command: 'leads.assignManually', input: { ids: [LEAD], partnerId: PARTNER, reason: 'knows them', until: null } }).map(({ field }) => field)).toEqual(['partnerId', 'manualReason'])
  expect(fieldsOf({ command: 'partners.create', input: { code: 'G', name: 'Globex', regions: [], notes: '' } }).map(({ field }) => field)).toEqual(['code', 'name'])
  expect(fieldsOf({ command: 'imports.appendRows', input: { rows: [] } })).toEqual([])
})

test('a stale edit given again is meant against the value that stands now', () => {
  const stale = refusedCommand({ input: { id: LEAD, edits: [{ field: 'score', value: 80, was: 50 }, { field: 'city', value: 'Lima', was: 'Quito' }] } })
  expect(staleOf(stale)).toEqual({ field: 'score', yours: 80, theirs: 65 })
  expect(withValues(stale, {})).toEqual({ id: LEAD, edits: [{ field: 'score', value: 80, was: 65 }, { field: 'city', value: 'Lima', was: 'Quito' }] })
  expect(withValues(stale, { score: 70, city: null })).toEqual({ id: LEAD, edits: [{ field: 'score', value: 70, was: 65 }, { field: 'city', value: null, was: 'Quito' }] })
})

test('leads given away again are meant against who has the one that was stale', () => {
  const refused = refusedCommand({ command: 'leads.assignManually', input: { ids: [LEAD, OTHER_LEAD], partnerId: PARTNER, reason: 'r', until: null, was: [null, null] }, code: 'lead.stale', details: { id: OTHER_LEAD, field: 'partnerId', yours: PARTNER, theirs: 'another' } })
  expect(withValues(refused, {})).toMatchObject({ partnerId: PARTNER, was: [null, 'another'] })
})

test('a new record is given again with other fields, whatever else it held', () => {
  const taken = refusedCommand({ command: 'partners.create', input: { code: 'G', name: 'Globex', regions: ['JP'] }, code: 'partner.code-taken', details: { name: 'Gaia' } })
  expect(takesOtherValues(taken)).toBe(true)
  expect(withValues(taken, { code: 'G2' })).toEqual({ code: 'G2', name: 'Globex', regions: ['JP'] })
})

test('moves, assignments and undoing are given again only as they were', () => {
  expect(takesOtherValues({ command: 'leads.setStage', input: { id: LEAD, stage: 'working' } })).toBe(false)
  expect(takesOtherValues({ command: 'journal.undo', input: { entry: LEAD } })).toBe(false)
})

test('details that are none are no conflict', () => {
  expect(staleOf({ code: 'lead.stale', details: null })).toBeUndefined()
  expect(staleOf({ code: 'lead.closed', details: { field: 'score' } })).toBeUndefined()
})
