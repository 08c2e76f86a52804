import type { z } from 'zod'
import { capabilities } from '#shared/capabilities.ts'
import type { Actor, Command } from '#shared/foundation/command.ts'
import type { CommandOperation } from '#shared/foundation/operation.ts'
import type { Outcome } from '#shared/foundation/outcome.ts'
import type { Table } from '#shared/foundation/table.ts'

export const NOW = '2026-11-22T03:04:05.678Z'

export interface RunOptions {
  /** The command's id; one of its own otherwise. */
  readonly id?: string
  readonly batchId?: string
  /** Who gives it; whoever sits at an unconnected desk otherwise. */
  readonly actor?: Actor
  /** When; `NOW` otherwise. */
  readonly now?: string
  /** What the role of whoever gives it allows; everything otherwise. A desk on SQLite goes by its link instead. */
  readonly mayGive?: (command: string) => boolean
}

/** A place where commands run, whatever keeps its rows: the same cases are told to every one of them. */
export interface Desk {
  /** Facts that were there before, without a journal. */
  put<R extends object>(table: Table<R>, ...rows: readonly R[]): Promise<void>
  run<Op extends CommandOperation>(operation: Op, input: z.input<Op['input']>, options?: RunOptions): Promise<Outcome<z.output<Op['output']>>>
  row<R extends object>(table: Table<R>, id: string): Promise<R | undefined>
  /** All rows, by id. */
  rows<R extends object>(table: Table<R>): Promise<readonly R[]>
}

const commands = new Map(capabilities.flatMap((capability) => capability.commands.map((command) => [command.operation.name, command] as const)))

export function commandOf(operation: CommandOperation): Command {
  const command = commands.get(operation.name)
  if (command === undefined) throw new Error(`${operation.name} has no command`)
  return command
}

/** The value of an outcome that a case counts on. */
export function valueOf<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`refused: ${outcome.error.code} ${outcome.error.message}`)
  return outcome.value
}

/** The code and details of a refusal. */
export function refusalOf(outcome: Outcome<unknown>): { readonly code: string; readonly details?: unknown } | 'accepted' {
  if (outcome.ok) return 'accepted'
  const { code, details } = outcome.error
  return details === undefined ? { code } : { code, details }
}
