import type { Words } from '#shared/locales/words.ts'
import type { AppCommand } from './commands.ts'

export interface ShortcutSection {
  readonly title: string
  readonly shortcuts: readonly { readonly title: string; readonly keys: string }[]
}

const GRID_KEYS = {
  move: 'ArrowUp ArrowDown',
  open: 'Enter',
  edit: 'F2',
  select: 'Space',
  extend: 'Shift+ArrowDown',
  selectAll: 'Mod+A',
  copy: 'Mod+C',
  clear: 'Escape',
} as const

/** The keyboard's map: every command that has keys, as they are bound now, and the keys lists have of themselves. */
export function shortcutSections(commands: readonly AppCommand[], words: Words): readonly ShortcutSection[] {
  const bound = Map.groupBy(commands.filter((command) => command.keys !== undefined), (command) => command.section)
  const grid = Object.entries(GRID_KEYS).map(([key, keys]) => ({ title: words.shell.shortcuts.gridKeys[key as keyof typeof GRID_KEYS], keys }))
  return [
    ...[...bound].map(([section, among]) => ({ title: words.shell.sections[section], shortcuts: among.map((command) => ({ title: command.title(words), keys: command.keys ?? '' })) })),
    { title: words.shell.shortcuts.grid, shortcuts: grid },
  ]
}
