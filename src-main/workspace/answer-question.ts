import type { AlikeQuestion, Key, Question } from '#shared/foundation/command.ts'
import { indexColumns } from '#shared/foundation/table.ts'
import { KeptMatcher } from '#shared/matching/kept-matcher.ts'
import { decodeRow, quoted, type Statements } from './rows.ts'

/** Answers a command's question from SQLite, synchronously, inside the runner's transaction. */
export function answerQuestion(statements: Statements, question: Question): unknown {
  const { table } = question
  if (question.kind === 'one') {
    const row = statements.get(`SELECT ${quoted(table.columnNames)} FROM "${table.name}" WHERE "id" = ?`).get(question.id) as Record<string, unknown> | undefined
    return row === undefined ? undefined : decodeRow(table, row)
  }
  if (question.kind === 'alike') return answerAlike(statements, question)
  return question.keys.flatMap((key) => rowsUnder(statements, question, key, quoted(table.columnNames)).map((row) => decodeRow(table, row)))
}

type Row = Record<string, unknown>

function rowsUnder(statements: Statements, { table, index }: Pick<AlikeQuestion, 'table' | 'index'>, key: Key, selected: string): readonly Row[] {
  const columns = indexColumns(table, index)
  const where = key.map((value, position) => `"${columns[position] ?? ''}" ${value === null ? 'IS NULL' : '= ?'}`).join(' AND ')
  const sql = `SELECT ${selected} FROM "${table.name}"${where === '' ? '' : ` WHERE ${where}`} ORDER BY "id"`
  return statements.get(sql).all(...key.filter((value) => value !== null)) as Row[]
}

const kept = new WeakMap<Statements, Map<string, KeptMatcher>>()

/** What there is is listed anew each time, since what was written may have been taken back; read and matched anew is only what is not known. */
function answerAlike(statements: Statements, question: AlikeQuestion): unknown {
  const { table, index, keys, companyOf, company, sharedDomains } = question
  const matchers = kept.get(statements) ?? new Map<string, KeptMatcher>()
  kept.set(statements, matchers)
  const name = `${table.name} ${index} ${JSON.stringify(keys)}`
  const matcher = matchers.get(name) ?? new KeptMatcher()
  matchers.set(name, matcher)
  const now = new Map(keys.flatMap((key) => rowsUnder(statements, question, key, '"id", "rev", "updatedAt"').map((row) => [String(row['id']), `${String(row['rev'])} ${String(row['updatedAt'])}`])))
  const read = statements.get(`SELECT ${quoted(table.columnNames)} FROM "${table.name}" WHERE "id" = ?`)
  matcher.keepUp(now, (id) => companyOf(decodeRow(table, read.get(id) as Row) as never))
  return matcher.find(company, { sharedDomains })
}
