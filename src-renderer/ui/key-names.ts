const MAC: Readonly<Record<string, string>> = { Mod: '⌘', Alt: '⌥', Shift: '⇧', Ctrl: '⌃', Enter: '↵' }
const OTHER: Readonly<Record<string, string>> = { Mod: 'Ctrl', Enter: '↵' }
const ARROWS: Readonly<Record<string, string>> = { ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→', Escape: 'Esc' }

export function isMac(): boolean {
  return /Mac|iPhone|iPad/.test(navigator.userAgent)
}

/** `Mod+Shift+K` as the caps of the keyboard at hand; `G L` (one after the other) stays two steps. */
export function keyCaps(keys: string, mac: boolean): readonly string[] {
  return keys.split(/[+ ]/).map((key) => (mac ? MAC : OTHER)[key] ?? ARROWS[key] ?? key)
}
