import type { Change, Decision, Question } from '#shared/foundation/command.ts'
import { refused, succeeded, type Outcome } from '#shared/foundation/outcome.ts'
import { indexColumns, type Table } from '#shared/foundation/table.ts'
import { LOCAL } from '#shared/journal/actors.ts'
import { CompanyMatcher } from '#shared/matching/company-matcher.ts'
import { codeColumn } from '#shared/journal/coded-column.ts'
import { journal, type RecordedChange } from '#shared/journal/journal.table.ts'
import { leaveOutPersonal } from '#shared/journal/leave-out-personal.ts'
import { commandOf, NOW, type Desk } from './desk.ts'
import { nextId } from './builders/sequential-id.ts'

type Row = Record<string, unknown>

/** Commands on maps: the plainest store that keeps every promise of the real ones, journal included. */
export function memoryDesk(): Desk {
  const store = new Map<string, Map<string, Row>>()
  const rowsOf = (table: Table): Map<string, Row> => {
    let rows = store.get(table.name)
    if (rows === undefined) store.set(table.name, (rows = new Map()))
    return rows
  }

  const answer = (question: Question): unknown => {
    const rows = rowsOf(question.table)
    if (question.kind === 'one') return structuredClone(rows.get(question.id))
    const columns = indexColumns(question.table, question.index)
    const under = question.keys.flatMap((key) => sorted(rows).filter((row) => key.every((value, at) => row[columns[at] ?? ''] === value)).map((row) => structuredClone(row)))
    return question.kind === 'many' ? under : new CompanyMatcher(under.map((row) => question.companyOf(row as never)).filter(({ id }) => id !== question.company.id)).find(question.company, question)
  }

  const apply = (change: Change, inBatch: boolean): RecordedChange[] => {
    const rows = rowsOf(change.table)
    const { name, columnNames } = change.table
    const stamp = columnNames.includes('updatedAt') ? { updatedAt: NOW } : {}
    switch (change.kind) {
      case 'insert': {
        const made = change.rows.map((values): Row => {
          const given = Object.fromEntries(change.columns.map((column, at) => [column, values[at] ?? null]))
          return { ...empty(change.table), ...('createdAt' in given || !columnNames.includes('createdAt') ? {} : { createdAt: NOW }), ...stamp, ...given }
        })
        for (const row of made) {
          if (rows.has(String(row['id']))) throw new Error(`${name} has ${String(row['id'])} already`)
          rows.set(String(row['id']), row)
        }
        const ids = made.map((row) => String(row['id']))
        const kept = columnNames.filter((column) => column !== 'rev' && column !== 'updatedAt')
        return [inBatch ? { kind: 'insert', table: name, ids } : { kind: 'insert', table: name, ids, columns: kept, rows: made.map((row) => kept.map((column) => row[column])) }]
      }
      case 'update': {
        if (change.ids.length === 0 || change.columns.length === 0) return []
        const before: unknown[][] = change.columns.map(() => [])
        for (const [position, id] of change.ids.entries()) {
          const row = rows.get(id)
          if (row === undefined) throw new Error(`no ${name} ${id}`)
          for (const [at, column] of change.columns.entries()) before[at]?.push(row[column])
          const values = Object.fromEntries(change.columns.map((column, at) => [column, change.rows[position]?.[at] ?? null]))
          rows.set(id, { ...row, ...stamp, ...values, rev: Number(row['rev']) + 1 })
        }
        const after = change.columns.map((_, at) => codeColumn(change.rows.map((row) => row[at] ?? null)))
        return [{ kind: 'update', table: name, columns: [...change.columns], ids: [...change.ids], before: before.map(codeColumn), after }]
      }
      case 'remove': {
        const gone = change.ids.map((id) => rows.get(id)).filter((row) => row !== undefined)
        for (const id of change.ids) rows.delete(id)
        return [{ kind: 'remove', table: name, columns: [...columnNames], rows: gone.map((row) => columnNames.map((column) => row[column])) }]
      }
    }
  }

  return {
    async put(table, ...rows) {
      for (const row of rows) rowsOf(table).set((row as { id: string }).id, structuredClone(row) as Row)
    },
    async run(operation, input, { id = nextId(), batchId, actor = LOCAL, now = NOW, mayGive = () => true } = {}) {
      const earlier = rowsOf(journal).get(id)
      if (earlier !== undefined && earlier['command'] !== operation.name) return refused('command.id-taken', '')
      if (earlier !== undefined) return succeeded(earlier['output']) as never
      let count = 0
      const derived = (): string => {
        count += 1
        return id.slice(0, 24) + (BigInt(`0x${id.slice(24)}`) + BigInt(count)).toString(16).padStart(12, '0')
      }
      const parsed = operation.input.parse(input)
      const run = commandOf(operation).run as (input: unknown, context: object) => Generator<Question, Decision<unknown>, unknown>
      const steps = run(parsed, { now, actor, commandId: id, id: derived, mayGive })
      let step = steps.next()
      while (step.done !== true) step = steps.next(answer(step.value))
      const decision = step.value
      if (decision.kind === 'refused') return refused(decision.code, decision.message, decision.details)
      const saved = structuredClone(store)
      try {
        const changes = decision.changes.flatMap((change) => apply(change, batchId !== undefined).map((recorded) => leaveOutPersonal(recorded, change.table)))
        const ids = changes.flatMap((change) => (change.kind === 'remove' ? change.rows.map((row) => String(row[change.columns.indexOf('id')])) : change.ids)).sort()
        rowsOf(journal).set(id, {
          id, command: operation.name, version: operation.version, actorId: actor.id, actorName: actor.name, at: now, batchId: batchId ?? null, input: commandOf(operation).journaled?.(parsed as never) ?? parsed,
          changes, notes: decision.notes, output: decision.output ?? null, firstId: ids[0] ?? null, lastId: ids.at(-1) ?? null, undoneBy: null, rev: 1,
        })
      } catch (error) {
        for (const [name, rows] of saved) store.set(name, rows)
        throw error
      }
      return succeeded(operation.output.parse(decision.output)) as Outcome<never>
    },
    async row(table, id) {
      return structuredClone(rowsOf(table).get(id)) as never
    },
    async rows(table) {
      return sorted(rowsOf(table)).map((row) => structuredClone(row)) as never
    },
  }
}

function empty(table: Table): Row {
  return { ...Object.fromEntries(table.columnNames.map((column) => [column, null])), rev: 1 }
}

function sorted(rows: ReadonlyMap<string, Row>): Row[] {
  return [...rows.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row)
}
