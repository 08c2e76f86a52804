import type { Command } from '#shared/foundation/command.ts'
import { journal } from '#shared/journal/journal.table.ts'
import type { RowBook } from '../store/row-book.ts'
import { begin, type CommandCall } from '../store/run-command.ts'

export interface Foreseen {
  readonly command: Command
  readonly call: Pick<CommandCall, 'id' | 'input' | 'actor' | 'now' | 'mayGive'>
}

/**
 * Reads what many commands ask first, all at once: most ask once. Only for speed: a command is begun here without an end, and
 * what it is told in its turn may be something else.
 */
export async function foresee(rows: RowBook, commands: readonly Foreseen[]): Promise<void> {
  await rows.learn(commands.flatMap(({ command, call }) => {
    try {
      const step = begin(command, call).next()
      return step.done === true || step.value.table === journal ? [] : [step.value]
    } catch {
      return [] // It breaks in its turn, and is dealt with then.
    }
  }))
}
