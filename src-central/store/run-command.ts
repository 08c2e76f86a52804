import type { Actor, Command, CommandContext, Decision, Question } from '#shared/foundation/command.ts'
import { derivedIds } from '#shared/foundation/derived-ids.ts'
import type { JsonValue } from '#shared/foundation/json.ts'
import { refused, RefusedError, succeeded, type Outcome } from '#shared/foundation/outcome.ts'
import { journal } from '#shared/journal/journal.table.ts'
import { applyChanges } from './apply-changes.ts'
import type { JournalBook } from './journal-book.ts'
import { mayReach, type Scopes } from './scopes.ts'

export interface CommandCall {
  readonly id: string
  readonly input: unknown
  readonly actor: Actor
  /** The server's instant, ISO 8601 UTC. */
  readonly now: string
  readonly batchId: string | null
  /** Where the actor may write. */
  readonly scopes: Scopes
  /** What the actor's role allows. */
  readonly mayGive: CommandContext['mayGive']
}

export interface CommandEnd {
  readonly outcome: Outcome<unknown>
  /** Names of the tables written. */
  readonly touched: ReadonlySet<string>
}

const NOTHING: ReadonlySet<string> = new Set()

/**
 * Runs a command inside the caller's transaction: the desk's command, the desk's questions, answered here.
 * A refusal that comes back has written nothing. One that is thrown (RefusedError) may have: roll back, then answer it.
 */
export async function runCommand(book: JournalBook, command: Command, call: CommandCall): Promise<CommandEnd> {
  const { operation } = command
  const earlier = await book.answered(call.id)
  if (earlier !== null && earlier.command !== operation.name) return { outcome: refused('command.id-taken', 'another command has this id', { command: earlier.command }), touched: NOTHING }
  if (earlier !== null) return { outcome: succeeded(earlier.output), touched: NOTHING }
  const decision = await decide(book, command, call)
  if (decision.kind === 'refused') return { outcome: refused(decision.code, decision.message, decision.details), touched: NOTHING }
  if (decision.changes.some((change) => change.table === journal)) await book.flush()
  const { recorded, scopes } = await applyChanges(book.rows, decision.changes, call.now, call.batchId !== null)
  for (const scope of scopes) if (!mayReach(call.scopes, scope)) throw new RefusedError('permission.out-of-scope', 'a record lies outside of your territories', { command: operation.name })
  book.add({
    id: call.id,
    command: operation.name,
    version: operation.version,
    actorId: call.actor.id,
    actorName: call.actor.name,
    at: call.now,
    batchId: call.batchId,
    input: command.journaled === undefined ? (call.input as JsonValue) : command.journaled(call.input as never),
    changes: recorded,
    notes: decision.notes,
    output: decision.output ?? null,
    scopes,
  })
  return { outcome: succeeded(decision.output), touched: new Set(recorded.map((change) => change.table)) }
}

/** Starts to decide a command: it will ask. */
export function begin(command: Command, { id, input, actor, now, mayGive }: Pick<CommandCall, 'id' | 'input' | 'actor' | 'now' | 'mayGive'>): ReturnType<Command['run']> {
  const context: CommandContext = { now, actor, commandId: id, id: derivedIds(id), mayGive }
  return (command.run as (input: unknown, context: CommandContext) => ReturnType<Command['run']>)(input, context)
}

async function decide(book: JournalBook, command: Command, call: CommandCall): Promise<Decision<JsonValue>> {
  const steps = begin(command, call)
  let step = steps.next()
  while (step.done !== true) {
    const question: Question = step.value
    if (question.table === journal) await book.flush()
    step = steps.next(await book.rows.answer(question))
  }
  return step.value as Decision<JsonValue>
}
