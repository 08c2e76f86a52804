import type { Words } from '#shared/locales/words.ts'
import type { RefusedCommand } from '#shared/sync/sync.contract.ts'
import { subjectOf } from './refused-input.ts'

/** So many commands that say the same. */
export interface NamedCommands {
  readonly text: string
  readonly count: number
}

/** Commands by what they do, each once with the name it carries, the most frequent first. */
export function nameUnsent(commands: readonly Pick<RefusedCommand, 'command' | 'input'>[], words: Words): readonly NamedCommands[] {
  const { commands: titles, inbox, otherCommand } = words.sync
  const counts = new Map<string, number>()
  for (const command of commands) {
    const title = titles[command.command] ?? otherCommand
    const name = subjectOf(command)?.name ?? ''
    const said = name === '' ? title : inbox.of(title, name)
    counts.set(said, (counts.get(said) ?? 0) + 1)
  }
  return [...counts].toSorted(([, a], [, b]) => b - a).map(([said, count]) => ({ text: count === 1 ? said : `${said} ×${count}`, count }))
}
