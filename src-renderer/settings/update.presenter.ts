import type { Words } from '#shared/locales/words.ts'
import { refusalWords } from '../shell/refusal-words.ts'
import type { Formats } from '../shell/formats.ts'

/** How the desktop stands with new versions, as its shell tells it. */
export interface UpdateStanding {
  readonly state: 'idle' | 'checking' | 'downloading' | 'verified' | 'ready' | 'installing'
  readonly version: string | null
  /** A reason, or the code of what went wrong. */
  readonly note: string | null
}

export function updateWords({ state, version, note }: UpdateStanding, words: Words, formats: Formats): string {
  const { notes, states } = words.updates
  const reasons: Readonly<Record<string, string>> = notes
  const why = note === null ? undefined : Object.hasOwn(reasons, note) ? reasons[note] : refusalWords({ code: note }, words, formats)
  if (state === 'checking') return states.checking
  if (state === 'idle') return why ?? (version === null ? states.idle : states.available(version))
  const told = states[state](version ?? '')
  return why === undefined ? told : `${told} ${why}`
}
