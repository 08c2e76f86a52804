import { expect, test } from 'vitest'
import { leaveOutPersonal } from '#shared/journal/leave-out-personal.ts'
import { tables } from '#shared/tables.ts'
import { leads } from '#shared/leads/lead.table.ts'
import { applications } from '#shared/recruiting/application.table.ts'

test('the journal is told of every change of a row, and of no value that is personal', () => {
  const update = { kind: 'update' as const, table: 'applications', columns: ['company', 'status', 'notes'], ids: ['a'], before: [{ all: 'A' }, { all: 'applicant' }, { all: 'n' }], after: [{ all: 'B' }, { all: 'vetting' }, { all: 'm' }] }
  expect(leaveOutPersonal(update, applications)).toEqual({ ...update, columns: ['status'], before: [{ all: 'applicant' }], after: [{ all: 'vetting' }] })
  expect(leaveOutPersonal({ kind: 'insert', table: 'applications', ids: ['a'], columns: ['id', 'company'], rows: [['a', 'A']] }, applications)).toEqual({ kind: 'insert', table: 'applications', ids: ['a'], columns: ['id'], rows: [['a']] })
  expect(leaveOutPersonal({ kind: 'remove', table: 'applications', columns: ['company', 'id'], rows: [['A', 'a']] }, applications)).toEqual({ kind: 'remove', table: 'applications', columns: ['id'], rows: [['a']] })
  expect(leaveOutPersonal({ kind: 'insert', table: 'applications', ids: ['a'] }, applications)).toEqual({ kind: 'insert', table: 'applications', ids: ['a'] })
  expect(leaveOutPersonal(update, leads)).toBe(update)
})

test('what the journal keeps nothing of is not undone by it', () => {
  const personal = tables.filter(({ options }) => options.personal !== undefined)
  expect(personal.map(({ name, options }) => [name, options.binding])).toEqual([['applications', true]])
})
