import type { Question } from '#shared/foundation/command.ts'
import { indexColumns } from '#shared/foundation/table.ts'
import { decodeRow, quoted, type Statements } from './rows.ts'

/** Answers a command's question from SQLite, synchronously, inside the runner's transaction. */
export function answerQuestion(statements: Statements, question: Question): unknown {
  const { table } = question
  if (question.kind === 'one') {
    const row = statements.get(`SELECT ${quoted(table.columnNames)} FROM "${table.name}" WHERE "id" = ?`).get(question.id) as Record<string, unknown> | undefined
    return row === undefined ? undefined : decodeRow(table, row)
  }
  const columns = indexColumns(table, question.index)
  return question.keys.flatMap((key) => {
    const where = key.map((value, position) => `"${columns[position] ?? ''}" ${value === null ? 'IS NULL' : '= ?'}`).join(' AND ')
    const sql = `SELECT ${quoted(table.columnNames)} FROM "${table.name}"${where === '' ? '' : ` WHERE ${where}`} ORDER BY "id"`
    return (statements.get(sql).all(...key.filter((value) => value !== null)) as Record<string, unknown>[]).map((row) => decodeRow(table, row))
  })
}
