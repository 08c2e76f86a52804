/** Shortcuts are written `Mod+K`, `Shift+?`, or `G L` for one key after the other; letters mean the key's letter without Shift. */
export interface KeyStroke {
  readonly key: string
  readonly code: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
}

export type KeyMatch<T> = { readonly kind: 'run'; readonly target: T } | { readonly kind: 'waiting' } | { readonly kind: 'none' }

/** Milliseconds within which the second key of a pair must follow. */
const PAIR_WITHIN = 1200

/**
 * The stroke in the spelling of shortcuts. An open input method says `Process` instead of the letter; the key's place
 * tells which one it was. Shift is named only where it does not already show in the character.
 */
export function strokeName(stroke: KeyStroke, mac: boolean): string {
  const key = stroke.key === 'Process' ? stroke.code.replace(/^(?:Key|Digit)/, '') : stroke.key
  const letter = key.length === 1
  const mod = mac ? stroke.metaKey : stroke.ctrlKey
  const shift = stroke.shiftKey && (!letter || key.toLowerCase() !== key.toUpperCase())
  return `${mod ? 'Mod+' : ''}${stroke.altKey ? 'Alt+' : ''}${shift ? 'Shift+' : ''}${letter ? key.toUpperCase() : key}`
}

/** Follows strokes and says which target's keys are complete. `timeStamp` in milliseconds. */
export function createKeySequence<T>(keysOf: (target: T) => string | undefined) {
  let first: { readonly name: string; readonly at: number } | undefined
  return (name: string, timeStamp: number, targets: readonly T[]): KeyMatch<T> => {
    const pending = first !== undefined && timeStamp - first.at <= PAIR_WITHIN ? first.name : undefined
    first = undefined
    const typed = pending === undefined ? name : `${pending} ${name}`
    const target = targets.find((each) => keysOf(each) === typed) ?? (pending === undefined ? undefined : targets.find((each) => keysOf(each) === name))
    if (target !== undefined) return { kind: 'run', target }
    if (!targets.some((each) => keysOf(each)?.startsWith(`${name} `))) return { kind: 'none' }
    first = { name, at: timeStamp }
    return { kind: 'waiting' }
  }
}

/** Whether the person is typing there, so that plain letters are text and not shortcuts. */
export function takesText(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input:not([type=checkbox], [type=radio]), textarea, select, [role=textbox]'))
}

/** Whether the keys are a plain character, which text fields, menus and dialogs need for themselves. */
export function isPlain(name: string): boolean {
  return name.length === 1 || /^Shift\+.$/.test(name)
}
