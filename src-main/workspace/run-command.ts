import type Database from 'better-sqlite3'
import type { Actor, Change, Command, CommandContext, Decision, Question } from '#shared/foundation/command.ts'
import { derivedIds } from '#shared/foundation/derived-ids.ts'
import type { JsonValue } from '#shared/foundation/json.ts'
import { refused, succeeded, type Outcome, type Refusal } from '#shared/foundation/outcome.ts'
import type { RecordedChange } from '#shared/journal/journal.table.ts'
import { idRange, idsOf } from '#shared/journal/recorded-ids.ts'
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

export interface Ran {
  readonly outcome: Outcome<unknown>
  readonly touched: Touched
}

export interface CommandRunner {
  run(command: Command, call: CommandCall): Ran
  /** Does again what is on its way to the central API already. */
  redo(command: Command, call: CommandCall): Ran
}

/** What a desk that syncs does around the commands it runs. */
export interface Outgoing {
  forbids(command: string, changes: readonly Change[]): Refusal | undefined
  /** Whether the person's role allows a command. */
  mayGive(command: string): boolean
  /** Writes what the command decided, and sees to it that the command goes where it belongs. */
  write<T>(command: Command, call: CommandCall, changes: readonly Change[], write: () => T): T
  asked(question: Question): void
}

const NOTHING: Touched = new Map()

/**
 * Runs commands on the workspace, each in one transaction with its journal entry.
 * A command id that is already in the journal is answered from there and not run again.
 */
export function createCommandRunner(db: Database.Database, outgoing?: Outgoing): CommandRunner {
  const statements = new Statements(db)
  const answered = db.prepare<[string], { command: string; input: string; output: string | null }>('SELECT "command", "input", "output" FROM "journal" WHERE "id" = ?')
  const record = db.prepare(`INSERT INTO "journal"
    ("id", "command", "version", "actorId", "actorName", "at", "batchId", "input", "changes", "notes", "output", "firstId", "lastId")
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`)

  const answerFor = (question: Question): unknown => {
    outgoing?.asked(question)
    return answerQuestion(statements, question)
  }

  const write = ({ operation, journaled }: Command, call: CommandCall, { changes: wanted, notes, output }: Accepted): Touched => {
    const changes = applyChanges(statements, wanted, call.now, call.batchId !== null)
    const [firstId, lastId] = idRange(changes)
    record.run(call.id, operation.name, operation.version, call.actor.id, call.actor.name, call.now, call.batchId,
      JSON.stringify(journaled === undefined ? call.input : journaled(call.input as never)), JSON.stringify(changes), JSON.stringify(notes), JSON.stringify(output ?? null), firstId, lastId)
    return touchedBy(changes)
  }

  const inTransaction = db.transaction((command: Command, call: CommandCall, sender: Outgoing | undefined): Ran => {
    const earlier = answered.get(call.id)
    if (earlier !== undefined && earlier.command !== command.operation.name) return { outcome: refused('command.id-taken', 'another command has this id', { command: earlier.command }), touched: NOTHING }
    if (earlier !== undefined && !saysTheSame(command, call.input, earlier.input)) return { outcome: refused('command.id-taken', 'this command was given with another input before', { command: earlier.command }), touched: NOTHING }
    if (earlier !== undefined) return { outcome: succeeded(earlier.output === null ? null : JSON.parse(earlier.output)), touched: NOTHING }
    const decision = decide(answerFor, command, call, (name) => sender?.mayGive(name) ?? true)
    if (decision.kind === 'refused') return { outcome: refused(decision.code, decision.message, decision.details), touched: NOTHING }
    const forbidden = sender?.forbids(command.operation.name, decision.changes)
    if (forbidden !== undefined) return { outcome: { ok: false, error: forbidden }, touched: NOTHING }
    const touched = sender === undefined ? write(command, call, decision) : sender.write(command, call, decision.changes, () => write(command, call, decision))
    return { outcome: succeeded(decision.output), touched }
  })

  const attempt = (command: Command, call: CommandCall, sender: Outgoing | undefined): Ran => {
    try {
      return inTransaction.immediate(command, call, sender)
    } catch (error) {
      throw asRefusal(error)
    }
  }

  return {
    run: (command, call) => attempt(command, call, outgoing),
    redo: (command, call) => attempt(command, call, undefined),
  }
}

type Accepted = Extract<Decision<unknown>, { kind: 'accepted' }>

function decide(answer: (question: Question) => unknown, command: Command, call: CommandCall, mayGive: CommandContext['mayGive']): Decision<JsonValue> {
  const context: CommandContext = { now: call.now, actor: call.actor, commandId: call.id, id: derivedIds(call.id), mayGive }
  const steps = (command.run as (input: unknown, context: CommandContext) => ReturnType<Command['run']>)(call.input, context)
  let step = steps.next()
  while (step.done !== true) step = steps.next(answer(step.value))
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
