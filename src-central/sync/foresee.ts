import type { Command, Question } from '#shared/foundation/command.ts'
import { journal } from '#shared/journal/journal.table.ts'
import type { RowBook } from '../store/row-book.ts'
import { begin, type CommandCall } from '../store/run-command.ts'

export interface Foreseen {
  readonly command: Command
  readonly call: Pick<CommandCall, 'id' | 'input' | 'actor' | 'now'>
}

/** Few commands ask more often; what they ask then is read when it is asked. */
const TURNS = 12

/**
 * Reads what many commands will ask, all at once: begins each without an end, and answers as things stand before the first.
 * Only for speed: what a command is told when it is its turn may be something else.
 */
export async function foresee(rows: RowBook, commands: readonly Foreseen[]): Promise<void> {
  let asking = commands.flatMap(({ command, call }) => {
    const steps = begin(command, call)
    const question = next(steps, undefined)
    return question === undefined ? [] : [{ steps, question }]
  })
  for (let turn = 0; turn < TURNS && asking.length > 0; turn += 1) {
    await rows.learn(asking.map(({ question }) => question))
    asking = asking.flatMap(({ steps, question }) => {
      const following = next(steps, rows.known(question))
      return following === undefined ? [] : [{ steps, question: following }]
    })
  }
}

/** The next thing asked; none from a command that is decided, or breaks, or asks what must be read in its turn. */
function next(steps: ReturnType<Command['run']>, answer: unknown): Question | undefined {
  try {
    const step = steps.next(answer)
    return step.done === true || step.value.table === journal ? undefined : step.value
  } catch {
    return undefined
  }
}
