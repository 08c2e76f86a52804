import { decodeValue } from '#central/store/rows.ts'
import { tableNamed } from '#shared/tables.ts'
import { codedValue } from '#shared/journal/coded-column.ts'
import { journal, type RecordedChange } from '#shared/journal/journal.table.ts'
import type { Oracle } from './oracle.ts'
import { must } from './violation.ts'

interface Model {
  rev: number
  readonly values: Map<string, string>
}

const changesAt = journal.columnNames.indexOf('changes')

/** Adds up what the accepted commands say they did, in the order they were run: that is what the server must have, no change lost and none made twice. */
export function foldJournal(oracle: Oracle, runs: readonly string[]): void {
  const rows = new Map<string, Model>()
  const gone = new Map<string, number>()
  for (const id of runs) {
    const entry = oracle.rows.get(`journal ${id}`)
    if (entry === undefined) continue
    rows.set(`journal ${id}`, { rev: 1, values: new Map() })
    for (const change of JSON.parse((JSON.parse(entry) as string[])[changesAt] ?? '[]') as readonly RecordedChange[]) fold(rows, gone, change, id)
  }
  for (const key of oracle.rows.keys()) must('I8', rows.has(key), () => `the server has ${key}, which no command made`)
  for (const [key, { rev, values }] of rows) {
    const table = tableNamed(key.slice(0, key.indexOf(' ')))
    const row = oracle.rows.get(key)
    must('I8', row !== undefined, () => `the server does not have ${key}`)
    const found = JSON.parse(row ?? '[]') as unknown[]
    must('I8', found[table.columnNames.indexOf('rev')] === rev, () => `${key} was changed ${rev - 1} times, and counts ${String(found[table.columnNames.indexOf('rev')])}`)
    for (const [column, value] of values) {
      const is = JSON.stringify(decodeValue(table, column, found[table.columnNames.indexOf(column)]))
      must('I8', is === value, () => `${key} has ${column} ${is}, and was last given ${value}`)
    }
  }
}

/** @param gone how often rows that were removed had been changed: put back, they go on counting */
function fold(rows: Map<string, Model>, gone: Map<string, number>, change: RecordedChange, id: string): void {
  switch (change.kind) {
    case 'insert':
      for (const [at, row] of change.ids.entries()) {
        must('I8', !rows.has(`${change.table} ${row}`), () => `${id} makes ${change.table} ${row} a second time`)
        const values = new Map<string, string>()
        const given = change.rows?.[at] ?? []
        for (const [position, column] of (change.columns ?? []).entries()) if (given[position] != null) values.set(column, JSON.stringify(given[position]))
        rows.set(`${change.table} ${row}`, { rev: gone.get(`${change.table} ${row}`) ?? 1, values })
      }
      return
    case 'update':
      for (const [at, row] of change.ids.entries()) {
        const model = rows.get(`${change.table} ${row}`)
        must('I8', model !== undefined, () => `${id} changes ${change.table} ${row}, which is not there`)
        if (model === undefined) continue
        model.rev += 1
        for (const [position, column] of change.columns.entries()) {
          const before = JSON.stringify(codedValue(change.before[position] ?? { all: null }, at))
          const known = model.values.get(column)
          must('I8', known === undefined || known === before, () => `${id} found ${column} ${before} in ${change.table} ${row}, where ${known ?? ''} had been written`)
          model.values.set(column, JSON.stringify(codedValue(change.after[position] ?? { all: null }, at)))
        }
      }
      return
    case 'remove':
      for (const row of change.rows) {
        const key = `${change.table} ${String(row[change.columns.indexOf('id')])}`
        gone.set(key, rows.get(key)?.rev ?? 1)
        rows.delete(key)
      }
  }
}
