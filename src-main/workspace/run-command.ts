import type Database from 'better-sqlite3'
import type { Actor, Command, CommandContext, Decision } from '#shared/foundation/command.ts'
import { derivedIds } from '#shared/foundation/derived-ids.ts'
import type { JsonValue } from '#shared/foundation/json.ts'
import { refused, succeeded, type Outcome } from '#shared/foundation/outcome.ts'
import type { RecordedChange } from '#shared/journal/journal.table.ts'
import { idRange, idsOf } from '#shared/journal/recorded-ids.ts'
import { answerQuestion } from './answer-question.ts'
import { applyChanges } from './apply-changes.ts'
import { asRefusal } from './open.ts'
import { Statements } from './rows.ts'

export interface CommandCall {
  readonly id: string
  readonly input: unknown
  readonly actor: Actor
  /** The desk's instant, ISO 8601 UTC. */
  readonly now: string
  readonly batchId: string | null
}

/** Which rows a command wrote, by table: what the window is told. */
export type Touched = ReadonlyMap<string, readonly string[]>

export interface CommandRunner {
  run(command: Command, call: CommandCall): { readonly outcome: Outcome<unknown>; readonly touched: Touched }
}

const NOTHING: Touched = new Map()

/**
 * Runs commands on the workspace, each in one transaction with its journal entry.
 * A command id that is already in the journal is answered from there and not run again.
 */
export function createCommandRunner(db: Database.Database): CommandRunner {
  const statements = new Statements(db)
  const answered = db.prepare<[string], { command: string; output: string | null }>('SELECT "command", "output" FROM "journal" WHERE "id" = ?')
  const record = db.prepare(`INSERT INTO "journal"
    ("id", "command", "version", "actorId", "actorName", "at", "batchId", "input", "changes", "notes", "output", "firstId", "lastId")
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`)

  const inTransaction = db.transaction((command: Command, call: CommandCall): { outcome: Outcome<unknown>; touched: Touched } => {
    const earlier = answered.get(call.id)
    if (earlier !== undefined && earlier.command !== command.operation.name) return { outcome: refused('command.id-taken', 'another command has this id', { command: earlier.command }), touched: NOTHING }
    if (earlier !== undefined) return { outcome: succeeded(earlier.output === null ? null : JSON.parse(earlier.output)), touched: NOTHING }
    const decision = decide(statements, command, call)
    if (decision.kind === 'refused') return { outcome: refused(decision.code, decision.message, decision.details), touched: NOTHING }
    const changes = applyChanges(statements, decision.changes, call.now, call.batchId !== null)
    const [firstId, lastId] = idRange(changes)
    const { operation } = command
    record.run(call.id, operation.name, operation.version, call.actor.id, call.actor.name, call.now, call.batchId,
      JSON.stringify(command.journaled === undefined ? call.input : command.journaled(call.input as never)), JSON.stringify(changes), JSON.stringify(decision.notes), JSON.stringify(decision.output ?? null), firstId, lastId)
    return { outcome: succeeded(decision.output), touched: touchedBy(changes) }
  })

  return {
    run(command, call) {
      try {
        return inTransaction.immediate(command, call)
      } catch (error) {
        throw asRefusal(error)
      }
    },
  }
}

function decide(statements: Statements, command: Command, call: CommandCall): Decision<JsonValue> {
  const context: CommandContext = { now: call.now, actor: call.actor, commandId: call.id, id: derivedIds(call.id) }
  const steps = (command.run as (input: unknown, context: CommandContext) => ReturnType<Command['run']>)(call.input, context)
  let step = steps.next()
  while (step.done !== true) step = steps.next(answerQuestion(statements, step.value))
  return step.value as Decision<JsonValue>
}

function touchedBy(changes: readonly RecordedChange[]): Touched {
  const touched = new Map<string, string[]>()
  for (const change of changes) {
    const ids = touched.get(change.table)
    if (ids === undefined) touched.set(change.table, [...idsOf(change)])
    else ids.push(...idsOf(change))
  }
  return touched
}
