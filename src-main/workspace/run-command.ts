import type Database from 'better-sqlite3'
import type { Actor, Command, CommandContext, Decision } from '#shared/foundation/command.ts'
import type { JsonValue } from '#shared/foundation/json.ts'
import { refused, succeeded, type Outcome } from '#shared/foundation/outcome.ts'
import type { RecordedChange } from '#shared/journal/journal.table.ts'
import { answerQuestion } from './answer-question.ts'
import { applyChanges } from './apply-changes.ts'
import { asRefusal } from './open.ts'
import { Statements } from './rows.ts'
import { saysTheSame } from './same-input.ts'

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
  const answered = db.prepare<[string], { command: string; input: string; output: string | null }>('SELECT "command", "input", "output" FROM "journal" WHERE "id" = ?')
  const record = db.prepare(`INSERT INTO "journal"
    ("id", "command", "version", "actorId", "actorName", "at", "batchId", "input", "changes", "notes", "output", "firstId", "lastId")
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`)

  const inTransaction = db.transaction((command: Command, call: CommandCall): { outcome: Outcome<unknown>; touched: Touched } => {
    const earlier = answered.get(call.id)
    if (earlier !== undefined && earlier.command !== command.operation.name) return { outcome: refused('command.id-taken', 'another command has this id', { command: earlier.command }), touched: NOTHING }
    if (earlier !== undefined && !saysTheSame(command, call.input, earlier.input)) return { outcome: refused('command.id-taken', 'this command was given with another input before', { command: earlier.command }), touched: NOTHING }
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

/**
 * Ids that are the same each time the command runs: the command's own id with its random tail counted on.
 * Keeps the version and variant bits, and the time part, so they sort with the command.
 */
export function derivedIds(commandId: string): () => string {
  let count = 0n
  const base = BigInt(`0x${commandId.slice(24)}`)
  return () => {
    count += 1n
    return commandId.slice(0, 24) + ((base + count) & 0xffffffffffffn).toString(16).padStart(12, '0')
  }
}

function idsOf(change: RecordedChange): readonly string[] {
  return change.kind === 'remove' ? change.rows.map((row) => String(row[change.columns.indexOf('id')])) : change.ids
}

function idRange(changes: readonly RecordedChange[]): [string | null, string | null] {
  let first: string | null = null
  let last: string | null = null
  for (const change of changes) {
    for (const id of idsOf(change)) {
      if (first === null || id < first) first = id
      if (last === null || id > last) last = id
    }
  }
  return [first, last]
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
