import type { Words } from '#shared/locales/words.ts'
import type { UnsentCommand } from '#shared/sync/sync.contract.ts'
import { subjectOf, type Subject } from './refused-input.ts'

/** So many commands that say the same. */
export interface NamedCommands {
  readonly text: string
  readonly count: number
}

/** Commands by what they do, each once with its record's name, the most frequent first. */
export function nameUnsent(commands: readonly Pick<UnsentCommand, 'command' | 'input'>[], words: Words, nameOf: (subject: Subject) => string): readonly NamedCommands[] {
  const { commands: titles, inbox, otherCommand } = words.sync
  const counts = new Map<string, number>()
  for (const command of commands) {
    const title = titles[command.command] ?? otherCommand
    const subject = subjectOf(command)
    const name = subject === undefined ? '' : nameOf(subject)
    const said = name === '' ? title : inbox.of(title, name)
    counts.set(said, (counts.get(said) ?? 0) + 1)
  }
  return [...counts].toSorted(([, a], [, b]) => b - a).map(([said, count]) => ({ text: count === 1 ? said : `${said} ×${count}`, count }))
}
