import type { Refusal } from '#shared/foundation/outcome.ts'
import type { Words } from '#shared/locales/words.ts'
import type { Formats } from '../shell/formats.ts'
import { refusalWords } from '../shell/refusal-words.ts'
import { readCentralAddress } from './central-address.ts'

/** What stands against connecting, beside the field it concerns. */
export interface ConnectProblem {
  readonly address?: string
  readonly code?: string
  /** Concerns neither. */
  readonly form?: string
}

const SHORTEST_CODE = 8
/** The refusals that another address, or another code, would mend. */
const OF_ADDRESS = /^(sync\.(unreachable|offline|timed-out|address|not-central|protocol|certificate|insecure|unsupported)|central\.|server\.)/
const OF_CODE = /^(enrol|invite|invitation|code|auth\.(code|enrol|invite))/

/** What can be said before asking. */
export function problemOfEntry(address: string, code: string, words: Words): ConnectProblem {
  const { central } = words.sync
  const typed = code.trim()
  return {
    ...(address.trim() === '' ? { address: central.addressMissing } : readCentralAddress(address) === undefined ? { address: central.addressWrong } : {}),
    ...(typed === '' ? { code: central.codeMissing } : typed.length < SHORTEST_CODE ? { code: central.codeShort } : {}),
  }
}

export function problemOfRefusal(refusal: Refusal, words: Words, formats: Formats): ConnectProblem {
  const text = refusalWords(refusal, words, formats)
  if (OF_ADDRESS.test(refusal.code)) return { address: text }
  return OF_CODE.test(refusal.code) ? { code: text } : { form: text }
}
