import type Database from 'better-sqlite3'
import type { Question } from '#shared/foundation/command.ts'
import { answerQuestion } from './answer-question.ts'
import { Statements } from './rows.ts'

/** What a shared rule that asks comes to on this workspace, for a query that tells what a command would decide. */
export function answerRule<T>(db: Database.Database, steps: Generator<Question, T, unknown>): T {
  const statements = new Statements(db)
  let step = steps.next()
  while (step.done !== true) step = steps.next(answerQuestion(statements, step.value))
  return step.value
}
